"""What the coordinates of a file count from, as the file says it, and the way to WGS 84.

The geographic systems of France and its overseas territories (RGF93, RGAF09, RGFG95, RGR92,
RGM04…) and WGS 84 differ by less than a contour's own width: they are taken as one. The old NTF
differs by more than a hundred metres, and is refused.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from chemins.imports.projected import Conic, Transverse, Web

_AXIS, _FLATTENING = 6_378_137.0, 1 / 298.257222101


@dataclass(frozen=True, slots=True)
class System:
    """A way to say where a point is."""

    name: str
    """What it is called."""

    degrees: Callable[[float, float], tuple[float, float]] | None = None
    """A point as longitude and latitude; none where it is that already."""


WGS84 = System("WGS 84")


def _conic(latitude: float, parallels: tuple[float, float], north: float) -> Any:
    origin = (700_000.0 if north == 6_600_000 else 1_700_000.0, north)
    return Conic(_AXIS, _FLATTENING, 3.0, latitude, parallels, origin).degrees


LAMBERT_93 = System("Lambert 93", _conic(46.5, (44.0, 49.0), 6_600_000.0))


def _utm(zone: int, *, south: bool) -> System:
    origin = (500_000.0, 10_000_000.0 if south else 0.0)
    meridian = -183.0 + 6 * zone
    grid = Transverse(_AXIS, _FLATTENING, meridian, 0.9996, origin)
    return System(f"UTM {zone}{'S' if south else 'N'}", grid.degrees)


_GEOGRAPHIC = frozenset({4326, 4258, 4171, 4979, 5489, 4558, 4624, 4627, 4470, 4687, 4463, 7086})
_UTM = {
    **dict.fromkeys((5490, 4559, 2969, 2970), (20, False)),
    2972: (22, False),
    2975: (40, True),
    4471: (38, True),
    4467: (21, False),
    3296: (5, True),
    3297: (6, True),
    3298: (7, True),
}


def of_epsg(code: int) -> System | None:
    """The system of an EPSG number; none when we do not know the way."""
    if code in _GEOGRAPHIC:
        return WGS84
    if code == 2154:
        return LAMBERT_93
    if code in (3857, 900913):
        return System("Web Mercator", Web(_AXIS).degrees)
    if 3942 <= code <= 3950:
        latitude = code - 3900
        parallels = (latitude - 0.75, latitude + 0.75)
        north = (latitude - 41) * 1_000_000 + 200_000.0
        return System(f"CC{latitude}", _conic(latitude, parallels, north))
    if code in _UTM:
        zone, south = _UTM[code]
        return _utm(zone, south=south)
    for first, south in ((32600, False), (32700, True)):
        if 1 <= code - first <= 60:
            return _utm(code - first, south=south)
    return None


_PARAMETER = re.compile(r'PARAMETER\["([^"]+)",\s*([-+.\dEe]+)')
_SPHEROID = re.compile(r'SPHEROID\["[^"]*",\s*([-+.\dEe]+),\s*([-+.\dEe]+)')
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
    axis, inverse = (float(found[1]), float(found[2])) if found else (_AXIS, 1 / _FLATTENING)
    parameters = {name.lower(): float(value) for name, value in _PARAMETER.findall(text)}
    origin = (parameters.get("false_easting", 0.0), parameters.get("false_northing", 0.0))
    kind = text.partition("PROJECTION[")[2].lower()
    flattening = 1 / inverse if inverse else 0.0
    if kind.startswith('"lambert_conformal_conic'):
        latitude = parameters.get("latitude_of_origin", parameters.get("central_parallel", 0.0))
        first = parameters.get("standard_parallel_1", latitude)
        parallels = (first, parameters.get("standard_parallel_2", first))
        meridian = _meridian(parameters)
        conic = Conic(axis, flattening, meridian, latitude, parallels, origin)
        conic.degrees(*origin)
        return System(name_of(text), conic.degrees)
    if kind.startswith('"transverse_mercator') and not parameters.get("latitude_of_origin"):
        scale = parameters.get("scale_factor", 1.0)
        return System(
            name_of(text),
            Transverse(axis, flattening, _meridian(parameters), scale, origin).degrees,
        )
    if "mercator_auxiliary" in kind or "pseudo" in text.lower():
        return System(name_of(text), Web(axis).degrees)
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
