"""A workbook, or tables in CSV → grids of cells, whichever program saved them."""

import csv
import io
import re
import warnings
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.imports.texts import decoded, mended

Value = str | int | float | bool | date | None
"""What a cell says."""

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS = 20_000, 200
_FORMULA = re.compile(rb"<f[ >/]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OLD = b"\xd0\xcf\x11\xe0"
"""What a workbook of before 2007, or one behind a password, begins with."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it was saved."""

    title: str
    """Its name."""

    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    """The rows that say something, each with its number."""

    is_hidden: bool = False
    """Whether it was put out of sight."""

    broken: frozenset[tuple[int, int]] = frozenset()
    """The cells whose formula has no value, or an error: row and column from 1."""


def grids_of(path: Path) -> list[Grid] | Fault:
    """The sheets of the file ``path``, or of the CSV files of that folder.

    Raises:
        OSError: it cannot be read.
    """
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix.lower() == ".csv")
        return [_table(each) for each in files] or _refused(path, "folder")
    if path.stat().st_size > MAX_BYTES:
        return _refused(path, "heavy")
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return [_table(path)]
    data = path.read_bytes()
    if data.startswith(_OLD):
        return _refused(path, "old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > MAX_UNPACKED:
                return _refused(path, "heavy")
            if "mimetype" in archive.namelist():
                return _refused(path, "ods")
            has_formulas = any(
                _FORMULA.search(archive.read(name))
                for name in archive.namelist()
                if name.startswith("xl/worksheets/")
            )
        return _sheets(data, has_formulas)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, EOFError):
        return _refused(path, "broken")


def _refused(path: Path, reason: str) -> Fault:
    return fault("E-SHEET-FILE", Place(path.as_posix()), reason, name=path.name)


def _sheets(data: bytes, has_formulas: bool) -> list[Grid]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What openpyxl does not know of a workbook (a picture, a rule, a date beyond all dates)
        # it says in English; what matters of it is told as a fault.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data)) if has_formulas else None
    return [
        _grid(page, formulas[page.title] if formulas is not None else None)
        for page in book.worksheets
    ]


def _grid(page: Any, formulas: Any) -> Grid:
    merged = {
        (row, column): page.cell(each.min_row, each.min_col).value
        for each in page.merged_cells.ranges
        for row in range(each.min_row, min(each.max_row, MAX_ROWS) + 1)
        for column in range(each.min_col, min(each.max_col, MAX_COLUMNS) + 1)
    }
    rows = []
    broken = set()
    most = min(page.max_column, MAX_COLUMNS)
    for number, cells in enumerate(
        page.iter_rows(max_row=min(page.max_row, MAX_ROWS), max_col=most), start=1
    ):
        values = []
        for column, cell in enumerate(cells, start=1):
            value = _value(merged.get((number, column), cell.value))
            if cell.data_type == "e" or (
                formulas is not None
                and value is None
                and formulas.cell(number, column).data_type == "f"
            ):
                broken.add((number, column))
            values.append(value)
        if any(each not in (None, "") for each in values) or any(r == number for r, _ in broken):
            rows.append((number, tuple(values)))
    return Grid(page.title, tuple(rows), page.sheet_state != "visible", frozenset(broken))


def _value(value: Any) -> Value:
    if isinstance(value, str):
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value if isinstance(value, (bool, int, float, date)) else None


def _table(path: Path) -> Grid:
    """A table in CSV: in UTF-8 or Windows-1252, whatever separates its cells."""
    text = mended(decoded(path.read_bytes())).replace("\r\n", "\n").replace("\r", "\n")
    counts = Counter(sign for sign in text.split("\n", 1)[0] if sign in ";,\t")
    separator = max(";,\t", key=lambda sign: counts[sign])
    rows = []
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append((line, tuple(cell or None for cell in cells)))
        line = reader.line_num + 1
    return Grid(path.stem, tuple(rows))
