"""Records → a workbook (.xlsx) that a team fills: drop-downs, dates, help, hidden identifiers.

The same records give the same bytes, whenever and wherever it is written.
"""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from chemins.exports.workbook_archive import settled
from chemins.exports.workbook_rows import Cell, Row, Words, rows_of
from chemins.faults import Fault
from chemins.faults.codes import fault
from chemins.forms.names import Names
from chemins.forms.workbook import (
    COUNT,
    FIELD,
    HIDDEN,
    LINK,
    OWNER,
    TARGET,
    Column,
    Sheet,
    links_in,
    sheets_of,
    workshop_of,
)
from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.kinds import Kinds
from chemins.records.relations import Relation
from chemins.records.words import label_of

MAX_CELL = 32767
"""Signs that a cell holds: what is longer is cut by every spreadsheet, silently."""

FIRST_ROW = 3
"""The row below the headings and their help."""

_MADE = datetime(2000, 1, 1)
_ROWS_READY = 2000
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")
_FIRST_LIST = 4
"""The first column of choices in the hidden sheet: those before it say what was written."""

_FONT = "Calibri"
_LINE, _MOST_LINES = 15, 6
_COLOURS = ("1F4E79", "385723", "7F6000", "833C0B", "3B3838", "44546A", "525252")
_HEAD, _HELP = PatternFill("solid", "1F3864"), PatternFill("solid", "EDF1F7")
_WIDTHS = {"prose": 50, "body": 60, "line": 30, "reference": 30, "choice": 18, "flag": 10}


@dataclass(slots=True)
class _Choices:
    """The hidden sheet of what may be chosen: a column a list, each once."""

    sheet: Any
    places: dict[tuple[str, ...], str]

    def range_of(self, words: Iterable[str]) -> str:
        """Where ``words`` stand, as a formula says it; nothing without words."""
        held = tuple(words)
        if held and held not in self.places:
            column = len(self.places) + _FIRST_LIST
            for row, word in enumerate(held, start=1):
                _write(self.sheet.cell(row, column), word)
            letter = get_column_letter(column)
            self.places[held] = f"'{self.sheet.title}'!${letter}$1:${letter}${len(held)}"
        return self.places.get(held, "")


def workbook_of(
    records: Sequence[Record], kinds: Kinds, locale: Locale, name: str
) -> bytes | list[Fault]:
    """The workbook ``name`` of ``records``, or what keeps it from being one."""
    words = Words(Names(records, locale), locale)
    sheets = sheets_of(kinds, locale)
    rows = {each.title: list(rows_of(each, records, words)) for each in sheets}
    wrong = [each for sheet in sheets for each in _too_long(sheet, rows[sheet.title], records)]
    if wrong:
        return wrong
    guide = locale.text("workbook.guide", file=name)
    return _made(sheets, rows, words, guide, [each.key for each in records])


def workshop(records: Sequence[Record], kinds: Kinds, locale: Locale, name: str) -> bytes:
    """The workbook that a workshop fills in the room: its few sheets are empty."""
    words = Words(Names(records, locale), locale)
    sheets = workshop_of(kinds, locale)
    titles = {"".join((each.kind.kind, *each.loc)): each.title for each in sheets}
    guide = locale.text(
        "workbook.workshop",
        file=name,
        session=titles["session"],
        ideas=titles["sessionideas"],
        visions=titles["vision"],
        changes=titles["change"],
        contributions=titles["changecontributes_to"],
    )
    return _made(sheets, {each.title: [] for each in sheets}, words, guide, [])


def _too_long(sheet: Sheet, rows: Iterable[Row], records: Iterable[Record]) -> Iterable[Fault]:
    by_key = {each.key: each for each in records}
    for row in rows:
        for column, cell in zip(sheet.columns, row.cells, strict=True):
            if isinstance(cell, str) and len(_escaped(cell)) > MAX_CELL:
                record = by_key[row.key]
                loc = [*sheet.loc[:1], *column.loc[:1]] if column.role == FIELD else []
                place = record.place_of(*loc) if loc else record.source.body_place(1, 1, 1)
                values: dict[str, Any] = {
                    "label": column.title,
                    "length": len(cell),
                    "limit": MAX_CELL,
                }
                yield fault("E-SHEET-LONG", place, **values, title=record.label)


def _made(
    sheets: Sequence[Sheet],
    rows: dict[str, list[Row]],
    words: Words,
    guide: str,
    keys: Sequence[tuple[str, str]],
) -> bytes:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _guide(first, words.locale.text("workbook.read_me"), guide)
    made = [book.create_sheet(each.title) for each in sheets]
    hidden = book.create_sheet(words.locale.text("workbook.choices"))
    hidden.sheet_state = "hidden"
    hidden.protection.sheet = True
    # What was written is what can be missed: a record made since is no removed row.
    for number, (kind, identifier) in enumerate(keys, start=1):
        hidden.cell(number, 1, kind)
        hidden.cell(number, 2, identifier)
        _write(hidden.cell(number, 3), words.names.title((kind, identifier)))
    choices = _Choices(hidden, {})
    kinds = list(dict.fromkeys(each.kind for each in sheets))
    for sheet, page in zip(sheets, made, strict=True):
        page.sheet_properties.tabColor = _COLOURS[kinds.index(sheet.kind) % len(_COLOURS)]
        _fill(page, sheet, rows[sheet.title], words, choices)
    book.properties.creator = words.locale.text("workbook.made_by")
    book.properties.created = book.properties.modified = _MADE
    raw = io.BytesIO()
    book.save(raw)
    return settled(raw.getvalue())


