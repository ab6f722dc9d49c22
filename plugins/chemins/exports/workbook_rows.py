"""Records → the rows of a workbook, cell by cell: what the export writes, and what the import
compares a workbook with, so that only what a person changed is a change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from chemins.forms.names import Key, Names
from chemins.forms.workbook import (
    BODY,
    COUNT,
    COUNTS,
    FIELD,
    IDENTIFIER,
    LINK,
    LINKS,
    OWNER,
    PARENT,
    RANK,
    RECORDS,
    TARGET,
    WHO,
    Column,
    Sheet,
    links_in,
    shown_name,
)
from chemins.locales import Locale
from chemins.records.base import Part, Record
from chemins.records.declaration import declaration
from chemins.records.relations import Relation
from chemins.records.types import Choice
from chemins.records.when import When
from chemins.records.words import label_of

Cell = str | int | float | date | None
"""What a cell says."""

Rank = tuple[int | str, ...]
"""The place of an item in its record: its number in each list that leads to it, from 1."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet."""

    key: Key
    """The record that it is of, or of a part of which."""

    rank: Rank
    """Which part."""

    cells: tuple[Cell, ...]
    """What it says, column by column."""


@dataclass(frozen=True, slots=True)
class Words:
    """What cells are said with."""

    names: Names
    locale: Locale


def rows_of(sheet: Sheet, records: Iterable[Record], words: Words) -> Iterator[Row]:
    """The rows of ``sheet`` that ``records`` fill."""
    for record in records:
        if type(record) is not sheet.kind:
            continue
        if sheet.holds == RECORDS:
            yield _row(sheet, record, (), {}, record, words)
        elif sheet.holds == LINKS:
            yield from _links(sheet, record, words)
        else:
            for rank, parent, item in _items(record, sheet.loc):
                above = called(parent, words) if isinstance(parent, Part) else None
                yield _row(sheet, record, rank, {PARENT: above}, item, words)


def _links(sheet: Sheet, record: Record, words: Words) -> Iterator[Row]:
    for declared in links_in(type(record)):
        label = label_of(type(record), declared.name, words.locale)
        for number, typed in enumerate(getattr(record, declared.name), start=1):
            said: dict[str, Cell] = {
                LINK: label,
                TARGET: words.names.shown(typed, declared.relation),
            }
            yield _row(sheet, record, (declared.name, number), said, None, words)


def _items(holder: Any, loc: tuple[str, ...], rank: Rank = ()) -> Iterator[tuple[Rank, Any, Any]]:
    """Each item at the end of the lists ``loc``: its rank, what holds it, itself."""
    for number, item in enumerate(getattr(holder, loc[0]), start=1):
        here = (*rank, number)
        if len(loc) == 1:
            yield here, holder, item
        else:
            yield from _items(item, loc[1:], here)


def _row(
    sheet: Sheet, record: Record, rank: Rank, said: dict[str, Cell], item: Any, words: Words
) -> Row:
    known: dict[str, Cell] = {
        IDENTIFIER: record.identifier or record.kind,
        RANK: ".".join(map(str, rank)) or None,
        OWNER: words.names.title(record.key),
        BODY: record.body or None,
        **said,
    }
    if sheet.holds == COUNTS:
        known |= {WHO: item[0], COUNT: item[1]}
    cells = (
        shown(value_at(item, each.loc), each, words) if each.role == FIELD else known.get(each.role)
        for each in sheet.columns
    )
    return Row(record.key, rank, tuple(cells))


def value_at(holder: Any, loc: tuple[str, ...]) -> Any:
    """The value of ``holder`` that ``loc`` leads to; none where the way there says nothing."""
    for name in loc:
        holder = None if holder is None else getattr(holder, name)
    return holder


def shown(value: Any, column: Column, words: Words) -> Cell:
    """``value`` as a cell of ``column`` says it."""
    if column.declared is not None and column.declared.many:
        items = (_shown(each, column.relation, words) for each in value or ())
        return "\n".join(map(str, items)) or None
    return _shown(value, column.relation, words)


def _shown(value: Any, relation: Relation | None, words: Words) -> Cell:
    if value is None or value is False:
        return None
    if value is True:
        return words.locale.text("flags.yes").split(",")[0]
    if isinstance(value, Choice):
        return value.said(words.locale)
    if isinstance(value, When):
        if value.day and value.year > _FIRST_YEAR:
            return date(value.year, value.month, value.day)
        return value.said(words.locale)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date) and value.year <= _FIRST_YEAR:
        return value.isoformat()
    if isinstance(value, str) and relation is not None:
        return words.names.shown(value, relation)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, (str, int, float, date)) else str(value)


_FIRST_YEAR = 1900
"""Spreadsheets know no date before it, and the first one wrongly."""


def called(item: Part, words: Words) -> str:
    """What a person calls ``item``, in the sheets of what it holds."""
    name = shown_name(type(item))
    said = _shown(getattr(item, name), declaration(type(item))[name].relation, words)
    return "" if said is None else str(said)
