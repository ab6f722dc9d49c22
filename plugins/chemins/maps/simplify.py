"""Fewer points for the same line on a screen."""

from collections.abc import Sequence

from chemins.maps.projection import Point

_MOST = 2000
"""How many points of a line are weighed against one another: a line made to be slow has more."""


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """``line`` without the points that stand nearer than ``tolerance`` to what stays.

    Source: Douglas, Peucker, "Algorithms for the reduction of the number of points required to
    represent a digitized line or its caricature", Cartographica 10(2), 1973. Iterative.
    """
    line = _bounded(_thinned(line, tolerance / 2), tolerance)
    if len(line) < 3:
        return list(line)
    kept = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        start, end = stack.pop()
        far, distance = _farthest(line, start, end)
        if distance > tolerance:
            kept.add(far)
            stack += [(start, far), (far, end)]
    return [line[index] for index in sorted(kept)]


def _thinned(line: Sequence[Point], step: float) -> Sequence[Point]:
    """``line`` without the points that stand on the one before: what keeps the rest quick."""
    if len(line) < 3:
        return line
    kept = [line[0]]
    for x, y in line[1:-1]:
        if abs(x - kept[-1][0]) >= step or abs(y - kept[-1][1]) >= step:
            kept.append((x, y))
    return [*kept, line[-1]]


def _bounded(line: Sequence[Point], step: float) -> Sequence[Point]:
    """``line``, coarser while it has too many points to weigh each against the others."""
    while len(line) > _MOST:
        coarser = _thinned(line, step)
        # A line that jumps about cannot be made coarser: each second point goes.
        line = coarser if len(coarser) < len(line) else [*line[:-1:2], line[-1]]
        step *= 2
    return line


def _farthest(line: Sequence[Point], start: int, end: int) -> tuple[int, float]:
    best, farthest = start, -1.0
    for index in range(start + 1, end):
        distance = _distance(line[index], line[start], line[end])
        if distance > farthest:
            best, farthest = index, distance
    return best, farthest


def _distance(point: Point, start: Point, end: Point) -> float:
    """From ``point`` to the segment between ``start`` and ``end``."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0
    if length:
        along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
        along = max(0.0, min(1.0, along))
    across = (point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)
    return float((across[0] ** 2 + across[1] ** 2) ** 0.5)
