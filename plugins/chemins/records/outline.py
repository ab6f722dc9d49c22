"""The outline of a quartier, as it is published: rings of longitude and latitude."""

from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]
"""Points of (longitude, latitude) in degrees, WGS 84, the last equal to the first."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One quartier on a map."""

    code: str
    """Its official code."""

    rings: tuple[Ring, ...]
    """Outer and inner rings alike: drawn together, even-odd."""
