"""A producer's table of figures, as an import asks about it: which columns count, what is wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chemins.faults import Fault, Place
from chemins.locales import Locale, fold
from chemins.reading.series_cells import Cells
from chemins.reading.series_columns import Columns, code_column, columns_of
from chemins.reading.spots import Spots
from chemins.reading.tables import Table
from chemins.records.indicator import Measurement, Series
from chemins.records.when import When

_SOME_DAY = When(2000)
"""What stands for the date of a table before somebody says it: only columns are looked for."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of figures."""

    heading: str
    """What heads it."""

    known: int
    """How many of its values are of this strategy."""

    gaps: int
    """How many are not known."""


class Figures:
    """A table, and what of it is of this strategy."""

    def __init__(self, table: Table, spots: Spots, locale: Locale, date: When | None) -> None:
        """Takes the table, the places of the strategy, and when all of it was measured."""
        self.table = table
        self._spots, self._locale, self._date = spots, locale, date
        self._codes = code_column(table, spots)
        told = ("date", "quartier", "commune", "note", "codes")
        words = ",".join(locale.text(f"columns.{each}") for each in told)
        self._told = {fold(word) for word in words.split(",")}

    @property
    def is_dated(self) -> bool:
        """Whether the table says when its figures were measured, or somebody did."""
        series = Series(file=self.table.path, column=self.table.headings[-1], date=self._date)
        found = columns_of(self.table, series, self._locale, self._codes)
        return isinstance(found, Columns) or found.problem != "date"

    def measures(self) -> Iterator[Measure]:
        """The columns that hold figures of this strategy."""
        for at, heading in enumerate(self.table.headings):
            is_first = self.table.headings.index(heading) == at
            if not heading or not is_first or at == self._codes or fold(heading) in self._told:
                continue
            cells = self._cells(heading)
            if cells is None:
                continue
            values = [each for _, each in cells.measurements()]
            known = sum(each.value is not None for each in values)
            if known > sum(each.code == "E-NUMBER" for each in cells.faults):
                yield Measure(heading, known, len(values) - known)

    def faults(self, headings: Iterable[str]) -> list[Fault]:
        """What is wrong in the cells under ``headings``, each cell once."""
        found: dict[tuple[str, Place | int], Fault] = {}
        for heading in headings:
            cells = self._cells(heading)
            if cells is None:
                continue
            taken: dict[tuple[When, tuple[str, str]], int] = {}
            for line, value in cells.measurements():
                self._once(cells, line, value, taken)
            for each in cells.faults:
                # A row that comes twice does so under every heading.
                spot = each.place.line if each.code == "E-PERIOD" else each.place
                found.setdefault((each.code, spot), each)
        return sorted(found.values(), key=lambda each: each.order)

    @staticmethod
    def _once(
        cells: Cells, line: int, each: Measurement, taken: dict[tuple[When, tuple[str, str]], int]
    ) -> None:
        key = (each.date, each.where)
        if key in taken:
            cells.repeated(line, each, taken[key])
        taken.setdefault(key, line)

    def _cells(self, heading: str) -> Cells | None:
        series = Series(file=self.table.path, column=heading, date=self._date or _SOME_DAY)
        found = columns_of(self.table, series, self._locale, self._codes)
        if not isinstance(found, Columns):
            return None
        return Cells(self.table, found, self._spots, self._locale)
