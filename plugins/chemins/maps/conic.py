"""Lambert's conformal conic projection: for what is wider than it is high."""

from dataclasses import dataclass
from math import atan, cos, degrees, exp, hypot, log, radians, sin, sqrt

from chemins.maps.ellipsoid import GRS_80, Ellipsoid

_LATITUDE_LIMIT = 89.0


@dataclass(frozen=True, slots=True)
class Conic:
    """A cone that cuts the earth, unrolled. Conformal: small shapes keep their angles.

    Source: IGN, NTG 71, « Projection cartographique conique conforme de Lambert » (1995), whose
    letters are in brackets.
    """

    ellipsoid: Ellipsoid
    """What is projected."""

    exponent: float
    """How much of a full turn the cone covers (n); negative south of the equator."""

    constant: float
    """Metres from the top of the cone to the equator (C); of the exponent's sign."""

    meridian: float
    """The longitude that stands upright, in degrees (λ0)."""

    east: float
    """The x of the top of the cone, in metres (Xs)."""

    north: float
    """The y of the top of the cone, in metres (Ys)."""

    def to_plane(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Degrees → metres. Algorithm ALG0003."""
        bounded = max(-_LATITUDE_LIMIT, min(_LATITUDE_LIMIT, latitude))
        isometric = self.ellipsoid.isometric(radians(bounded))
        away = self.constant * exp(-self.exponent * isometric)
        turn = self.exponent * radians(longitude - self.meridian)
        return (self.east + away * sin(turn), self.north - away * cos(turn))

    def to_earth(self, x: float, y: float) -> tuple[float, float]:
        """Metres → degrees. Algorithm ALG0004.

        Raises:
            ValueError: the top of the cone is no place on earth.
        """
        across, down = x - self.east, self.north - y
        isometric = -log(hypot(across, down) / abs(self.constant)) / self.exponent
        longitude = self.meridian + degrees(atan(across / down) / self.exponent)
        return (longitude, degrees(self.ellipsoid.latitude(isometric)))


def secant(
    parallels: tuple[float, float], origin: tuple[float, float], false: tuple[float, float]
) -> Conic:
    """The cone that cuts the earth at two ``parallels``;
    ``origin`` stands at ``false``.

    Degrees and metres, on GRS 80. Source: IGN, NTG 71 (1995), the secant case.
    """
    first, second = (radians(each) for each in parallels)
    low, high = GRS_80.isometric(first), GRS_80.isometric(second)
    exponent = log(_across(second) / _across(first)) / (low - high)
    constant = _across(first) / exponent * exp(exponent * low)
    longitude, latitude = origin
    away = constant * exp(-exponent * GRS_80.isometric(radians(latitude)))
    return Conic(GRS_80, exponent, constant, longitude, false[0], false[1] + away)


def _across(latitude: float) -> float:
    """The radius of a parallel, in metres."""
    bent = sqrt(1 - (GRS_80.eccentricity * sin(latitude)) ** 2)
    return GRS_80.radius * cos(latitude) / bent
