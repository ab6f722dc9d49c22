"""Grids of cells → the sheets that they fill: which sheet, which columns, row by row."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.forms.names import Key
from chemins.forms.workbook import HIDDEN, RECORDS, Column, Sheet
from chemins.imports.workbook_file import Grid, Value
from chemins.locales import Locale, closest, fold
from chemins.reading.encoding import hidden_in
from chemins.records.kinds import Kinds

_LOOKED_AT = 15
"""How many rows are looked at for the headings."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row that somebody filled."""

    sheet: Sheet
    """What it is a row of."""

    number: int
    """From 1, as the spreadsheet counts."""

    values: Mapping[Column, Value]
    """What its cells say; a column that the file lacks is not there."""

    filled: "Filled"
    """The sheet as it was found."""

    def text(self, column: Column | None) -> str:
        """What its cell of ``column`` says, as a text without blanks around it."""
        return said(self.values.get(column)) if column is not None else ""

    def place(self, column: Column | None) -> Place:
        """Where its cell of ``column`` is."""
        return self.filled.place(self.number, column)

    @property
    def is_blank(self) -> bool:
        """Whether nothing that one sees is filled."""
        return not any(said(v) for c, v in self.values.items() if c.role not in HIDDEN)


@dataclass(slots=True, eq=False)
class Filled:
    """A sheet of a file, recognised."""

    path: str
    """The file."""

    title: str
    """What the file calls the sheet."""

    sheet: Sheet
    """Which it is."""

    columns: Mapping[Column, int]
    """Where each of its columns is, from 1."""

    lines: list[Line] = field(default_factory=list)
    """Its rows, blank ones included when they have an identifier."""

    def place(self, row: int, column: Column | None) -> Place:
        """A place in the sheet."""
        at = self.columns.get(column, 1) if column is not None else 1
        return Place(self.path, row, at, 1, self.title, column.title if column else "")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds."""

    sheets: tuple[Filled, ...]
    """The sheets that were recognised."""

    written: Mapping[Key, str]
    """The records that it was written from, as it calls them; none when it is no export."""

    faults: tuple[Fault, ...]
    """What was not recognised, and cells without a value."""


def said(value: Value) -> str:
    """``value`` as a text, without blanks around it."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def found_in(
    grids: Sequence[Grid], path: str, sheets: Sequence[Sheet], kinds: Kinds, locale: Locale
) -> Found:
    """What ``grids`` of the file ``path`` say, as rows of ``sheets``."""
    ours = {fold(locale.text(f"workbook.{key}")) for key in ("read_me", "choices")}
    choices = fold(locale.text("workbook.choices"))
    faults: list[Fault] = []
    found: list[Filled] = []
    written: Mapping[Key, str] = {}
    for grid in grids:
        if fold(grid.title) == choices:
            written = {
                (said(row[0]), said(row[1])): said(row[2])
                for _, row in grid.rows
                if len(row) > 2 and said(row[0])
            }
        elif grid.is_hidden or fold(grid.title) in ours or not grid.rows:
            continue
        elif (sheet := _recognised(grid, sheets, kinds, locale)) is None:
            place = Place(path, 1, 1, 1, grid.title)
            faults.append(fault("W-SHEET-EXTRA", place, "sheet", name=grid.title))
        elif any(each.sheet is sheet for each in found):
            place = Place(path, 1, 1, 1, grid.title)
            faults.append(fault("W-SHEET-EXTRA", place, "twice", name=sheet.title))
        else:
            found.append(_filled(grid, path, sheet, faults))
    if not found:
        names = ", ".join(each.title for each in sheets if each.holds == RECORDS)
        faults.append(fault("E-SHEET-FILE", Place(path), "nothing", sheets=names))
    return Found(tuple(found), written, tuple(faults))


def _recognised(grid: Grid, sheets: Sequence[Sheet], kinds: Kinds, locale: Locale) -> Sheet | None:
    """The sheet that ``grid`` is: by its name, else by its headings."""
    for sheet in sheets:
        if fold(sheet.title) == fold(grid.title):
            return sheet
    named = kinds.named(grid.title, locale)
    weights = [(_weight(grid, sheet, sheet.kind is named), sheet) for sheet in sheets]
    weight, best = max(weights, key=lambda each: each[0])
    return best if weight > 0 else None


