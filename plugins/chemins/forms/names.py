"""How a workbook names records: by their titles, which people know, and not by identifiers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from chemins.locales import Locale, fold
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of, reference_of
from chemins.records.kinds import folder_of
from chemins.records.relations import RECORDS, Relation

Key = tuple[str, str]
"""Kind and identifier."""


class Names:
    """The records of a site, by what a cell calls them."""

    def __init__(self, records: Iterable[Record], locale: Locale) -> None:
        """Titles that several records bear are followed by the identifier."""
        self._titles: dict[Key, str] = {}
        self._kinds: dict[str, type[Record]] = {}
        self._known: defaultdict[str, set[Key]] = defaultdict(set)
        self._former: dict[Key, Key] = {}
        held = list(records)
        counts = Counter(fold(each.label) for each in held)
        for each in held:
            title = " ".join(each.label.split())
            if counts[fold(each.label)] > 1:
                title = f"{title} ({_folder(each, locale)}/{each.identifier})"
            self._titles[each.key] = title
            self._kinds[each.kind] = type(each)
            for former in map(identifier_of, each.former_names):
                self._former.setdefault((each.kind, former), each.key)
            for name in (title, each.label, str(getattr(each, each.heading))):
                self._known[fold(name)].add(each.key)
        self._locale = locale

    def add(self, title: str, key: Key) -> None:
        """One more name, of a record that is about to be."""
        self._known[fold(title)].add(key)
        self._titles.setdefault(key, title)

    def title(self, key: Key) -> str:
        """What a cell calls the record ``key``."""
        return self._titles[key]

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Those of all records."""
        return tuple(dict.fromkeys(identifier for _, identifier in self._titles))

    def titles(self, relation: Relation | None) -> Iterator[str]:
        """What a cell may say, for a link that ``relation`` declares; any record without one."""
        for key, title in self._titles.items():
            if relation is None or relation.leads_to(key[0]):
                yield title

    def shown(self, typed: str, relation: Relation | None) -> str:
        """What a cell says for what a file says: the title, where one record is meant."""
        found = self.of_reference(reference_of(typed), relation)
        return self._titles[found[0]] if len(found) == 1 else typed

    def meant(self, said: str, relation: Relation | None) -> list[Key]:
        """The records that a cell may mean, among those that ``relation`` leads to."""
        by_title = [each for each in self._known.get(fold(said), ()) if _may(each, relation)]
        return sorted(by_title) or self.of_reference(reference_of(said), relation)

    def reference(self, key: Key, relation: Relation | None) -> str:
        """What a file says to mean the record ``key``: its folder too where that is needed."""
        if len(self.of_reference(key[1], relation)) == 1:
            return key[1]
        return f"{self._folder(key[0])}/{key[1]}"

    def of_reference(self, reference: str, relation: Relation | None) -> list[Key]:
        """The records that the identifier ``reference`` may mean; else those that bore it once."""
        folder, _, identifier = reference.rpartition("/")

        def is_it(key: Key) -> bool:
            folders = (key[0], fold(self._folder(key[0])).replace(" ", "-"))
            return key[1] == identifier and _may(key, relation) and folder in ("", *folders)

        found = [key for key in self._titles if is_it(key)]
        return found or [now for then, now in self._former.items() if is_it(then)]

    def _folder(self, kind: str) -> str:
        model = self._kinds.get(kind)
        return folder_of(model, self._locale) if model is not None and model.folder else kind


def _folder(record: Record, locale: Locale) -> str:
    return folder_of(type(record), locale) if record.folder else record.kind


def _may(key: Key, relation: Relation | None) -> bool:
    return relation is None or relation.to == (RECORDS,) or relation.leads_to(key[0])
