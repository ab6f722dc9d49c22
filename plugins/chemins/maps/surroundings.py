"""What is around the quartiers of a map: municipalities, lines and points, drawn quietly."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from chemins.diagrams.metrics import width, wrap
from chemins.maps.atlas import Atlas, Shape
from chemins.maps.boxes import Box, around
from chemins.maps.clip import area_of, ring_within
from chemins.maps.drawing import Area, Lines
from chemins.maps.labels import QUIET, Label, Room
from chemins.maps.projection import Point
from chemins.maps.sheet import Sheet

_COARSE = 1.0
"""Pixels: the tolerance of quiet lines."""

_WITHIN = 0.97
"""The part of a municipality's name that must lie within it."""

_MEASURE = 120.0
_MOST_NAMES = 40
_PARTS = (0.5, 0.35, 0.65, 0.2, 0.8)
_DOT = 5.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is seen around."""

    communes: Lines
    """The edges of municipalities."""

    lines: Lines
    """The lines of the background."""

    dots: tuple[Point, ...]
    """Its points."""

    names: tuple[Label, ...]
    """The names that find room."""


def surroundings(
    atlas: Atlas, sheet: Sheet, room: Room, areas: Sequence[Area], told: Iterable[str] = ()
) -> Surroundings:
    """What ``sheet`` shows around ``areas``, each name once, but for those ``told`` already."""
    communes = [
        (shape, rings)
        for shape in atlas.communes.touching(sheet.extent)
        if (rings := sheet.rings(shape.lines, _COARSE))
    ]
    drawn = [
        (shape, sheet.lines(shape.lines, _COARSE), [sheet.place(each) for each in shape.points])
        for shape in atlas.background.touching(sheet.extent)
    ]
    dots = [(shape, dot) for shape, _, points in drawn for dot in points if _seen(dot, sheet)]
    for _, dot in dots:
        room.take(_box_of(dot))
    names: list[Label] = []
    candidates = (
        *_beside(dots),
        *_along([(shape, lines) for shape, lines, _ in drawn]),
        # The name of the one that fills the map is no help.
        *(_inside(communes) if len(communes) > 1 else ()),
    )
    said = set(told)
    for name, labels in candidates:
        if name in said or len(names) >= _MOST_NAMES:
            continue
        free = (each for each in labels if room.is_free(each.box) and _is_clear(each.box, areas))
        found = next(free, None)
        if found:
            names.append(found)
            said.add(name)
            room.take(found.box)
    return Surroundings(
        [ring for _, rings in communes for ring in rings],
        [line for _, lines, _ in drawn for line in lines],
        tuple(dot for _, dot in dots),
        tuple(names),
    )


def _is_clear(box: Box, areas: Sequence[Area]) -> bool:
    """Whether ``box`` lies over no quartier."""
    return not any(ring_within(ring, box) for area in areas for ring in area.rings)


_Candidates = Iterator[tuple[str, tuple[Label, ...]]]


def _beside(dots: Sequence[tuple[Shape, Point]]) -> _Candidates:
    for shape, (x, y) in dots:
        if shape.name:
            half = width(shape.name, "bold", QUIET.size) / 2 + _DOT + 3
            middle = y - QUIET.leading / 2
            yield (
                shape.name,
                (
                    _label(shape.name, x + half, middle),
                    _label(shape.name, x - half, middle),
                    _label(shape.name, x, y + _DOT + 2),
                    _label(shape.name, x, y - _DOT - 2 - QUIET.leading),
                ),
            )


def _along(drawn: Sequence[tuple[Shape, Lines]]) -> _Candidates:
    """Over the middle of the longest part that is seen, else nearer its ends."""
    for shape, lines in drawn:
        if shape.name and lines:
            line = max(lines, key=_long)
            points = [_on(line, part) for part in _PARTS]
            yield shape.name, tuple(_label(shape.name, x, y - QUIET.leading / 2) for x, y in points)


def _on(line: Sequence[Point], part: float) -> Point:
    """The point of ``line`` at so much of its length."""
    left = _long(line) * part
    for start, end in pairwise(line):
        step = dist(start, end)
        if step >= left and step:
            share = left / step
            return (
                start[0] + (end[0] - start[0]) * share,
                start[1] + (end[1] - start[1]) * share,
            )
        left -= step
    return line[-1]


def _inside(communes: Sequence[tuple[Shape, Lines]]) -> _Candidates:
    """The largest first."""
    for shape, rings in sorted(communes, key=lambda each: -each[0].box.area):
        if not shape.name:
            continue
        label = _laid(shape.name, max(rings, key=area_of))
        if sum(area_of(ring_within(ring, label.box)) for ring in rings) >= label.box.area * _WITHIN:
            yield shape.name, (label,)


def _laid(name: str, ring: Sequence[Point]) -> Label:
    lines = wrap(name, "bold", QUIET.size, _MEASURE)
    x, y = around(ring).middle
    return Label(lines, x, y - QUIET.leading * len(lines) / 2, QUIET)


def _label(name: str, middle: float, top: float) -> Label:
    return Label((name,), middle, top, QUIET)


def _long(line: Sequence[Point]) -> float:
    return sum(dist(start, end) for start, end in pairwise(line))


def _seen(dot: Point, sheet: Sheet) -> bool:
    return 0 <= dot[0] <= sheet.width and 0 <= dot[1] <= sheet.height


def _box_of(dot: Point) -> Box:
    return around((dot,)).grown(_DOT)
