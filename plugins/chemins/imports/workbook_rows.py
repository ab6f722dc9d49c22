"""Rows of a workbook → whose they are: which record, which item of which list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from chemins.exports.workbook_rows import Words, called, shown, value_at
from chemins.faults.codes import fault
from chemins.forms.names import Key
from chemins.forms.workbook import (
    COUNTS,
    IDENTIFIER,
    ITEMS,
    LINKS,
    OWNER,
    PARENT,
    RANK,
    RECORDS,
    WHO,
    Column,
    shown_name,
)
from chemins.imports.workbook_cells import is_same
from chemins.imports.workbook_items import Place, in_order, item_at, known_title, ranks_of
from chemins.imports.workbook_sheets import Filled, Line, lines_of
from chemins.locales import closest, fold
from chemins.reading.folder import INDEX_NAMES
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of, shortened
from chemins.records.kinds import Kinds
from chemins.records.relations import Relation

if TYPE_CHECKING:
    from chemins.faults import Fault


@dataclass(slots=True)
class Rows:
    """The rows of a workbook, by what they are of."""

    records: dict[Key, Line] = field(default_factory=dict)
    """The row of each record, new ones included."""

    new: dict[Key, Line] = field(default_factory=dict)
    """The rows that make a record."""

    items: dict[tuple[Key, tuple[str, ...], Place], list[tuple[Place, Line]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Record, lists, item that holds them → the items: each with its place."""

    links: dict[Key, list[tuple[int, Line]]] = field(default_factory=lambda: defaultdict(list))
    """Record → its links: each with its number in its field, 0 for a new one."""

    gone: list[Key] = field(default_factory=list)
    """The records that have no row any more."""

    written: frozenset[Key] = frozenset()
    """The records that the workbook was written from. It speaks of them whole: what it leaves out
    goes. To any other record it can only add."""

    present: set[tuple[str, tuple[str, ...], str]] = field(default_factory=set)
    """The sheets that the workbook holds: kind, lists, what they hold."""


