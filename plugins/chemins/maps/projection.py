"""Longitude and latitude → a plane, keeping shapes."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, log, pi, radians, tan

from chemins.records.outline import Outline

Point = tuple[float, float]

EARTH_RADIUS = 6_378_137.0
"""Metres: the semi-major axis of WGS 84."""

_LATITUDE_LIMIT = 85.0


def mercator(longitude: float, latitude: float) -> Point:
    """Metres east and north on the equator's scale. Conformal: small shapes keep their angles.

    Source: Snyder, "Map Projections: A Working Manual", USGS 1395 (1987), equations 7-1 and 7-2.
    """
    bounded = max(-_LATITUDE_LIMIT, min(_LATITUDE_LIMIT, latitude))
    north = log(tan(pi / 4 + radians(bounded) / 2))
    return (EARTH_RADIUS * radians(longitude), EARTH_RADIUS * north)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the plane lies on a picture: north up, one scale in both directions."""

    left: float
    """What stands at x = 0, in the plane's metres."""

    top: float
    """What stands at y = 0."""

    scale: float
    """Pixels a metre of the plane."""

    width: float
    """Pixels."""

    height: float
    """Pixels."""

    ground: float
    """Metres on the ground for one metre of the plane, here."""

    def place(self, longitude: float, latitude: float) -> Point:
        """Where a point of the earth stands on the picture."""
        x, y = mercator(longitude, latitude)
        return ((x - self.left) * self.scale, (self.top - y) * self.scale)

    def pixels(self, metres: float) -> float:
        """How long a distance on the ground is on the picture."""
        return metres / self.ground * self.scale


def fitted(outlines: Iterable[Outline], width: float, height: float) -> Sheet:
    """The sheet that holds ``outlines`` as large as ``width`` by ``height`` pixels allow.

    Raises:
        ValueError: there is no point at all.
    """
    points = [point for outline in outlines for ring in outline.rings for point in ring]
    if not points:
        raise ValueError("no point to fit")
    plane = [mercator(*point) for point in points]
    left, right = min(x for x, _ in plane), max(x for x, _ in plane)
    low, top = min(y for _, y in plane), max(y for _, y in plane)
    across, tall = max(right - left, 1.0), max(top - low, 1.0)
    scale = min(width / across, height / tall)
    middle = sum(latitude for _, latitude in points) / len(points)
    return Sheet(left, top, scale, across * scale, tall * scale, cos(radians(middle)))
