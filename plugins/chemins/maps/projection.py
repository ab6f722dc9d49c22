"""Longitude and latitude → a plane that keeps shapes, and back: which projection, where.

In France the one that the law names, so that what is measured on official files agrees; elsewhere
a transverse Mercator about the place itself.

Source: décret n° 2000-1276 of 26 December 2000, as amended, article 1, for the systems of
France; EPSG registry for their codes and constants.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from chemins.maps.conic import secant
from chemins.maps.transverse import Transverse, utm

Point = tuple[float, float]


class Projection(Protocol):
    """Degrees of longitude and latitude → metres east and north, and back."""

    def to_plane(self, longitude: float, latitude: float) -> Point:
        """Degrees → metres."""

    def to_earth(self, x: float, y: float) -> Point:
        """Metres → degrees of longitude and latitude."""


LAMBERT_93 = secant((44, 49), (3, 46.5), (700_000, 6_600_000))
"""Metropolitan France, Corsica included."""

_NEW_CALEDONIA = secant((-(20 + 2 / 3), -(22 + 1 / 3)), (166, -21.5), (400_000, 300_000))

_CONIC_ZONES = {
    f"EPSG:{3900 + latitude}": secant(
        (latitude - 0.75, latitude + 0.75),
        (3, latitude),
        (1_700_000, (latitude - 41) * 1_000_000 + 200_000),
    )
    for latitude in range(42, 51)
}
"""« Conique conforme 9 zones »: what municipalities are often measured in."""

PROJECTIONS: Mapping[str, Projection] = MappingProxyType(
    {
        "EPSG:2154": LAMBERT_93,
        **_CONIC_ZONES,
        "EPSG:5490": utm(20),
        "EPSG:4559": utm(20),
        "EPSG:2972": utm(22),
        "EPSG:2975": utm(40, south=True),
        "EPSG:4471": utm(38, south=True),
        "EPSG:4467": utm(21),
        "EPSG:3163": _NEW_CALEDONIA,
        "EPSG:3296": utm(5, south=True),
        "EPSG:3297": utm(6, south=True),
    }
)
"""The planes that French official files are written in, by their code."""


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a projection is the right one, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


_WHERE: tuple[tuple[_Box, Projection], ...] = (
    (_Box(-5.6, 41.2, 9.8, 51.3), LAMBERT_93),
    # Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
    (_Box(-63.3, 14.2, -60.6, 18.3), PROJECTIONS["EPSG:5490"]),
    # Guyane
    (_Box(-54.8, 2.0, -51.4, 6.0), PROJECTIONS["EPSG:2972"]),
    # La Réunion
    (_Box(55.0, -21.6, 56.1, -20.7), PROJECTIONS["EPSG:2975"]),
    # Mayotte
    (_Box(44.8, -13.2, 45.5, -12.4), PROJECTIONS["EPSG:4471"]),
    # Saint-Pierre-et-Miquelon
    (_Box(-56.7, 46.6, -56.0, 47.3), PROJECTIONS["EPSG:4467"]),
    # Nouvelle-Calédonie
    (_Box(163.0, -23.0, 168.5, -19.0), _NEW_CALEDONIA),
    # Polynésie française: the Leeward Islands, then Tahiti and its neighbours
    (_Box(-156.0, -18.5, -150.0, -14.0), PROJECTIONS["EPSG:3296"]),
    (_Box(-150.0, -18.5, -144.0, -14.0), PROJECTIONS["EPSG:3297"]),
    # Wallis-et-Futuna
    (_Box(-178.5, -14.6, -175.9, -12.9), utm(1, south=True)),
)


def projection_at(longitude: float, latitude: float) -> Projection:
    """The projection for a map around this point."""
    for box, projection in _WHERE:
        if box.holds(longitude, latitude):
            return projection
    return Transverse(meridian=longitude)
