"""The strategy: records and the links between them, walked both ways."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from chemins.faults import Place
from chemins.locales import Locale
from chemins.records.base import Loc, Part, Record
from chemins.records.declaration import Reach, reaches
from chemins.records.draft import Draft
from chemins.records.kinds import Kinds
from chemins.strategy.loose import LooseEnds, loose_ends
from chemins.strategy.resolve import Key, Resolver, resolver

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """One record leads to another."""

    source: Record
    """The record that says so."""

    target: Record
    """The record it leads to."""

    name: str
    """The link's name seen from the source: the field that holds it."""

    inverse: str
    """The link's name seen from the target."""

    detail: Part | None = None
    """What is said of the link: a contribution's assumption, strength and evidence."""

    loc: Loc = ()
    """Where in the source it is written."""

    @property
    def place(self) -> Place:
        """Where to look, and to mend."""
        return self.source.place_of(*self.loc)

    @property
    def illustrative(self) -> bool:
        """Whether the link itself is marked as an example."""
        return bool(getattr(self.detail, "illustrative", False))


class Strategy:
    """A typed graph of records. Built once, never changed."""

    def __init__(
        self,
        kinds: Kinds,
        locale: Locale,
        resolve: Resolver,
        out: Mapping[Key, tuple[Link, ...]],
        back: Mapping[Key, tuple[Link, ...]],
        loose: LooseEnds,
    ) -> None:
        """Takes what ``strategy_of`` has linked."""
        self.kinds = kinds
        self.locale = locale
        self.resolve = resolve
        self._out = out
        self._back = back
        self._loose = loose
        self._by_kind: dict[str, list[Record]] = {}
        for record in resolve.records.values():
            self._by_kind.setdefault(record.kind, []).append(record)

    @property
    def records(self) -> Iterator[Record]:
        """Every record, kind by kind, each kind in its order."""
        return iter(self.resolve.records.values())

    def all(self, kind: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        """The records of ``kind``, in their order."""
        return tuple(
            record for record in self._by_kind.get(kind.kind, ()) if isinstance(record, kind)
        )

    def single(self, kind: type[AnyRecord]) -> AnyRecord | None:
        """The one record of a kind that there is one of."""
        return next(iter(self.all(kind)), None)

    def links_from(self, record: Record, name: str = "") -> tuple[Link, ...]:
        """The links that ``record`` makes, all or those of the field ``name``."""
        links = self._out.get(record.key, ())
        return tuple(link for link in links if link.name == name) if name else links

    def links_to(self, record: Record, inverse: str = "") -> tuple[Link, ...]:
        """The links that lead to ``record``, all or those called ``inverse`` from there."""
        links = self._back.get(record.key, ())
        return tuple(link for link in links if link.inverse == inverse) if inverse else links

    def targets(self, record: Record, name: str) -> tuple[Record, ...]:
        """What ``record`` leads to by the field ``name``, each once."""
        return _once(link.target for link in self.links_from(record, name))

    def sources(self, record: Record, inverse: str) -> tuple[Record, ...]:
        """What leads to ``record``, seen from it as ``inverse``, each once."""
        return _once(link.source for link in self.links_to(record, inverse))

    def is_open(self, record: Record, name: str) -> bool:
        """Whether the field ``name`` of ``record`` says more than its links do.

        It names a record that is not there or could not be read, or was itself not understood:
        another fault speaks of that, and nobody knows yet where the field leads.
        """
        return (record.key, name) in self._loose.out or record.source.doubts(name)

    def may_be_reached(self, record: Record, inverse: str) -> bool:
        """Whether what could not be read leads to ``record`` as ``inverse``, or may."""
        return inverse in self._loose.anywhere or (record.key, inverse) in self._loose.back

    def is_whole(self, kind: type[Record]) -> bool:
        """Whether every record of ``kind`` could be read."""
        return kind.kind not in self._loose.kinds


def _once(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple({record.key: record for record in records}.values())


def strategy_of(
    records: Iterable[Record],
    kinds: Kinds,
    locale: Locale,
    drafts: Iterable[Draft] = (),
    missed: Iterable[type[Record]] = (),
) -> Strategy:
    """The graph of ``records``. References that name no record, or several, link nothing.

    ``drafts`` and kinds that are ``missed`` are what it would hold more, were all files right.
    """
    drafts = tuple(drafts)
    resolve = resolver(records, kinds, locale, drafts)
    out: dict[Key, tuple[Link, ...]] = {}
    back: dict[Key, list[Link]] = {}
    loose: list[tuple[Record, Reach]] = []
    for record in resolve.records.values():
        found: dict[tuple[str, Key], Link] = {}
        for reach in reaches(record):
            target = resolve.one(reach.reference, reach.relation.to)
            if target is None:
                loose.append((record, reach))
            elif (reach.field, target.key) not in found:
                found[reach.field, target.key] = _link(record, target, reach)
        if found:
            out[record.key] = tuple(found.values())
        for link in found.values():
            back.setdefault(link.target.key, []).append(link)
    ways_back = {key: tuple(links) for key, links in back.items()}
    return Strategy(
        kinds, locale, resolve, out, ways_back, loose_ends(resolve, loose, drafts, missed)
    )


def _link(record: Record, target: Record, reach: Reach) -> Link:
    return Link(record, target, reach.field, reach.relation.inverse, reach.part, reach.loc)
