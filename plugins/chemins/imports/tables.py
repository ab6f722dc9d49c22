"""CSV → a publication: any separator, any encoding, with or without shapes in a column.

Source: RFC 4180, "Common Format and MIME Type for CSV Files" (2005), which few files follow.
"""

import csv
import io
from collections.abc import Iterator

from chemins.imports.columns import codes_in
from chemins.imports.geometry import is_geojson, is_wkt, polygons_in
from chemins.imports.publication import Polygon, Publication, RefusedError, Row, no_shape
from chemins.imports.texts import decoded, mended

_SEPARATORS = (",", ";", "\t", "|")
_MOST_CELLS = 64 * 1024 * 1024
_LOOKED_AT = 40
"""How many lines tell the separator and where the columns are named."""


def publication_of(data: bytes, name: str) -> Publication:
    """What the bytes ``data`` of the table ``name`` hold.

    Raises:
        RefusedError: it is no table.
    """
    text = decoded(data)
    if "\0" in text:
        raise RefusedError("binary")
    said = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines_right = [mended(line) for line in said]
    right = "\n".join(lines_right)
    lines = list(_cells(right, _separator(right)))
    head = _head(lines)
    if head is None:
        raise RefusedError("table")
    columns = _named(lines[head][1] if head >= 0 else [""] * len(lines[0][1]))
    rows = [
        Row(
            number,
            dict(zip(columns, [*cells, *[""] * len(columns)], strict=False)),
            sum(map(bool, cells[len(columns) :])),
        )
        for number, cells in lines[head + 1 :]
    ]
    shaped = _shaped(columns, rows)

    def shape(index: int) -> tuple[Polygon, ...]:
        return polygons_in(rows[index].values[shaped])

    return Publication(
        name=name,
        columns=columns,
        rows=tuple(rows),
        shape=shape if shaped else no_shape,
        has_shapes=bool(shaped),
        has_lines=True,
        is_guessed=True,
        mended=sum(old != new for old, new in zip(said, lines_right, strict=True)),
    )


def _cells(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that says something, with its number."""
    before = csv.field_size_limit(_MOST_CELLS)
    try:
        reader = csv.reader(io.StringIO(text), delimiter=separator)
        line = 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError("table") from error
    finally:
        csv.field_size_limit(before)


def _separator(text: str) -> str:
    """The separator that cuts most lines, and each of them alike."""
    sample = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])[: 1024 * 1024]

    def weight(separator: str) -> tuple[bool, int]:
        cut = [cells for _, cells in _cells(sample, separator)]
        counts = [len(cells) for cells in cut]
        usual = max(set(counts), key=counts.count) if counts else 1
        has_code = any(codes_in(cell) for cells in cut for cell in cells)
        alike = counts.count(usual) * min(usual, 50) if usual > 1 else 0
        return has_code and usual > 1, alike

    return max(_SEPARATORS, key=weight)


def _head(lines: list[tuple[int, list[str]]]) -> int | None:
    """Where the columns are named: right above the first line that has a code; -1 for nowhere."""
    for index, (_, cells) in enumerate(lines):
        if any(codes_in(cell) for cell in cells):
            return index - 1
    return 0 if len(lines) > 1 and len(lines[0][1]) > 1 else None


def _named(cells: list[str]) -> tuple[str, ...]:
    """The names of columns, each once."""
    names: list[str] = []
    for index, cell in enumerate(cells, start=1):
        name = cell or str(index)
        names.append(name if name not in names else f"{name} ({index})")
    return tuple(names)


def _shaped(columns: tuple[str, ...], rows: list[Row]) -> str:
    """The column that holds shapes; empty when none does."""
    for column in columns:
        said = next((row.values[column] for row in rows if row.values[column]), "")
        if is_wkt(said) or is_geojson(said):
            return column
    return ""
