"""Which columns of a table hold the date, the place and the value of an indicator."""

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass

from chemins.locales import LANGUAGES, Locale, closest, fold, load
from chemins.reading.spots import Nowhere, Spots
from chemins.reading.tables import Table
from chemins.records.indicator import Series
from chemins.records.types import quartier_code_in
from chemins.records.when import When

_YEAR = re.compile(r"(?:19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the values of an indicator stand in a table. Columns are counted from 0."""

    values: tuple[tuple[int, When | None], ...]
    """The columns of values, each with the date that its heading or the record gives it."""

    date: int | None
    """The column of dates; none where they are known otherwise."""

    quartier: int | None
    """The column that says in which quartier."""

    commune: int | None
    """The column that says in which commune."""

    note: int | None
    """The column of notes."""

    filters: tuple[tuple[int, str], ...]
    """What must stand in which column for a row to be meant, folded."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why nobody knows which columns are meant."""

    problem: str
    """Its code."""

    field: str
    """The field of the series that would say so."""

    values: dict[str, str] = dataclasses.field(default_factory=dict)
    """What there is to say of it."""


def columns_of(
    table: Table, series: Series, locale: Locale, codes: int | None
) -> Columns | Unclear:
    """The columns of ``table`` that ``series`` means; ``codes`` is the one of ``code_column``."""
    filters = []
    for each in series.rows:
        at = table.column(each.column)
        if at is None:
            return _unknown(table, each.column, "rows")
        filters.append((at, fold(each.value or "")))
    column = _named(table, series.column)
    if series.column and column is None:
        return _unknown(table, series.column, "column")
    key = _named(table, series.key)
    if series.key and key is None:
        return _unknown(table, series.key, "key")
    known = {at for at, _ in filters} | {each for each in (column, key) if each is not None}
    quartier = next((at for at in (key, codes) if at is not None and at not in known - {key}), None)
    if quartier is None:
        quartier = _headed(table, "quartier", locale, known)
    date = _headed(table, "date", locale, known)
    others = {at for at in (quartier, date) if at is not None} | known
    commune = _headed(table, "commune", locale, others)
    note = _headed(table, "note", locale, others)
    others |= {at for at in (commune, note) if at is not None}
    values = _values(table, series, column, date, others, locale)
    if isinstance(values, Unclear):
        return values
    return Columns(values, date, quartier, commune, note, tuple(filters))


def _values(
    table: Table,
    series: Series,
    column: int | None,
    date: int | None,
    others: set[int],
    locale: Locale,
) -> tuple[tuple[int, When | None], ...] | Unclear:
    if column is None:
        column = _headed(table, "value", locale, others)
    years = [
        (at, When(int(head)))
        for at, head in enumerate(table.headings)
        if _YEAR.fullmatch(head) and at not in others
    ]
    left = [at for at, head in enumerate(table.headings) if head and at not in others]
    if column is None and years and date is None:
        return tuple(years)
    if column is None and len(left) == 1:
        column = left[0]
    if column is None:
        return Unclear("value", "file", {"columns": ", ".join(table.headings[at] for at in left)})
    if date is None and series.date is None:
        return Unclear("date", "file")
    return ((column, None if date is not None else series.date),)


def _named(table: Table, heading: str | None) -> int | None:
    return table.column(heading) if heading else None


def _unknown(table: Table, heading: str, name: str) -> Unclear:
    headings = [each for each in table.headings if each]
    near = closest(heading, headings)
    values = {"heading": heading, "columns": ", ".join(headings[:40])}
    return Unclear("column", name, values | ({"suggestion": near} if near else {}))


def _headed(table: Table, what: str, locale: Locale, taken: Iterable[int]) -> int | None:
    """The first column whose heading is one of the words for ``what``, in any language."""
    for known in (locale, *map(load, LANGUAGES)):
        words = {fold(word) for word in known.text(f"columns.{what}").split(",")}
        for at, heading in enumerate(table.headings):
            if fold(heading) in words and at not in taken:
                return at
    return None


def code_column(table: Table, spots: Spots) -> int | None:
    """The column of official codes, under whatever name: of two generations, the one of ours."""
    found: int | None = None
    for at in range(len(table.headings)):
        cells = (cells[at] for _, cells in table.rows if at < len(cells))
        some = [code for cell in cells if (code := quartier_code_in(cell))]
        if some and any(not isinstance(spots.of(code), Nowhere) for code in some):
            return at
        if some and found is None:
            found = at
    return found