class Sorter:
    """Finds whose each row is."""

    def __init__(self, records: Sequence[Record], kinds: Kinds, words: Words) -> None:
        self.records = {each.key: each for each in records}
        self.kinds, self.words = kinds, words
        self.faults: list[Fault] = []
        self.rows = Rows()
        self._taken = set(self.records)

    def sorted(self, found: Iterable[Filled], written: Mapping[Key, str]) -> Rows:
        """The rows of the sheets ``found``; ``written`` are the records that they came from, by
        the titles that the workbook knows, whatever they are called since.
        """
        for key, title in written.items():
            if key in self.records and title:
                self.words.names.add(title, key)
        sheets = list(found)
        self.rows.present = {(f.sheet.kind.kind, f.sheet.loc, f.sheet.holds) for f in sheets}
        self.rows.written = frozenset(written)
        lines = [each for each in lines_of(sheets, RECORDS) if not each.is_blank]
        # Rows that were written come first: a new one may not take their place.
        for line in sorted(lines, key=lambda each: self._written(each) not in self.records):
            self._record(line)
        with_sheet = {kind for kind, _, holds in self.rows.present if holds == RECORDS}
        for key in self.records:
            if key in written and key[0] in with_sheet and key not in self.rows.records:
                self.rows.gone.append(key)
        for line in lines_of(sheets, LINKS):
            self._link(line)
        nested = (*lines_of(sheets, ITEMS), *lines_of(sheets, COUNTS))
        for line in sorted(nested, key=lambda each: len(each.sheet.loc)):
            self._item(line)
        for whose, items in list(self.rows.items.items()):
            self.rows.items[whose] = in_order(items)
        return self.rows

    def _written(self, line: Line) -> Key:
        """The record that the hidden column of ``line`` says it was written from."""
        kind = line.sheet.kind
        if not kind.folder:
            held = (key for key in self.records if key[0] == kind.kind)
            return next(held, (kind.kind, kind.kind))
        return (kind.kind, identifier_of(line.text(line.sheet.column(IDENTIFIER))))

    def _record(self, line: Line) -> None:
        kind = line.sheet.kind
        heading = _heading(line)
        title = line.text(heading)
        key = self._written(line)
        if key in self.rows.records and kind.folder:
            known = self.records.get(key)
            if known is not None and not is_same(title, known_title(known)):
                # A row that was copied, and given another title.
                key = (kind.kind, "")
        elif not key[1]:
            key = self._titled(kind.kind, title)
        if key in self.rows.records:
            first = self.rows.records[key].number
            said: dict[str, Any] = {"name": title, "first": first}
            self.faults.append(fault("E-SHEET-TWICE", line.place(heading), **said))
            return
        if key not in self.records:
            if kind.folder and (not key[1] or key in self._taken):
                key = (kind.kind, self._identifier(kind.kind, title))
            self.rows.new[key] = line
        self._taken.add(key)
        self.rows.records[key] = line
        if title:
            self.words.names.add(title, key)

    def _titled(self, kind: str, title: str) -> Key:
        """The record of this title: the row of a workbook that is brought in again."""
        meant = self.words.names.meant(title, Relation((kind,), "")) if title else []
        same = [each for each in meant if fold(self.words.names.title(each)) == fold(title)]
        return same[0] if len(same) == 1 else (kind, "")

    def _identifier(self, kind: str, title: str) -> str:
        # « n° 3 » is read « n 3 », and not « ndeg ».
        spelt = identifier_of(title.replace("°", " "))
        spelt = shortened(spelt) or kind
        name, number = spelt, 2
        while (kind, name) in self._taken or name in INDEX_NAMES:
            name, number = f"{spelt}-{number}", number + 1
        return name

    def _owner(self, line: Line) -> Key | None:
        """The record that ``line`` is of: by what one sees, where it says another than the hidden
        identifier."""
        kind = line.sheet.kind.kind
        if not line.sheet.kind.folder:
            return next((key for key in self._taken if key[0] == kind), (kind, kind))
        column = line.sheet.column(OWNER)
        hidden = (kind, identifier_of(line.text(line.sheet.column(IDENTIFIER))))
        title = line.text(column)
        relation = Relation((kind,), "")
        meant = self.words.names.meant(title, relation) if title else []
        if hidden in self._taken and (not title or hidden in meant):
            return hidden
        if len(meant) == 1:
            return meant[0]
        variant = "many" if meant else "missing" if not title else ""
        near = closest(title, list(self.words.names.titles(relation))) if title else None
        variant = "near" if near and not variant else variant
        self._tell_unowned(line, column, variant, value=title, suggestion=near)
        return None

    def _tell_unowned(
        self, line: Line, column: Column | None, variant: str, **said: str | None
    ) -> None:
        """Tells that the row names, in ``column``, nothing that it can belong to."""
        heading = column.title if column else ""
        place = line.place(column)
        self.faults.append(fault("E-SHEET-OWNER", place, variant, heading=heading, **said))

    def _link(self, line: Line) -> None:
        if line.is_blank or (key := self._owner(line)) is None:
            return
        number = line.text(line.sheet.column(RANK)).partition(".")[2]
        self.rows.links[key].append((int(number) if number.isdigit() else 0, line))

    def _item(self, line: Line) -> None:
        if line.is_blank or (key := self._owner(line)) is None:
            return
        loc = line.sheet.loc
        rank = tuple(int(n) for n in line.text(line.sheet.column(RANK)).split(".") if n.isdigit())
        parent = self._parent(line, key, rank[:-1]) if len(loc) > 1 else ()
        if parent is None:
            return
        place: Place = ("new", line.number)
        siblings = self.rows.items[(key, loc, parent)]
        if len(rank) == len(loc) and rank[:-1] == parent and self._is_there(key, loc, rank):
            hidden = line.text(line.sheet.column(IDENTIFIER))
            is_own = not line.sheet.kind.folder or identifier_of(hidden) == key[1]
            if is_own and all(each != rank for each, _ in siblings):
                place = rank
        if place[:1] == ("new",) and key in self.records and key not in self.rows.written:
            place = self._known(line, key, parent, siblings) or place
        siblings.append((place, line))

    def _known(
        self, line: Line, key: Key, parent: Place, siblings: Sequence[tuple[Place, Line]]
    ) -> Place | None:
        """The item that ``line``, which is brought in again, made the first time."""
        record, loc = self.records[key], line.sheet.loc
        column = _called(line)
        name = fold(line.text(column))
        taken = [place for place, _ in siblings]
        for rank in ranks_of(record, loc):
            item = item_at(record, loc, rank)
            if column is None or isinstance(item, tuple):
                called_so = item[0]
            else:
                called_so = str(shown(value_at(item, column.loc), column, self.words) or "")
            if rank[:-1] == parent and rank not in taken and fold(called_so) == name:
                return rank
        return None

    def _is_there(self, key: Key, loc: tuple[str, ...], rank: tuple[int, ...]) -> bool:
        return item_at(self.records.get(key), loc, rank) is not None

    def _parent(self, line: Line, key: Key, rank: tuple[int, ...]) -> Place | None:
        """The place of the item that holds ``line``."""
        above = line.sheet.loc[:-1]
        column = line.sheet.column(PARENT)
        title = line.text(column)
        known: dict[Place, list[str]] = defaultdict(list)
        kind = line.sheet.kind.kind
        for (owner, loc, parent), lines in self.rows.items.items():
            if owner == key and loc == above:
                for place, each in lines:
                    where = (*parent, place) if place[:1] == ("new",) and parent else place
                    known[where].append(each.text(_called(each)))
        has_sheet = (kind, above, ITEMS) in self.rows.present
        record = self.records.get(key)
        for old in ranks_of(record, above):
            if not has_sheet or old in known:
                known[old].append(called(item_at(record, above, old), self.words))
        meant = [place for place, names in known.items() if fold(title) in map(fold, names)]
        # Where the words name nothing, the item was given other words in its own sheet.
        if rank in known and (not meant or rank in meant):
            return rank
        if len(meant) == 1:
            return meant[0]
        # Its item was taken out of the sheet above: what it held goes with it.
        held = item_at(record, above, rank) if len(rank) == len(above) else None
        if held is not None and not meant and fold(called(held, self.words)) == fold(title):
            return None
        near = closest(title, [name for names in known.values() for name in names if name])
        variant = "item_many" if meant else "item_near" if near and title else "item"
        self._tell_unowned(line, column, variant, value=title, suggestion=near)
        return None


def _heading(line: Line) -> Column | None:
    """The column that names a record."""
    name = (line.sheet.kind.heading,)
    return next((each for each in line.sheet.columns if each.loc == name), None)


def _called(line: Line) -> Column | None:
    """The column that names an item."""
    part = line.sheet.part
    if part is None:
        return line.sheet.column(WHO)
    name = (shown_name(part),)
    return next((each for each in line.sheet.columns if each.loc == name), None)
