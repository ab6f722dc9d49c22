"""A Shapefile → a publication: its shapes, its table, what its coordinates count from.

Source: ESRI, "Shapefile Technical Description" (1998). Read by pyshp.
"""

import io
import re
import struct
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import shapefile

from chemins.imports.dates import dated
from chemins.imports.nesting import nested
from chemins.imports.publication import Polygon, Publication, RefusedError, Row, ShapeError
from chemins.imports.reference import WGS84, name_of, of_wkt
from chemins.imports.texts import encoding_of, mended
from chemins.reading.contours import MAX_POINTS
from chemins.records.when import When

_MALFORMED = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError),
    *(OSError, TypeError, ValueError, struct.error, shapefile.ShapefileException),
)
"""What pyshp raises on a file that is cut or no Shapefile at all."""

_MAGIC = b"\0\0\x27\x0a"
"""What every ``.shp`` begins with: 9994."""

_MOST = 200_000
"""How many shapes a file may announce: there are some 1,500 quartiers in France."""


_MOST_RINGS = 500
"""How many rings one shape may have."""


def publication_of(parts: Mapping[str, bytes], name: str) -> Publication:
    """What a Shapefile holds; ``parts`` are its files by ending: ``shp``, ``dbf``, ``prj``…

    Raises:
        RefusedError: a part lacks, or is broken, or counts from an unknown system.
    """
    if "dbf" not in parts:
        raise RefusedError("no_dbf")
    if not parts["shp"].startswith(_MAGIC):
        raise RefusedError("shapefile")
    try:
        with _hushed():
            reader = _reader(parts)
            columns = [field.name for field in reader.fields if field.name != "DeletionFlag"]
            if len(reader) > _MOST:
                raise RefusedError("shapefile")
            table = [[_bytes(value) for value in record] for record in reader.iterRecords()]
    except _MALFORMED as error:
        raise RefusedError("shapefile") from error
    encoding = encoding_of(
        [value for record in table for value in record], _declared(parts.get("cpg", b""))
    )
    mends = 0
    rows = []
    for number, record in enumerate(table, start=1):
        said = [value.decode(encoding, "replace").strip(" \0") for value in record]
        right = [mended(value) for value in said]
        mends += said != right
        rows.append(Row(number, dict(zip(columns, right, strict=False))))

    def shape(index: int) -> tuple[Polygon, ...]:
        try:
            with _hushed():
                found = reader.shape(index)
            return nested(_rings(found))
        except _MALFORMED as error:
            raise ShapeError("form") from error

    wkt = parts.get("prj", b"").decode("latin-1")
    system = of_wkt(wkt) if wkt.strip() else WGS84
    if system is None:
        raise RefusedError("system", system=name_of(wkt))
    return Publication(
        name=name,
        columns=tuple(columns),
        rows=tuple(rows),
        shape=shape,
        system=system,
        is_guessed=not wkt.strip(),
        dates=_dates(parts["dbf"]),
        mended=mends,
    )


@contextmanager
def _hushed() -> Iterator[None]:
    """Keeps pyshp from warning of sizes in English: what is cut is told shape by shape."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _reader(parts: Mapping[str, bytes]) -> Any:
    """The reader of pyshp; every byte of the table comes back as it is, through Latin-1."""
    files = {
        ending: io.BytesIO(parts[ending]) for ending in ("shp", "shx", "dbf") if ending in parts
    }
    return shapefile.Reader(**files, encoding="latin-1")


def _bytes(value: Any) -> bytes:
    return b"" if value is None else str(value).encode("latin-1", "replace")


def _declared(cpg: bytes) -> str:
    """The encoding that a ``.cpg`` names, as Python calls it."""
    said = cpg[:40].decode("latin-1").strip().lower()
    number = re.search(r"\d+", said)
    names = {"65001": "utf-8", "8": "utf-8", "88591": "latin-1", "8859": "latin-1"}
    digits = number[0] if number else ""
    return names.get(digits) or (f"cp{digits}" if digits else said)


def _rings(shape: Any) -> list[tuple[tuple[float, float], ...]]:
    if shape.shapeType not in (0, 5, 15, 25, 31):
        raise ShapeError("flat")
    if not shape.points:
        raise ShapeError("none")
    if len(shape.points) > MAX_POINTS or len(shape.parts) > _MOST_RINGS:
        raise ShapeError("detailed")
    starts = [*shape.parts, len(shape.points)]
    points = [(float(point[0]), float(point[1])) for point in shape.points]
    return [tuple(points[start:end]) for start, end in pairwise(starts) if end > start]


def _dates(dbf: bytes) -> Mapping[str, When]:
    """When the table was last written, as its head says.

    Source: dBASE III, bytes 1 to 3: years since 1900, month, day.
    """
    if len(dbf) < 4:
        return {}
    year, month, day = dbf[1:4]
    when = dated(1900 + year, month, day)
    return {"table": when} if when and when.year >= 2014 and when.day else {}