def _weight(grid: Grid, sheet: Sheet, is_named: bool) -> float:
    """How well the headings of ``grid`` fit ``sheet``: 0 when they do not."""
    _, columns = _headings(grid, sheet)
    seen = [each for each in columns if each.role not in HIDDEN]
    headings = max(
        (sum(bool(said(v)) for v in row) for _, row in grid.rows[:_LOOKED_AT]), default=0
    )
    needed = [each for each in sheet.columns if each.required]
    if any(each not in columns for each in needed) or len(seen) < min(2, len(needed) + 1):
        return 0
    share = len(seen) / max(headings, 1)
    return share + is_named + len(seen) / 1000 if share >= 0.5 or is_named else 0


def _headings(grid: Grid, sheet: Sheet) -> tuple[int, dict[Column, int]]:
    """The index of the row of headings, and where each column is; -1 when there is none."""
    best: tuple[int, dict[Column, int]] = (-1, {})
    for index, (_, cells) in enumerate(grid.rows[:_LOOKED_AT]):
        columns: dict[Column, int] = {}
        for at, cell in enumerate(cells, start=1):
            name = _plain(said(cell))
            column = next((c for c in sheet.columns if name in map(_plain, c.names)), None)
            if name and column is not None:
                columns.setdefault(column, at)
        if len(columns) > len(best[1]):
            best = (index, columns)
    return best


def _plain(heading: str) -> str:
    """``heading`` without its star, and with the spaces that typography is not sure of left out."""
    return re.sub(r"\s*:\s*", ":", fold(heading.rstrip("* \u00a0\u202f")))


def _filled(grid: Grid, path: str, sheet: Sheet, faults: list[Fault]) -> Filled:
    index, columns = _headings(grid, sheet)
    filled = Filled(path, grid.title, sheet, columns)
    if index < 0:
        place = Place(path, 1, 1, 1, grid.title)
        names = ", ".join(c.title for c in sheet.columns if c.role not in HIDDEN)
        faults.append(fault("E-SHEET-FILE", place, "headings", columns=names))
        return filled
    faults += _extra(grid, path, sheet, index, columns)
    below = grid.rows[index + 1 :]
    if below and _is_help(below[0][1], columns):
        below = below[1:]
    for number, cells in below:
        values = {c: cells[at - 1] if at <= len(cells) else None for c, at in columns.items()}
        line = Line(sheet, number, values, filled)
        if any(said(each) for each in values.values()):
            filled.lines.append(line)
        faults += [
            fault("E-CHARACTER", line.place(column), name=hidden)
            for column, value in values.items()
            if isinstance(value, str) and (hidden := hidden_in(value))
        ]
        faults += [
            fault("E-SHEET-FORMULA", line.place(column))
            for column, at in columns.items()
            if (number, at) in grid.broken
        ]
    return filled


def _is_help(cells: Sequence[Value], columns: Mapping[Column, int]) -> bool:
    return any(
        column.help and at <= len(cells) and fold(said(cells[at - 1])) == fold(column.help)
        for column, at in columns.items()
    )


def _extra(
    grid: Grid, path: str, sheet: Sheet, index: int, columns: Mapping[Column, int]
) -> Iterator[Fault]:
    """The headings that are no column of ``sheet``."""
    row, cells = grid.rows[index]
    free = [each.title for each in sheet.columns if each not in columns]
    needed = next((e.title for e in sheet.columns if e.required and e not in columns), None)
    for at, cell in enumerate(cells, start=1):
        if (name := said(cell)) and at not in columns.values():
            near = (closest(name, free) if free else None) or needed
            place = Place(path, row, at, 1, grid.title, name)
            variant = "near" if near else "column"
            yield fault("W-SHEET-EXTRA", place, variant, name=name, suggestion=near)


def lines_of(found: Iterable[Filled], holds: str) -> Iterator[Line]:
    """The rows of the sheets that hold ``holds``."""
    for filled in found:
        if filled.sheet.holds == holds:
            yield from filled.lines
