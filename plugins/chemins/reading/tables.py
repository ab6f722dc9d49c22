"""A CSV file → its rows, whatever spreadsheet wrote it, with the place of each cell.

Source of the form: RFC 4180, "Common Format for CSV Files" (2005); and what offices do with it:
semicolons where the comma is for decimals, a byte order mark, the encoding of Windows.
"""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chemins.faults import Fault
from chemins.locales import fold
from chemins.reading.encoding import hidden_faults
from chemins.reading.endings import SORTS
from chemins.reading.opening import opened

MAX_BYTES = SORTS["csv"].limit
"""What a table may weigh."""

_SEPARATORS = (";", ",", "\t")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BEFORE_HEADINGS = 20
"""How many lines may stand above the headings: a title, a note of the producer."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table, as it was written."""

    path: str
    """The file, relative to the content folder."""

    separator: str
    """What stands between two cells."""

    headings: tuple[str, ...]
    """What heads each column."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """The line of each row, and its cells."""

    lines: tuple[str, ...]
    """The lines of the file."""

    def column(self, heading: str) -> int | None:
        """The column under ``heading``, as it is written or nearly."""
        if heading in self.headings:
            return self.headings.index(heading)
        wanted = fold(heading)
        return next((at for at, each in enumerate(self.headings) if fold(each) == wanted), None)

    def position(self, line: int, cell: int) -> int:
        """The character at which a cell of the row that begins on ``line`` begins, from 1."""
        text, quoted, seen = self.lines[line - 1], False, 0
        for at, sign in enumerate(text):
            if seen == cell:
                return at + 1
            if sign == '"':
                quoted = not quoted
            elif sign == self.separator and not quoted:
                seen += 1
        return len(text) + 1 if seen == cell else 1


def table_of(file: Path, path: str) -> Table | str | list[Fault]:
    """The table in ``file``, or why it is none: the name of the problem, or faults of its text.

    Raises:
        OSError: it cannot be read.
    """
    with opened(file) as (stream, size):
        if size > MAX_BYTES:
            return "heavy"
        data = stream.read(MAX_BYTES)
    text = _decoded(data)
    if text is None:
        return "encoding"
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if wrong := hidden_faults(text, path):
        return wrong
    lines = tuple(text.split("\n"))
    separator = _separator(lines)
    try:
        rows = tuple(_rows(lines, separator))
    except csv.Error:
        return "form"
    first = next((at for at, row in enumerate(rows) if sum(map(bool, row[1])) > 1), None)
    if first is None:
        return "empty"
    return Table(path, separator, rows[first][1], rows[first + 1 :], lines)


def _decoded(data: bytes) -> str | None:
    if data[:2] in _MARKS:
        encodings = [_MARKS[data[:2]]]
    else:
        encodings = ["utf-8-sig", "cp1252"] if b"\0" not in data else []
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _separator(lines: tuple[str, ...]) -> str:
    """The sign that cuts the first lines into most cells."""
    head = "\n".join(lines[:_BEFORE_HEADINGS])
    bare = "".join(head.split('"')[::2])
    return max(_SEPARATORS, key=bare.count)


def _rows(lines: tuple[str, ...], separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator)
    start = 1
    for cells in reader:
        kept = tuple(" ".join(cell.split()) for cell in cells)
        if any(kept):
            yield start, kept
        start = reader.line_num + 1
