"""What maps are drawn from, as it is published: points of longitude and latitude."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Degrees = tuple[float, float]
"""A point: longitude, latitude, WGS 84."""

Ring = tuple[Degrees, ...]
"""The points of a line; of a shape, the last is equal to the first."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One quartier, or one commune, on a map."""

    code: str
    """Its official code."""

    rings: tuple[Ring, ...]
    """Outer and inner rings alike: drawn together, even-odd."""

    name: str = ""
    """What its file calls it."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """Something of the background: a river, a street, a station."""

    name: str
    """What is written beside it; empty for none."""

    lines: tuple[Ring, ...] = ()
    """How it runs."""

    points: tuple[Degrees, ...] = ()
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Geography:
    """All that the maps of a site are drawn from."""

    quartiers: Mapping[str, Outline] = field(default_factory=lambda: MappingProxyType({}))
    """The outlines of quartiers, by official code."""

    communes: Mapping[str, Outline] = field(default_factory=lambda: MappingProxyType({}))
    """The outlines of municipalities, by INSEE code."""

    background: tuple[Landmark, ...] = ()
    """What helps to find one's way."""
