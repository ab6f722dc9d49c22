"""What a reference means: the record it names, among the kinds that its field leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.records.identifiers import identifier_of
from chemins.records.kinds import Kinds
from chemins.records.relations import RECORDS

Key = tuple[str, str]
"""Kind and identifier of a record."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Finds records by what people type."""

    kinds: Kinds
    """The kinds there are."""

    locale: Locale
    """The language in which a folder may be named."""

    records: Mapping[Key, Record]
    """All of them."""

    by_identifier: Mapping[str, tuple[Record, ...]]
    """The records of each identifier, current or former, one a kind."""

    unread: frozenset[Key]
    """The records that are there but could not be read."""

    identifiers: Mapping[str, tuple[str, ...]]
    """The current identifiers of each kind."""

    def candidates(self, reference: str, to: Iterable[str] = (RECORDS,)) -> tuple[Record, ...]:
        """The records of the kinds ``to`` that ``reference`` may mean: none, one or several."""
        named, identifier = self._qualified(reference)
        wanted = tuple(to)
        return tuple(
            record
            for record in self.by_identifier.get(identifier, ())
            if (named is None or record.kind == named)
            and (wanted == (RECORDS,) or record.kind in wanted)
        )

    def is_unread(self, reference: str, to: Iterable[str] = (RECORDS,)) -> bool:
        """Whether ``reference`` names a record that is there but could not be read."""
        named, identifier = self._qualified(reference)
        may_be = (kind.kind for kind in self.kinds) if named is None else (named,)
        wanted = tuple(to)
        return any(
            (kind, identifier) in self.unread and (kind in wanted or RECORDS in wanted)
            for kind in may_be
        )

    def one(self, reference: str, to: Iterable[str] = (RECORDS,)) -> Record | None:
        """The one record that ``reference`` means; none when there is none, or several."""
        found = self.candidates(reference, to)
        return found[0] if len(found) == 1 else None

    def _qualified(self, reference: str) -> tuple[str | None, str]:
        if "/" not in reference:
            return None, reference
        folder, _, identifier = reference.rpartition("/")
        kind = self.kinds.named(folder, self.locale)
        return (kind.kind, identifier) if kind else (None, reference)


def resolver(
    records: Iterable[Record], kinds: Kinds, locale: Locale, drafts: Iterable[Draft] = ()
) -> Resolver:
    """The resolver of ``records``. A current identifier wins over another record's former one."""
    by_key = {record.key: record for record in records}
    by_identifier: dict[str, list[Record]] = {}
    for record in by_key.values():
        by_identifier.setdefault(record.identifier, []).append(record)
    for record in by_key.values():
        for name in record.former_names:
            same = by_identifier.setdefault(identifier_of(name), [])
            if all(each.kind != record.kind for each in same):
                same.append(record)
    identifiers: dict[str, list[str]] = {}
    for kind, identifier in by_key:
        identifiers.setdefault(kind, []).append(identifier)
    return Resolver(
        kinds,
        locale,
        by_key,
        {name: tuple(each) for name, each in by_identifier.items()},
        frozenset(draft.key for draft in drafts),
        {kind: tuple(each) for kind, each in identifiers.items()},
    )
