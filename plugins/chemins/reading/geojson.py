"""GeoJSON → its features: what each says of itself, and its lines, rings and points.

Source of the form: RFC 7946, "The GeoJSON Format" (2016). One geometry, one feature or a
collection: publications give all three.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chemins.reading.opening import opened
from chemins.records.outline import Degrees, Ring

MALFORMED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading raises on JSON of another shape: every one means the same to its author."""

MAX_BYTES = 16 * 1024 * 1024
"""What a file of contours may weigh."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a file."""

    properties: Mapping[str, Any]
    """What is said of it."""

    rings: tuple[Ring, ...]
    """The outlines of its shapes."""

    lines: tuple[Ring, ...]
    """Its lines."""

    points: tuple[Degrees, ...]
    """Its points."""

    beyond: bool
    """Whether some of its coordinates are no degrees: those of a plane, in metres, as a rule."""

    @property
    def size(self) -> int:
        """How many points it has."""
        return sum(map(len, (*self.rings, *self.lines, self.points)))


def features_of(path: Path) -> tuple[Feature, ...]:
    """The features of the file at ``path``.

    Raises:
        MALFORMED: it is no GeoJSON file.
    """
    with opened(path) as (file, _):
        data = json.loads(file.read(MAX_BYTES))
    if not isinstance(data, dict):
        return ()
    found = data.get("features", (data,))
    return tuple(_feature(each) for each in found if isinstance(each, dict))


def _feature(data: Mapping[str, Any]) -> Feature:
    properties = data.get("properties")
    rings: list[Ring] = []
    lines: list[Ring] = []
    points: list[Degrees] = []
    beyond = False
    for form, coordinates in _geometries(data.get("geometry") or {}):
        for line in _lines(form, coordinates):
            placed = tuple((float(point[0]), float(point[1])) for point in line)
            if not all(_on_earth(*point) for point in placed):
                beyond = True
            elif "Polygon" in form and len(placed) > 3:
                rings.append(placed)
            elif "Line" in form and len(placed) > 1:
                lines.append(placed)
            elif "Point" in form:
                points += placed
    said = properties if isinstance(properties, dict) else {}
    return Feature(said, tuple(rings), tuple(lines), tuple(points), beyond)


def _geometries(geometry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each geometry with its form; those of a collection one by one."""
    parts = geometry.get("geometries") or (geometry,)
    for part in parts:
        yield str(part.get("type")), part.get("coordinates") or ()


def _lines(form: str, coordinates: Any) -> Iterator[Any]:
    """The sequences of points of one geometry."""
    if form == "MultiPolygon":
        for polygon in coordinates:
            yield from polygon
    elif form in ("Polygon", "MultiLineString"):
        yield from coordinates
    elif form in ("LineString", "MultiPoint"):
        yield coordinates
    elif form == "Point" and coordinates:
        yield (coordinates,)


def _on_earth(longitude: float, latitude: float) -> bool:
    return -180 <= longitude <= 180 and -90 <= latitude <= 90
