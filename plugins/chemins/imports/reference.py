"""What the coordinates of a file count from, as the file says it, and the way to WGS 84.

The geographic systems of France and its overseas territories (RGF93, RGAF09, RGFG95, RGR92,
RGM04…) and WGS 84 differ by less than a contour's own width: they are taken as one. The old NTF
differs by more than a hundred metres, and is refused.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import atan, degrees, exp, pi

from chemins.maps.conic import secant
from chemins.maps.ellipsoid import GRS_80
from chemins.maps.projection import LAMBERT_93 as PLANE
from chemins.maps.projection import PROJECTIONS
from chemins.maps.transverse import Transverse, utm


@dataclass(frozen=True, slots=True)
class System:
    """A way to say where a point is."""

    name: str
    """What it is called."""

    degrees: Callable[[float, float], tuple[float, float]] | None = None
    """A point as longitude and latitude; none where it is that already."""


WGS84 = System("WGS 84")

LAMBERT_93 = System("Lambert 93", PLANE.to_earth)

_GEOGRAPHIC = frozenset({4326, 4258, 4171, 4979, 5489, 4558, 4624, 4627, 4470, 4687, 4463, 7086})
"""Degrees on systems that are taken as one."""


def of_epsg(code: int) -> System | None:
    """The system of an EPSG number; none when we do not know the way."""
    if code in _GEOGRAPHIC:
        return WGS84
    if code == 2154:
        return LAMBERT_93
    name = f"EPSG:{code}"
    if code in (3857, 900913):
        return System(name, _from_web)
    if plane := PROJECTIONS.get(name):
        return System(name, plane.to_earth)
    for first, south in ((32600, False), (32700, True)):
        if 1 <= code - first <= 60:
            return System(name, utm(code - first, south=south).to_earth)
    return None


def _from_web(east: float, north: float) -> tuple[float, float]:
    """Backwards from the spherical Mercator of maps on the web.

    Source: Snyder, "Map Projections: A Working Manual", USGS 1395 (1987), equations 7-4 and 7-5.
    """
    radius = GRS_80.radius
    return (degrees(east / radius), degrees(2 * atan(exp(north / radius)) - pi / 2))


_PARAMETER = re.compile(r'PARAMETER\["([^"]+)",\s*([-+.\dEe]+)')
_SPHEROID = re.compile(r'SPHEROID\["[^"]*",\s*([-+.\dEe]+)')
_NAME = re.compile(r'(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS)\["([^"]*)"')
_OLD = re.compile(r"NTF|Nouvelle_Triangulation|ED50|European_1950|Paris", re.IGNORECASE)


def name_of(text: str) -> str:
    """What the text of a ``.prj`` calls its system."""
    found = _NAME.search(text)
    return found[1] if found else text[:60]


def of_wkt(text: str) -> System | None:
    """The system that the text of a ``.prj`` says; none when we do not know the way.

    Source: OGC 01-009, "Coordinate Transformation Services", § 7, as ESRI and GDAL write it.
    """
    if _OLD.search(text):
        return None
    if "PROJCS[" not in text:
        return WGS84 if text.lstrip().startswith(("GEOGCS[", "GEOGCRS[")) else None
    try:
        return _projected(text)
    except (ArithmeticError, LookupError, ValueError):
        return None


def _projected(text: str) -> System | None:
    found = _SPHEROID.search(text)
    if found and abs(float(found[1]) - GRS_80.radius) > 1:
        return None
    parameters = {name.lower(): float(value) for name, value in _PARAMETER.findall(text)}
    origin = (parameters.get("false_easting", 0.0), parameters.get("false_northing", 0.0))
    kind = text.partition("PROJECTION[")[2].lower()
    if kind.startswith('"lambert_conformal_conic'):
        latitude = parameters.get("latitude_of_origin", parameters.get("central_parallel", 0.0))
        parallels = (parameters["standard_parallel_1"], parameters["standard_parallel_2"])
        cone = secant(parallels, (_meridian(parameters), latitude), origin)
        return System(name_of(text), cone.to_earth)
    if kind.startswith('"transverse_mercator') and not parameters.get("latitude_of_origin"):
        scale = parameters.get("scale_factor", 1.0)
        return System(name_of(text), Transverse(_meridian(parameters), scale, *origin).to_earth)
    if "mercator_auxiliary" in kind or "pseudo" in text.lower():
        return System(name_of(text), _from_web)
    return None


def _meridian(parameters: Mapping[str, float]) -> float:
    for name in ("central_meridian", "longitude_of_center", "longitude_of_origin"):
        if name in parameters:
            return parameters[name]
    raise LookupError("no meridian")


_FRANCE = (
    (-5.5, 41.0, 10.0, 51.5),
    (-63.3, 14.2, -60.7, 18.3),
    (-54.7, 2.0, -51.5, 6.0),
    (44.9, -13.1, 45.4, -12.5),
    (55.1, -21.5, 55.9, -20.8),
    (-56.6, 46.6, -56.0, 47.3),
    (-155.0, -28.5, -134.0, -7.5),
    (163.0, -23.5, 168.5, -19.0),
)
"""West, south, east and north of where France is."""


def _is_in_france(x: float, y: float) -> bool:
    return any(west <= x <= east and south <= y <= north for west, south, east, north in _FRANCE)


def guessed(x: float, y: float) -> System | None:
    """The system that a point tells by itself, where nothing says it; none for degrees.

    Latitude before longitude, or metres of Lambert 93: no point of France is both.
    """
    if _is_in_france(x, y):
        return None
    if _is_in_france(y, x):
        return System("latitude, longitude", lambda first, second: (second, first))
    if 0 < x < 1_300_000 and 6_000_000 < y < 7_200_000:
        return LAMBERT_93
    return None
