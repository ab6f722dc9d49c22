"""Degrees on a grid of a centimetre: where shapes are looked at, mended and written alike."""

from collections.abc import Iterable
from math import isfinite

DECIMALS = 7
"""Of a degree: about a centimetre."""

STEP = 10**DECIMALS
"""Steps of the grid in a degree."""

_FAR = 10**9
"""Beyond this, no number is a coordinate of anything."""


def to_grid(points: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
    """``points`` on the grid; those that are no point are left out."""
    return [
        (round(x * STEP), round(y * STEP))
        for x, y in points
        if isfinite(x) and isfinite(y) and abs(x) < _FAR and abs(y) < _FAR
    ]


def to_degrees(points: Iterable[tuple[int, int]]) -> list[list[float]]:
    """Points of the grid as GeoJSON writes them."""
    return [[x / STEP, y / STEP] for x, y in points]
