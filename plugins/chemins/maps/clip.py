"""What of a shape, or of a line, lies within a box."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from chemins.maps.boxes import Box
from chemins.maps.projection import Point

_Inside = Callable[[Point], bool]
_Crossing = Callable[[Point, Point], Point]


def ring_within(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of the closed ``ring`` within ``box``, closed along its edges; empty when none is.

    Source: Sutherland, Hodgman, "Reentrant polygon clipping", CACM 17(1), 1974.
    """
    points = list(ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring)
    for inside, crossing in _sides(box):
        if not points:
            return []
        kept: list[Point] = []
        before = points[-1]
        was_inside = inside(before)
        for point in points:
            is_inside = inside(point)
            if is_inside != was_inside:
                kept.append(crossing(before, point))
            if is_inside:
                kept.append(point)
            before, was_inside = point, is_inside
        points = kept
    return [*points, points[0]] if len(points) > 2 else []


def line_within(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The parts of ``line`` within ``box``, cut where it leaves."""
    pieces: list[list[Point]] = []
    for start, end in pairwise(line):
        segment = _segment_within(start, end, box)
        if segment is None:
            continue
        if pieces and pieces[-1][-1] == segment[0]:
            pieces[-1].append(segment[1])
        else:
            pieces.append(list(segment))
    return pieces


def area_of(ring: Sequence[Point]) -> float:
    """What a closed ``ring`` covers."""
    doubled = sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], *ring[:1]), strict=True)
    )
    return abs(doubled) / 2


def _sides(box: Box) -> tuple[tuple[_Inside, _Crossing], ...]:
    return (
        (lambda p: p[0] >= box.left, lambda a, b: _at_x(a, b, box.left)),
        (lambda p: p[0] <= box.right, lambda a, b: _at_x(a, b, box.right)),
        (lambda p: p[1] >= box.top, lambda a, b: _at_y(a, b, box.top)),
        (lambda p: p[1] <= box.bottom, lambda a, b: _at_y(a, b, box.bottom)),
    )


def _at_x(a: Point, b: Point, x: float) -> Point:
    return (x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))


def _at_y(a: Point, b: Point, y: float) -> Point:
    return (a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y)


def _segment_within(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    """Source: Liang, Barsky, "A new concept and method for line clipping", ACM ToG 3(1), 1984."""
    across, down = b[0] - a[0], b[1] - a[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-across, a[0] - box.left),
        (across, box.right - a[0]),
        (-down, a[1] - box.top),
        (down, box.bottom - a[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    start = a if first == 0 else (a[0] + across * first, a[1] + down * first)
    end = b if last == 1 else (a[0] + across * last, a[1] + down * last)
    return start, end
