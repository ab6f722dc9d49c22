"""A GeoJSON file of contours → outlines by official code.

Source of the form: RFC 7946, "The GeoJSON Format" (2016).
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from chemins.faults import Fault, Word
from chemins.faults.codes import fault
from chemins.reading.opening import opened
from chemins.records.outline import Outline, Ring
from chemins.records.territory import Territory
from chemins.records.types import is_quartier_code

_MALFORMED = (
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

MAX_POINTS = 20_000
"""How many points one shape may have: a whole region in detail has fewer."""


def outlines_of(
    folder: Path, territory: Territory | None
) -> tuple[Mapping[str, Outline], tuple[Fault, ...]]:
    """The outlines that ``territory`` names, by code; nothing when it names none."""
    if territory is None or territory.contours is None:
        return {}, ()
    name = territory.contours.file
    path = folder / name
    problem = _problem(folder, path)
    if problem is None:
        try:
            with opened(path) as (file, _):
                outlines = dict(_outlines(json.loads(file.read(MAX_BYTES))))
        except _MALFORMED:
            problem = "form"
        else:
            shapes = {code: outline for code, outline in outlines.items() if outline.rings}
            problem = _doubt(outlines, shapes)
            if problem is None:
                return shapes, ()
    said = Word(f"faults.E-CONTOURS.problems.{problem}")
    place = territory.place_of("contours", "file")
    return {}, (fault("E-CONTOURS", place, file=name, problem=said),)


def _problem(folder: Path, path: Path) -> str | None:
    try:
        if not path.resolve().is_relative_to(folder.resolve()) or path.is_symlink():
            return "outside"
        if not path.is_file():
            return "missing"
        return "heavy" if path.stat().st_size > MAX_BYTES else None
    except (OSError, RuntimeError, ValueError):  # no system takes such a name
        return "missing"


def _doubt(outlines: Mapping[str, Outline], shapes: Mapping[str, Outline]) -> str | None:
    """What keeps ``shapes``, those of ``outlines`` that have one, from being a map; else none."""
    if not outlines:
        return "empty"
    if not shapes:
        return "shapeless"
    if any(sum(map(len, each.rings)) > MAX_POINTS for each in shapes.values()):
        return "detailed"
    return None


def _outlines(data: Any) -> Iterator[tuple[str, Outline]]:
    for feature in data["features"] if isinstance(data, dict) and "features" in data else ():
        code = _code(feature.get("properties") or {}) if isinstance(feature, dict) else None
        if code is not None:
            yield code, Outline(code, tuple(_rings(feature.get("geometry") or {})))


def _code(properties: Mapping[str, Any]) -> str | None:
    """The official code, under whatever name a publication gives it."""
    for value in properties.values():
        if isinstance(value, str) and is_quartier_code(value.strip()):
            return value.strip()
    return None


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    coordinates = geometry.get("coordinates") or ()
    polygons = {"Polygon": (coordinates,), "MultiPolygon": coordinates}
    for polygon in polygons.get(str(geometry.get("type")), ()):
        for ring in polygon:
            points = tuple((float(point[0]), float(point[1])) for point in ring)
            if len(points) > 3 and all(_on_earth(*point) for point in points):
                yield points


def _on_earth(longitude: float, latitude: float) -> bool:
    return -180 <= longitude <= 180 and -90 <= latitude <= 90
