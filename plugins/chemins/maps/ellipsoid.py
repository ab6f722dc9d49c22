"""The shape of the earth, and the latitude that a conformal projection begins with."""

from dataclasses import dataclass
from functools import cached_property
from math import atan, atanh, sin, sinh, sqrt

_TURNS = 12
"""More than a latitude takes to settle."""

_SETTLED = 1e-13


@dataclass(frozen=True)
class Ellipsoid:
    """A sphere that is flat at its poles."""

    radius: float
    """Metres from its middle to its equator: the semi-major axis."""

    flattening: float
    """By what share the way to its poles is shorter."""

    @cached_property
    def eccentricity(self) -> float:
        """The first eccentricity."""
        return sqrt(self.flattening * (2 - self.flattening))

    def isometric(self, latitude: float) -> float:
        """The isometric latitude of ``latitude``, in radians.

        Source: IGN, NTG 71, « Projection cartographique conique conforme de Lambert » (1995),
        algorithm ALG0001.
        """
        sine = sin(latitude)
        return atanh(sine) - self.eccentricity * atanh(self.eccentricity * sine)

    def latitude(self, isometric: float) -> float:
        """The latitude, in radians, whose isometric latitude is ``isometric``.

        Source: IGN, NTG 71 (1995), algorithm ALG0002.
        """
        # Near the poles the sine no longer tells one latitude from the next: the tangent does.
        latitude = isometric
        for _ in range(_TURNS):
            flat = self.eccentricity * atanh(self.eccentricity * sin(latitude))
            nearer = atan(sinh(isometric + flat))
            if abs(nearer - latitude) < _SETTLED:
                return nearer
            latitude = nearer
        return latitude


GRS_80 = Ellipsoid(6_378_137.0, 1 / 298.257222101)
"""That of every French reference system; from WGS 84's it differs by a tenth of a millimetre."""
