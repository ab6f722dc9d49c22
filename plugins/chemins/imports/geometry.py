"""Shapes as GeoJSON and WKT write them → polygons, not looked at yet.

Sources: RFC 7946, "The GeoJSON Format" (2016); OGC 06-103r4, "Simple feature access", § 7.
"""

import json
import re
from typing import Any

from chemins.imports.publication import Polygon, ShapeError

_MALFORMED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_WKT = re.compile(
    r"\s*(?:SRID=\d+;)?\s*(MULTIPOLYGON|POLYGON|[A-Z]+?)\s*(?:ZM|Z|M)?\s*(\(.*\)|EMPTY)\s*",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNING = re.compile(r"\s*(?:SRID=\d+;)?\s*(?:MULTI)?POLYGON", re.IGNORECASE)
_POINT = re.compile(r"[-+.\deE]+(?:\s+[-+.\deE]+)+")


def polygons_of(geometry: Any) -> tuple[Polygon, ...]:
    """The polygons of a GeoJSON geometry, heights left out.

    Raises:
        ShapeError: there is none, or it has no area, or it is malformed.
    """
    if not geometry:
        raise ShapeError("none")
    try:
        kind, coordinates = geometry["type"], geometry.get("coordinates")
        if kind == "Feature":
            return polygons_of(geometry["geometry"])
        if kind == "GeometryCollection":
            raise ShapeError("collection")
        if kind not in ("Polygon", "MultiPolygon"):
            raise ShapeError("flat" if kind in _FLAT else "form")
        polygons = [coordinates] if kind == "Polygon" else coordinates
        return tuple(tuple(tuple(map(_point, ring)) for ring in each) for each in polygons)
    except _MALFORMED as error:
        raise ShapeError("form") from error


_FLAT = frozenset({"Point", "MultiPoint", "LineString", "MultiLineString"})


def _point(point: Any) -> tuple[float, float]:
    if isinstance(point[0], str) or isinstance(point[1], str):
        raise TypeError("a number is no text")
    # A missing number is none at all: whoever mends the ring drops the point.
    first, second = (float("nan") if each is None else float(each) for each in point[:2])
    return (first, second)


def is_wkt(text: str) -> bool:
    """Whether ``text`` begins as a polygon in WKT does."""
    return bool(_BEGINNING.match(text))


def is_geojson(text: str) -> bool:
    """Whether ``text`` begins as a geometry in GeoJSON does."""
    return text.startswith("{") and '"coordinates"' in text


def polygons_in(text: str) -> tuple[Polygon, ...]:
    """The polygons that a cell of a table holds, in WKT or GeoJSON.

    Raises:
        ShapeError: there is none, or it has no area, or it is malformed.
    """
    if not text.strip():
        raise ShapeError("none")
    if text.lstrip().startswith("{"):
        try:
            return polygons_of(json.loads(text))
        except _MALFORMED as error:
            raise ShapeError("form") from error
    found = _WKT.fullmatch(text)
    if found is None:
        raise ShapeError("form")
    kind = {"POLYGON": "Polygon", "MULTIPOLYGON": "MultiPolygon"}.get(found[1].upper(), "Point")
    if found[2].upper() == "EMPTY":
        raise ShapeError("none")
    points = _POINT.sub(lambda point: f"[{','.join(point[0].split())}]", found[2])
    try:
        nested = json.loads(points.replace("(", "[").replace(")", "]"))
    except _MALFORMED as error:
        raise ShapeError("form") from error
    return polygons_of({"type": kind, "coordinates": nested})
