"""The transverse Mercator projection, that of UTM: for what is near one meridian."""

from cmath import sin as complex_sin
from dataclasses import dataclass
from functools import cached_property
from math import asinh, atan2, cos, degrees, hypot, radians, sin, sinh

from chemins.maps.ellipsoid import GRS_80, Ellipsoid

_FARTHEST = 80.0
"""Degrees from its meridian: farther, the projection leaves the paper."""

_LATITUDE_LIMIT = 89.0

UTM_SCALE = 0.9996
"""What the middle of a UTM zone is drawn at, so that its edges are not too large."""


@dataclass(frozen=True)
class Transverse:
    """A cylinder that lies along a meridian, unrolled. Conformal: small shapes keep their angles.

    Source: Krüger, « Konforme Abbildung des Erdellipsoids in der Ebene » (1912), in the form of
    Karney, "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85
    (2011), equations 7 to 14, 35 and 36, to the fourth order: within a tenth of a millimetre.
    """

    meridian: float
    """The longitude that stands upright, in degrees."""

    scale: float = 1.0
    """Metres on the plane for a metre on that meridian."""

    east: float = 0.0
    """The x of the meridian, in metres."""

    north: float = 0.0
    """The y of the equator, in metres."""

    ellipsoid: Ellipsoid = GRS_80
    """What is projected."""

    @cached_property
    def _series(self) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
        """The radius of a meridian, and the coefficients of both directions (A, α, β)."""
        n = self.ellipsoid.flattening / (2 - self.ellipsoid.flattening)
        radius = self.ellipsoid.radius / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
        there = (
            n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180,
            13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440,
            61 * n**3 / 240 - 103 * n**4 / 140,
            49561 * n**4 / 161280,
        )
        back = (
            n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96 - n**4 / 360,
            n**2 / 48 + n**3 / 15 - 437 * n**4 / 1440,
            17 * n**3 / 480 - 37 * n**4 / 840,
            4397 * n**4 / 161280,
        )
        return self.scale * radius, there, back

    def to_plane(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Degrees → metres."""
        bounded = max(-_LATITUDE_LIMIT, min(_LATITUDE_LIMIT, latitude))
        aside = (longitude - self.meridian + 180) % 360 - 180
        turn = radians(max(-_FARTHEST, min(_FARTHEST, aside)))
        steep = sinh(self.ellipsoid.isometric(radians(bounded)))
        on_sphere = complex(atan2(steep, cos(turn)), asinh(sin(turn) / hypot(steep, cos(turn))))
        radius, there, _ = self._series
        waves = enumerate(there, 1)
        plane = on_sphere + sum(each * complex_sin(2 * j * on_sphere) for j, each in waves)
        return (self.east + radius * plane.imag, self.north + radius * plane.real)

    def to_earth(self, x: float, y: float) -> tuple[float, float]:
        """Metres → degrees."""
        radius, _, back = self._series
        plane = complex((y - self.north) / radius, (x - self.east) / radius)
        waves = enumerate(back, 1)
        on_sphere = plane - sum(each * complex_sin(2 * j * plane) for j, each in waves)
        up, side = on_sphere.real, on_sphere.imag
        longitude = self.meridian + degrees(atan2(sinh(side), cos(up)))
        steep = sin(up) / hypot(sinh(side), cos(up))
        return (longitude, degrees(self.ellipsoid.latitude(asinh(steep))))


def utm(zone: int, *, south: bool = False) -> Transverse:
    """The projection of a UTM ``zone``, from 1 to 60."""
    return Transverse(6.0 * zone - 183, UTM_SCALE, 500_000.0, 10_000_000.0 if south else 0.0)