def _guide(page: Worksheet, title: str, guide: str) -> None:
    page.title = title
    page.column_dimensions["A"].width = 110
    page.protection.sheet = True
    for number, line in enumerate(guide.split("\n"), start=1):
        cell = page.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name=_FONT, bold=number == 1, size=13 if number == 1 else 11)


def _fill(page: Any, sheet: Sheet, rows: Sequence[Row], words: Words, choices: _Choices) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        _head(page, number, column)
        _prepare(page, number, column)
        _choose(page, number, sheet, column, words, choices)
    page.row_dimensions[2].height = 62
    for at, row in enumerate(rows, start=FIRST_ROW):
        for number, (column, value) in enumerate(
            zip(sheet.columns, row.cells, strict=True), start=1
        ):
            cell = page.cell(at, number)
            cell.protection = Protection(locked=False)
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
            cell.number_format = _format(column, value)
            _write(cell, value)
        page.row_dimensions[at].height = _LINE * max(map(_lines, sheet.columns, row.cells))
    lead = sum(each.role in HIDDEN for each in sheet.columns) + 1
    page.freeze_panes = page.cell(FIRST_ROW, lead + 1)
    _protect(page)


def _lines(column: Column, value: Cell) -> int:
    """How many lines of its cell ``value`` takes, a few at most: the rest is read in the cell.

    Spreadsheets do not all make a row as high as its text.
    """
    if column.role in HIDDEN or value is None:
        return 1
    width = _width(column)
    return min(sum(1 + len(line) // width for line in str(value).split("\n")), _MOST_LINES)


def _width(column: Column) -> int:
    holds = column.declared.holds if column.declared else column.role
    return _WIDTHS.get(holds, 34 if column.role in (OWNER, TARGET) else 16)


def _head(page: Any, number: int, column: Column) -> None:
    head = page.cell(1, number, f"{column.title} *" if column.required else column.title)
    head.font, head.fill = Font(name=_FONT, bold=True, color="FFFFFF"), _HEAD
    head.alignment = Alignment(wrap_text=True, vertical="center")
    said = page.cell(2, number, column.help)
    said.font, said.fill = Font(name=_FONT, italic=True, size=9, color="404040"), _HELP
    said.alignment = Alignment(wrap_text=True, vertical="top")


def _prepare(page: Any, number: int, column: Column) -> None:
    """What the empty cells of ``column`` are ready for."""
    side = page.column_dimensions[get_column_letter(number)]
    side.width = _width(column)
    side.hidden = column.role in HIDDEN
    side.protection = Protection(locked=False)
    side.number_format = _format(column, None)
    side.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")


def _format(column: Column, value: Cell) -> str:
    holds = column.declared.holds if column.declared and not column.declared.many else ""
    if isinstance(value, date) or (holds == "day" and not isinstance(value, str)):
        return "dd/mm/yyyy"
    if holds in ("whole", "year", "number", "degrees", "when") or column.role == COUNT:
        return "General"
    # A cell of text keeps what is typed: the zero of a telephone, « 3/4 », « =SOMME ».
    return "@"


def _write(cell: Any, value: Cell) -> None:
    if isinstance(value, str):
        cell.value = _escaped(value)
        # openpyxl takes « =… » for a formula: it is a text.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@", "'"))
    else:
        cell.value = value


def _escaped(text: str) -> str:
    """``text`` where no letters are read as the code of a sign: « _x0041_ »."""
    return _ESCAPE.sub(lambda found: f"_x005F{found[0]}", text)


def _choose(
    page: Any, number: int, sheet: Sheet, column: Column, words: Words, choices: _Choices
) -> None:
    """The list that the cells of ``column`` open."""
    options, strict = _options(sheet, column, words)
    where = choices.range_of(options)
    if not where:
        return
    letter = get_column_letter(number)
    rule = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=strict)
    rule.add(f"{letter}{FIRST_ROW}:{letter}{_ROWS_READY}")
    page.add_data_validation(rule)


def _options(sheet: Sheet, column: Column, words: Words) -> tuple[list[str], bool]:
    """What may be chosen, and whether nothing else may be typed."""
    declared = column.declared
    links = [each.relation for each in links_in(sheet.kind) if each.relation]
    if column.role == OWNER:
        return list(words.names.titles(Relation((sheet.kind.kind,), ""))), False
    if column.role == LINK:
        return [
            label_of(sheet.kind, each.name, words.locale) for each in links_in(sheet.kind)
        ], True
    if column.role == TARGET:
        titles = (title for each in links for title in words.names.titles(each))
        return list(dict.fromkeys(titles)), False
    if declared is None or declared.many:
        return [], False
    if declared.choice is not None:
        return list(declared.choice.words(words.locale).values()), True
    if declared.holds == "flag":
        return [words.locale.text(f"flags.{key}").split(",")[0] for key in ("yes", "no")], True
    return (list(words.names.titles(column.relation)), False) if column.relation else ([], False)


def _protect(page: Any) -> None:
    page.protection.sheet = True
    for act in ("insertRows", "deleteRows", "formatColumns", "formatRows", "formatCells", "sort"):
        setattr(page.protection, act, False)
    page.protection.autoFilter = False
