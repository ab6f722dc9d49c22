"""Metres on a national grid → longitude and latitude: the two projections of French files.

Source: Snyder, "Map Projections: A Working Manual", USGS 1395 (1987), equations 15-1 to 15-11, for
the conic one; Karney, "Transverse Mercator with an accuracy of a few nanometers", Journal of
Geodesy 85 (2011), equations 11, 12, 35 and 36 cut after the third term, for the other.
"""

from dataclasses import dataclass
from functools import cached_property
from math import asin, atan, atan2, cos, cosh, degrees, exp, log, pi, radians, sin, sinh, sqrt, tan

Degrees = tuple[float, float]


@dataclass(frozen=True)
class Conic:
    """Lambert's conformal conic projection, backwards."""

    axis: float
    """Metres: the semi-major axis of the ellipsoid."""

    flattening: float
    """Of the ellipsoid."""

    longitude: float
    """Degrees: the central meridian."""

    latitude: float
    """Degrees: where northings begin."""

    parallels: tuple[float, float]
    """Degrees: where scale is one; twice the same where there is one."""

    origin: tuple[float, float]
    """Metres: what stands at the origin."""

    def degrees(self, east: float, north: float) -> Degrees:
        """Longitude and latitude of a point of the grid."""
        n, factor, start = self._cone
        x, y = east - self.origin[0], start - (north - self.origin[1])
        radius = sqrt(x * x + y * y) * (1 if n > 0 else -1)
        turn = atan2(x, y) if n > 0 else atan2(-x, -y)
        if radius == 0:
            return (self.longitude, 90.0 if n > 0 else -90.0)
        conformal = (radius / (self.axis * factor)) ** (1 / n)
        latitude = pi / 2 - 2 * atan(conformal)
        for _ in range(12):
            wave = self._eccentricity * sin(latitude)
            turned = ((1 - wave) / (1 + wave)) ** (self._eccentricity / 2)
            latitude = pi / 2 - 2 * atan(conformal * turned)
        return (self.longitude + degrees(turn / n), degrees(latitude))

    @cached_property
    def _eccentricity(self) -> float:
        return sqrt(self.flattening * (2 - self.flattening))

    @cached_property
    def _cone(self) -> tuple[float, float, float]:
        first, second = (radians(each) for each in self.parallels)
        t1, t2, t0 = self._t(first), self._t(second), self._t(radians(self.latitude))
        if abs(first - second) < 1e-10:
            n = sin(first)
        else:
            n = (log(self._m(first)) - log(self._m(second))) / (log(t1) - log(t2))
        factor = self._m(first) / (n * t1**n)
        return n, factor, self.axis * factor * t0**n

    def _m(self, latitude: float) -> float:
        wave = self._eccentricity * sin(latitude)
        return cos(latitude) / sqrt(1 - wave * wave)

    def _t(self, latitude: float) -> float:
        wave = self._eccentricity * sin(latitude)
        turned: float = ((1 - wave) / (1 + wave)) ** (self._eccentricity / 2)
        return tan(pi / 4 - latitude / 2) / turned


@dataclass(frozen=True)
class Transverse:
    """The transverse Mercator projection of Gauss and Krüger, backwards; its origin is on the
    equator, as in every UTM zone.
    """

    axis: float
    flattening: float
    longitude: float
    scale: float
    origin: tuple[float, float]

    def degrees(self, east: float, north: float) -> Degrees:
        """Longitude and latitude of a point of the grid."""
        n = self.flattening / (2 - self.flattening)
        meridian = self.scale * self.axis / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
        xi, eta = (north - self.origin[1]) / meridian, (east - self.origin[0]) / meridian
        if abs(eta) > 2:
            raise ValueError("far from the zone")
        beta = (
            n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96,
            n**2 / 48 + n**3 / 15,
            17 * n**3 / 480,
        )
        terms = list(enumerate(beta, start=1))
        xi, eta = (
            xi - sum(b * sin(2 * j * xi) * cosh(2 * j * eta) for j, b in terms),
            eta - sum(b * cos(2 * j * xi) * sinh(2 * j * eta) for j, b in terms),
        )
        chi = asin(sin(xi) / cosh(eta))
        delta = (
            2 * n - 2 * n**2 / 3 - 2 * n**3,
            7 * n**2 / 3 - 8 * n**3 / 5,
            56 * n**3 / 15,
        )
        latitude = chi + sum(d * sin(2 * j * chi) for j, d in enumerate(delta, start=1))
        return (self.longitude + degrees(atan2(sinh(eta), cos(xi))), degrees(latitude))


@dataclass(frozen=True)
class Web:
    """The spherical Mercator of maps on the web, backwards."""

    axis: float

    def degrees(self, east: float, north: float) -> Degrees:
        """Longitude and latitude of a point of the grid."""
        if abs(north) > 10 * self.axis:
            raise ValueError("beyond the poles")
        return (degrees(east / self.axis), degrees(2 * atan(exp(north / self.axis)) - pi / 2))
