"""A workbook, or tables in CSV → grids of cells, whichever program saved them."""

import csv
import io
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import (
    CellCoordinatesException,
    IllegalCharacterError,
    InvalidFileException,
)

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.imports.texts import decoded, mended
from chemins.reading.opening import NoFileError, named_bytes

Value = str | int | float | bool | date | None
"""What a cell says."""

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 64 * 1024 * 1024
"""What all of a workbook may weigh once unpacked: in memory, its cells take twenty times that."""

MAX_ROWS, MAX_COLUMNS = 20_000, 200
MAX_MERGED = 200_000
"""How many cells may be merged in a sheet: openpyxl makes each of them."""

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(ArithmeticError, AssertionError, AttributeError, LookupError, SyntaxError, TypeError),
    *(RuntimeError, ValueError, CellCoordinatesException),
    *(InvalidFileException, IllegalCharacterError, OSError),
)
"""What openpyxl and the reading of an archive raise on a workbook that is none, or damaged."""

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
"""What a sheet of a spreadsheet may have: what a whole column, or row, is."""

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
    try:
        if not path.is_dir():
            return _grids(path)
        files = sorted(
            each for each in path.iterdir() if each.suffix.lower() == ".csv" and not each.is_dir()
        )
        return [_table(each) for each in files] or _refused(path, "folder")
    except _RefusedError as refused:
        return _refused(refused.path, refused.reason, refused.title)


class _RefusedError(Exception):
    """Why a file is not read."""

    def __init__(self, path: Path, reason: str, title: str = "") -> None:
        super().__init__(reason)
        self.path = path
        """The file."""

        self.reason = reason
        """As ``faults.E-SHEET-FILE`` calls it."""

        self.title = title
        """The sheet that is the reason."""


def _refused(path: Path, reason: str, title: str = "") -> Fault:
    place = Place(path.as_posix(), 1, 1, 1, title)
    return fault("E-SHEET-FILE", place, reason, name=path.name, most=MAX_ROWS)


def _grids(path: Path) -> list[Grid]:
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return [_table(path)]
    data = _bytes(path)
    if data.startswith(_OLD):
        raise _RefusedError(path, "old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(each.file_size for each in members) > MAX_UNPACKED:
                raise _RefusedError(path, "heavy")
            if any(each.flag_bits & 1 for each in members):
                raise _RefusedError(path, "old")
            if "mimetype" in archive.namelist():
                raise _RefusedError(path, "ods")
            pages = [each for each in archive.namelist() if each.startswith("xl/worksheets/")]
            if any(_merged(archive.read(each)) > MAX_MERGED for each in pages):
                raise _RefusedError(path, "merged")
            has_formulas = any(_FORMULA.search(archive.read(each)) for each in pages)
        return _sheets(path, data, has_formulas)
    except _BROKEN as error:
        raise _RefusedError(path, "broken") from error


def _bytes(path: Path) -> bytes:
    try:
        data = named_bytes(path, MAX_BYTES)
    except NoFileError as error:
        raise _RefusedError(path, "special") from error
    if len(data) > MAX_BYTES:
        raise _RefusedError(path, "heavy")
    return data


def _merged(page: bytes) -> int:
    """How many cells the sheet ``page`` merges."""
    # Read as XML only where the word is, in whatever width it is written.
    if b"mergeCell" not in page.replace(b"\0", b""):
        return 0
    count = 0
    for _, node in ElementTree.iterparse(io.BytesIO(page)):
        if str(node.tag).endswith("mergeCell") and (reference := node.get("ref")):
            left, top, right, bottom = range_boundaries(reference)
            wide = (right or _MOST_COLUMNS) - (left or 1) + 1
            count += wide * ((bottom or _MOST_ROWS) - (top or 1) + 1)
        node.clear()
    return count


def _sheets(path: Path, data: bytes, has_formulas: bool) -> list[Grid]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What openpyxl does not know of a workbook (a picture, a rule, a date beyond all dates)
        # it says in English; what matters of it is told as a fault.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data)) if has_formulas else None
    for page in book.worksheets:
        if _goes_beyond(page):
            raise _RefusedError(path, "rows", page.title)
    return [
        _grid(page, formulas[page.title] if formulas is not None else None)
        for page in book.worksheets
    ]


def _goes_beyond(page: Any) -> bool:
    """Whether a row is filled below those that are read: what is left out would seem erased."""
    if page.max_row <= MAX_ROWS:
        return False
    # A sheet may announce a million blank rows: only the cells that it holds are looked at.
    cells = page._cells.items()  # noqa: SLF001
    return any(row > MAX_ROWS and cell.value not in (None, "") for (row, _), cell in cells)


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
        text = _ESCAPED.sub(_sign, value)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value if isinstance(value, (bool, int, float, date)) else None


def _sign(found: re.Match[str]) -> str:
    """The sign that a workbook writes by its number; half of one is no sign, and stays as it is."""
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number <= 0xDFFF else chr(number)


def _table(path: Path) -> Grid:
    """A table in CSV: in UTF-8 or Windows-1252, whatever separates its cells."""
    text = mended(decoded(_bytes(path))).replace("\r\n", "\n").replace("\r", "\n")
    counts = Counter(sign for sign in text.split("\n", 1)[0] if sign in ";,\t")
    separator = max(";,\t", key=lambda sign: counts[sign])
    rows = []
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cell or None for cell in cells)))
            line = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                raise _RefusedError(path, "rows")
    except csv.Error as error:
        raise _RefusedError(path, "broken") from error
    return Grid(path.stem, tuple(rows))
