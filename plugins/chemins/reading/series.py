"""The tables that indicators name → their values. A table is opened once for all that name it."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from chemins.faults import Fault, Place, Word
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.locales import Locale, closest
from chemins.reading.series_cells import Cells
from chemins.reading.series_columns import Columns, code_column, columns_of
from chemins.reading.spots import Spots
from chemins.reading.tables import MAX_BYTES, Table, table_of
from chemins.records.base import Record
from chemins.records.indicator import Indicator, Measurement
from chemins.records.when import When

MOST_TOLD = 20
"""How many faults of one table are told: of more, their number."""


def with_series(
    folder: Path, records: Iterable[Record], others: frozenset[str], locale: Locale
) -> tuple[list[Record], list[Fault]]:
    """``records``, the indicators among them with the values of their tables; and what is wrong.

    ``others`` are the files of the content folder that hold no record.
    """
    records = list(records)
    if not any(isinstance(each, Indicator) and each.series for each in records):
        return records, []
    shelf = _Shelf(folder, others, locale, Spots(records, locale))
    filled = [
        shelf.filled(each) if isinstance(each, Indicator) and each.series else each
        for each in records
    ]
    return filled, list(shelf.told())


@dataclass(slots=True)
class _Shelf:
    """The tables that were opened, and what is wrong with them."""

    folder: Path
    others: frozenset[str]
    locale: Locale
    spots: Spots
    tables: dict[str, Table | str | list[Fault]] = field(default_factory=dict)
    codes: dict[str, int | None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    of_cells: dict[str, dict[tuple[str, Place], Fault]] = field(default_factory=dict)

    def filled(self, record: Indicator) -> Indicator:
        series = record.series
        if series is None:
            return record
        path = _path(series.file, record.source.path)
        table = self._table(path, record)
        if table is None:
            return record
        if path not in self.codes:
            self.codes[path] = code_column(table, self.spots)
        columns = columns_of(table, series, self.locale, self.codes[path])
        if not isinstance(columns, Columns):
            self._problem(record, path, columns.problem, columns.field, columns.values)
            return record
        cells = Cells(table, columns, self.spots, self.locale)
        taken: dict[tuple[When, tuple[str, str]], int] = {
            (each.date, each.where): 0 for each in record.values
        }
        found = tuple(self._kept(cells, taken))
        self.of_cells.setdefault(path, {}).update(
            {(each.code, each.place): each for each in cells.faults}
        )
        if not found and not cells.faults:
            self._problem(record, path, "nothing", "file", {})
        return record.model_copy(update={"values": (*record.values, *found)})

    def _kept(
        self, cells: Cells, taken: dict[tuple[When, tuple[str, str]], int]
    ) -> Iterator[Measurement]:
        """The values of a table, each period once for each place."""
        for line, each in cells.measurements():
            key = (each.date, each.where)
            if key in taken:
                cells.repeated(line, each, taken[key])
            else:
                taken[key] = line
                yield each

    def _table(self, path: str, record: Indicator) -> Table | None:
        if path not in self.others:
            outside = path.startswith("../") or path == ".."
            near = closest(path, [each for each in self.others if each.endswith((".csv", ".tsv"))])
            here = posixpath.dirname(record.source.path) or "."
            said = {"suggestion": posixpath.relpath(near, here)} if near and not outside else {}
            self._problem(record, path, "outside" if outside else "missing", "file", said)
            return None
        if path not in self.tables:
            try:
                self.tables[path] = table_of(self.folder / path, path)
            except OSError as error:
                self.tables[path] = [unreadable(Place(path), error)]
            if isinstance(found := self.tables[path], list):
                self.faults.extend(found)
        table = self.tables[path]
        if isinstance(table, str):
            self._problem(record, path, table, "file", {})
        return table if isinstance(table, Table) else None

    def _problem(
        self, record: Indicator, path: str, problem: str, name: str, values: dict[str, str]
    ) -> None:
        said = {"limit": MAX_BYTES // 1024 // 1024, **values}
        place = record.place_of("series", name)
        self.faults.append(
            fault(
                "E-SERIES",
                place,
                "near" if values.get("suggestion") else problem if problem in _ACTS else "",
                file=record.series.file if record.series else "",
                path=path,
                problem=Word(f"faults.E-SERIES.problems.{problem}", said),
                **values,
            )
        )

    def told(self) -> Iterator[Fault]:
        yield from self.faults
        for path, found in self.of_cells.items():
            ordered = sorted(found.values(), key=lambda each: each.order)
            yield from ordered[:MOST_TOLD]
            if len(ordered) > MOST_TOLD:
                place = ordered[MOST_TOLD].place
                yield fault("E-ROW", place, "more", count=len(ordered) - MOST_TOLD, file=path)


_ACTS = frozenset({"date", "value", "nothing", "encoding"})
"""The problems that have an act of their own."""


@lru_cache(maxsize=256)
def _path(typed: str, path: str) -> str:
    """The path of the content folder that ``typed`` means in the file ``path``."""
    bare = unquote(typed).replace("\\", "/")
    start = "" if bare.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(start, bare.lstrip("/")))
