"""Is a ring a scribble? Untangling one takes time that grows with how often it crosses itself."""

from collections.abc import Sequence

Flat = Sequence[tuple[int, int]]

_FEW = 1500
"""Rings of fewer points are untangled in a second, however they cross."""

_TRIED = 20_000
"""How many pairs of segments are looked at."""

_MOST = 50_000
"""How many crossings one ring may have: the contours of 2015 have one or two."""


def is_tangled(ring: Flat) -> bool:
    """Whether ``ring`` probably crosses itself more often than a contour ever does.

    Pairs of its segments are tried, always the same ones, so that a file is read alike each time.
    """
    count = len(ring)
    if count <= _FEW:
        return False
    crossings = sum(
        _cross(ring, each * 7919 % count, (each * 104_729 + each // count) % count)
        for each in range(_TRIED)
    )
    return crossings * count * count / (2 * _TRIED) > _MOST


def _cross(ring: Flat, one: int, other: int) -> bool:
    a, b = ring[one], ring[(one + 1) % len(ring)]
    c, d = ring[other], ring[(other + 1) % len(ring)]
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
