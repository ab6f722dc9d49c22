"""A record and the rows that speak of it → the record as those rows say it."""

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from chemins.exports.workbook_rows import Words, value_at
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.forms.names import Key
from chemins.forms.workbook import (
    BODY,
    COUNT,
    COUNTS,
    FIELD,
    ITEMS,
    LINK,
    LINKS,
    TARGET,
    WHO,
    Column,
    Sheet,
    links_in,
    lists_in,
    sheets_of,
)
from chemins.imports.rewriting import with_value
from chemins.imports.workbook_cells import is_same, reference, typed
from chemins.imports.workbook_items import links_in_order, with_others
from chemins.imports.workbook_rows import Rows
from chemins.imports.workbook_sheets import Line, said
from chemins.locales import closest, fold
from chemins.reading.record import value_fault
from chemins.records.base import Loc, Record
from chemins.records.declaration import declaration
from chemins.records.kinds import Kinds
from chemins.records.words import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class Builder:
    """Makes records of rows; keeps what is wrong with their cells."""

    def __init__(self, rows: Rows, kinds: Kinds, words: Words) -> None:
        self.rows, self.words = rows, words
        self.faults: list[Fault] = []
        self._sheets = {
            (each.kind.kind, each.loc): each
            for each in sheets_of(kinds, words.locale)
            if each.holds in (ITEMS, COUNTS)
        }
        self._spots: dict[Loc, tuple[Line, Column | None]] = {}
        self._adds = False
        """Whether the workbook was not written from the record: it can only add to it."""

    def record(self, kind: type[Record], key: Key, old: Record | None) -> Record | None:
        """The record ``key`` as the workbook says it; none when that makes no record."""
        self._spots = {}
        self._adds = old is not None and key not in self.rows.written
        line = self.rows.records.get(key)
        values = self._own(kind, old, line, ())
        values |= self._lists(kind, kind, old, key, (), (), ())
        values |= self._links(kind, key, old)
        values["body"] = self._body(line, old)
        if old is not None and all(values[name] is _held(old, name) for name in values):
            return old
        held: dict[str, Any] = {
            "identifier": old.identifier if old else key[1] if kind.folder else ""
        }
        if old is not None:
            held["source"] = old.source
        try:
            return kind.model_validate(
                {name: each for name, each in values.items() if each is not None} | held,
                context={"locale": self.words.locale},
            )
        except ValidationError as error:
            for each in error.errors(include_url=False, include_input=False):
                place = self._place(each["loc"], kind, line)
                self.faults.append(value_fault(each, kind, place, self.words.locale))
        return None

    def _own(self, model: Any, old: Any, line: Line | None, loc: Loc) -> dict[str, Any]:
        """The fields of ``model`` that stand in columns, by name."""
        values: dict[str, Any] = {name: _held(old, name) for name in declaration(model)}
        if line is None:
            return values
        self._spots[loc] = (line, None)
        changed: dict[tuple[str, ...], Any] = {}
        for column, value in line.values.items():
            if column.role != FIELD or column.loc[0] not in values:
                continue
            if self._adds and not said(value):
                continue
            here = (*loc, *column.loc)
            self._spots[here] = (line, column)
            before = value_at(old, column.loc)
            is_new, now = typed(
                value, before, column, self.words, line.place(column), self.faults.append
            )
            if is_new:
                changed[column.loc] = now
        for path, now in changed.items():
            if len(path) == 1:
                values[path[0]] = now
            else:
                values[path[0]] = with_value(values[path[0]], path[1:], now)
        for name in {path[0] for path in changed if len(path) > 1}:
            if isinstance(values[name], dict) and not any(
                each not in (None, ()) for each in values[name].values()
            ):
                values[name] = None
        return values

    def _lists(
        self,
        kind: type[Record],
        model: Any,
        old: Any,
        key: Key,
        path: tuple[str, ...],
        parent: tuple[Any, ...],
        loc: Loc,
    ) -> dict[str, Any]:
        """The lists of parts of ``model``, by name."""
        values: dict[str, Any] = {}
        for declared in lists_in(model):
            before = _held(old, declared.name)
            below = (*path, declared.name)
            sheet = self._sheets[(kind.kind, below)]
            here = (*loc, declared.name)
            has_sheet = (kind.kind, below, sheet.holds) in self.rows.present
            if not has_sheet and not self._speaks_below(kind, below):
                values[declared.name] = before
                continue
            items = self._items(sheet, key, below, parent, before or (), here, has_sheet)
            same = len(items) == len(before or ()) and all(
                one is other for one, other in zip(items, before or (), strict=True)
            )
            values[declared.name] = before if same else tuple(items)
        return values

    def _speaks_below(self, kind: type[Record], path: tuple[str, ...]) -> bool:
        return any(
            code == kind.kind and loc[: len(path)] == path and loc != path
            for code, loc, _ in self.rows.present
        )

    def _items(
        self,
        sheet: Sheet,
        key: Key,
        path: tuple[str, ...],
        parent: tuple[Any, ...],
        before: tuple[Any, ...],
        loc: Loc,
        has_sheet: bool,
    ) -> list[Any]:
        rows: Sequence[tuple[tuple[Any, ...], Line | None]]
        if has_sheet:
            rows = self.rows.items.get((key, path, parent), [])
            if self._adds:
                rows = with_others(rows, parent, len(before))
        else:
            numbers = range(1, len(before) + 1)
            rows = [((*parent, number), None) for number in numbers]
        items: list[Any] = []
        for place, line in rows:
            is_new = place[:1] == ("new",)
            old = None if is_new else before[int(place[-1]) - 1]
            here = (*loc, len(items))
            where = (*parent, place) if is_new and parent else place
            if sheet.holds == COUNTS:
                items.append(self._count(sheet, line, old, here))
                continue
            values = self._own(sheet.part, old, line, here)
            values |= self._lists(
                sheet.kind,
                sheet.part,
                old,
                key,
                path,
                where,
                here,
            )
            if old is not None and all(values[name] is _held(old, name) for name in values):
                items.append(old)
            else:
                items.append({n: v for n, v in values.items() if v is not None})
        return items

    def _count(self, sheet: Sheet, line: Line | None, old: Any, loc: Loc) -> Any:
        if line is None:
            return old
        who, count = sheet.column(WHO), sheet.column(COUNT)
        self._spots[loc] = (line, count)
        self._spots[(*loc, 0)], self._spots[(*loc, 1)] = (line, who), (line, count)
        values = (line.text(who), line.text(count))
        if old is not None and all(
            is_same(now, then) for now, then in zip(values, old, strict=True)
        ):
            return old
        return (values[0], values[1] or "0")

    def _links(self, kind: type[Record], key: Key, old: Record | None) -> dict[str, Any]:
        """The lists of plain links, by name."""
        names = {fold(label_of(kind, d.name, self.words.locale)): d for d in links_in(kind)}
        values = {each.name: _held(old, each.name) for each in names.values()}
        if (kind.kind, (), LINKS) not in self.rows.present:
            return values
        found: dict[str, list[tuple[int, Any]]] = {each.name: [] for each in names.values()}
        for number, line in self.rows.links.get(key, ()):
            link, target = line.sheet.column(LINK), line.sheet.column(TARGET)
            name = line.text(link)
            declared = names.get(fold(name))
            if declared is None:
                near = closest(name, [label_of(kind, n, self.words.locale) for n in found])
                choices = ", ".join(label_of(kind, n, self.words.locale) for n in found)
                self.faults.append(
                    fault(
                        "E-CHOICE" if name else "E-MISSING",
                        line.place(link),
                        ("near" if near else "") if name else "cell",
                        value=name,
                        key=link.title if link else "",
                        choices=choices,
                        suggestion=near,
                        label=link.title if link else "",
                    )
                )
                continue
            before = values[declared.name] or ()
            then = before[number - 1] if 0 < number <= len(before) else None
            text = line.text(target)
            if not text:
                title = target.title if target else ""
                self.faults.append(
                    fault("E-MISSING", line.place(target), "cell", key=title, label=title)
                )
                continue
            if then is not None and is_same(text, self.words.names.shown(then, declared.relation)):
                now = then
            else:
                assert target is not None
                column = Column(FIELD, target.title, "", (), declared, True, declared.relation)
                place = line.place(target)
                now = reference(text, column, self.words, place, self.faults.append)
            self._spots[(declared.name, len(found[declared.name]))] = (line, target)
            found[declared.name].append((number, now))
        for name, links in found.items():
            now = tuple(link for _, link in links_in_order(links))
            if self._adds:
                now = tuple(dict.fromkeys((*(values[name] or ()), *now)))
            values[name] = values[name] if now == (values[name] or ()) else now
        return values

    def _body(self, line: Line | None, old: Record | None) -> Any:
        before = old.body if old is not None else ""
        column = line.sheet.column(BODY) if line is not None else None
        if line is None or column is None or column not in line.values:
            return before
        self._spots[("body",)] = (line, column)
        text = said(line.values[column])
        return before if is_same(text, before) or (self._adds and not text) else text

    def _place(self, loc: Loc, kind: type[Record], line: Line | None) -> Place:
        """The cell that holds what pydantic calls ``loc``."""
        for size in range(len(loc), -1, -1):
            spot = self._spots.get(loc[:size])
            if spot is None:
                continue
            row, column = spot
            if column is None:
                rest = tuple(each for each in loc[size:] if isinstance(each, str))
                wanted = (each for each in row.sheet.columns if each.loc and each.loc == rest)
                column = next(wanted, None) or next(
                    (each for each in row.sheet.columns if rest and each.loc[:1] == rest[:1]), None
                )
            return row.place(column)
        return line.place(None) if line is not None else Place(kind.kind)


def _held(holder: Any, name: str) -> Any:
    return getattr(holder, name) if holder is not None else None
