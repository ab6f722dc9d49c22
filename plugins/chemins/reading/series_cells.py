"""The rows of a table → what was measured, each wrong cell with its line and its column."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter, ValidationError

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import Locale, closest, fold
from chemins.reading.series_columns import Columns
from chemins.reading.spots import Nowhere, Spot, Spots
from chemins.reading.tables import Table
from chemins.records.indicator import Gap, Measurement, gap_of
from chemins.records.types import MAX_LINE, Moment, Number
from chemins.records.when import When

MOST_COLUMNS = 5
"""How many columns a sentence names: a table of measures has forty."""

MOST_PARTED = 3
"""By how many columns rows that part one period differ, at most: age, sex, and their code."""

_NUMBER: TypeAdapter[Any] = TypeAdapter(Number)
_MOMENT: TypeAdapter[Any] = TypeAdapter(Moment)


class Cells:
    """A table read for one indicator."""

    def __init__(self, table: Table, columns: Columns, spots: Spots, locale: Locale) -> None:
        """Takes the table and where its values stand."""
        self._table, self._columns, self._spots = table, columns, spots
        self._locale = locale
        self._context = {"locale": locale}
        self._dates: dict[str, When | None] = {}
        self._is_parted = False
        self.faults: list[Fault] = []

    def measurements(self) -> Iterator[tuple[int, Measurement]]:
        """Each value of the table that is of this strategy, with the line of its row."""
        width = len(self._table.headings)
        for line, cells in self._table.rows:
            if len(cells) > width and any(cells[width:]):
                self._fault(line, width, "E-ROW", "wide", cells=len(cells), columns=width)
                continue
            if not self._is_meant(cells):
                continue
            spot = self._spot(line, cells)
            if spot is None:
                continue
            note = _cell(cells, self._columns.note)[:MAX_LINE] or None
            for at, date in self._columns.values:
                yield from self._measured(line, cells, at, date, spot, note)

    def repeated(self, line: int, each: Measurement, first: int) -> None:
        """Tells that the row on ``line`` gives again what the row on ``first`` gave.

        Rows that part one period by age or by sex do so all through a table: one is told.
        """
        parted = list(self._parting(line, first)) if first else []
        if parted and self._is_parted:
            return
        self._is_parted = self._is_parted or bool(parted)
        at = self._columns.date if self._columns.date is not None else self._columns.values[0][0]
        is_placed = self._columns.quartier is not None or self._columns.commune is not None
        variant = "both" if not first else "row" if not parted else "parted"
        # Rows parted by age or by sex differ by that alone; of unknown places, by all they count.
        if first and not is_placed and len(parted) > MOST_PARTED:
            variant = "placeless"
        date = each.date.said(self._locale)
        shown = ", ".join([*parted[:MOST_COLUMNS], *(["…"] if parted[MOST_COLUMNS:] else [])])
        said = {"columns": shown, "column": parted[0]} if parted else {}
        self._fault(line, at, "E-PERIOD", variant, date=date, first=first, **said)

    def _parting(self, line: int, first: int) -> Iterator[str]:
        """The headings under which two rows differ, but for their values."""
        columns = self._columns
        rows = self._by_line
        known = (columns.date, columns.quartier, columns.commune, columns.note)
        ours = {*known, *(at for at, _ in columns.values)}
        for at, heading in enumerate(self._table.headings):
            if heading and at not in ours and _cell(rows[line], at) != _cell(rows[first], at):
                yield heading

    @cached_property
    def _by_line(self) -> Mapping[int, tuple[str, ...]]:
        return dict(self._table.rows)

    def _is_meant(self, cells: tuple[str, ...]) -> bool:
        return all(fold(_cell(cells, at)) == wanted for at, wanted in self._columns.filters)

    def _spot(self, line: int, cells: tuple[str, ...]) -> Spot | None:
        """Where a row is of; none when it is of no place of this strategy."""
        at = self._columns.quartier
        typed = _cell(cells, at)
        # A commune beside a quartier says where the quartier lies.
        found = self._spots.of(typed) if typed else self._of_commune(cells)
        if not isinstance(found, Nowhere):
            return found
        if found is Nowhere.UNKNOWN and at is not None:
            near = closest(typed, self._spots.names)
            variant = "near" if near else ""
            self._fault(line, at, "E-ROW", variant, value=typed, suggestion=near)
        return None

    def _of_commune(self, cells: tuple[str, ...]) -> Spot | Nowhere:
        return self._spots.commune(_cell(cells, self._columns.commune))

    def _measured(
        self,
        line: int,
        cells: tuple[str, ...],
        at: int,
        date: When | None,
        spot: Spot,
        note: str | None,
    ) -> Iterator[tuple[int, Measurement]]:
        when = date or self._date(line, cells)
        if when is None:
            return
        typed = _cell(cells, at)
        value, gap = self._value(line, at, typed)
        if typed and value is None and gap is None:
            return
        yield (
            line,
            Measurement.model_construct(
                date=when,
                value=value,
                gap=gap,
                quartier=spot[1] if spot[0] == "quartier" else None,
                commune=spot[1] if spot[0] == "commune" else None,
                note=note,
            ),
        )

    def _date(self, line: int, cells: tuple[str, ...]) -> When | None:
        at = self._columns.date
        typed = _cell(cells, at)
        if typed not in self._dates:
            try:
                self._dates[typed] = _MOMENT.validate_python(typed, context=self._context)
            except ValidationError:
                self._dates[typed] = None
        found = self._dates[typed]
        if found is None and at is not None:
            self._fault(line, at, "E-DATE", "cell", value=typed, column=self._table.headings[at])
        return found

    def _value(self, line: int, at: int, typed: str) -> tuple[float | None, Gap | None]:
        if not typed:
            return None, None
        try:
            return _NUMBER.validate_python(typed, context=self._context), None
        except ValidationError:
            gap = gap_of(typed, self._locale)
        if gap is None:
            self._fault(line, at, "E-NUMBER", "cell", value=typed, column=self._table.headings[at])
        return None, gap

    def _fault(self, line: int, at: int, code: str, variant: str = "", **values: Any) -> None:
        place = Place(self._table.path, line, self._table.position(line, at))
        self.faults.append(fault(code, place, variant, **values))


def _cell(cells: tuple[str, ...], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""
