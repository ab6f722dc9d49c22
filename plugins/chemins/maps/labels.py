"""Where the name of each area goes: on it when it fits, else beside it, never over another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chemins.diagrams.metrics import width, wrap
from chemins.maps.projection import Point

SIZE = 20
"""Pixels: the largest size at which the style sheet may set a label."""

LEADING = 24
"""Pixels from one line to the next."""

_MEASURE = 190
_GAP = 8
_FILL = 0.3
_LINE = 600


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a picture."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * tall if across > 0 and tall > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name, laid out."""

    lines: tuple[str, ...]
    """Its lines."""

    middle: float
    """The x that its lines are centred on."""

    top: float
    """The y of its first line's top."""

    @property
    def box(self) -> Box:
        """What it covers."""
        half = max(width(line, "bold", SIZE) for line in self.lines) / 2
        bottom = self.top + LEADING * len(self.lines)
        return Box(self.middle - half, self.top, self.middle + half, bottom)


def box_of(points: Iterable[Point]) -> Box:
    """What ``points`` cover."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def placed(names: Sequence[str], areas: Sequence[Box], sheet: Box) -> tuple[Label, ...]:
    """A label for each of ``names``, near the area of the same place in ``areas``."""
    labels: list[Label] = []
    for index, name in enumerate(names):
        others = [area for at, area in enumerate(areas) if at != index]
        taken = [*others, *(label.box for label in labels)]
        candidates = list(_candidates(name, areas[index]))
        labels.append(min(candidates, key=lambda each: _cost(each, areas[index], taken, sheet)))
    return tuple(labels)


def _candidates(name: str, area: Box) -> Iterator[Label]:
    middle, height = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    for measure in (_MEASURE, _MEASURE * 2 / 3):
        lines = wrap(name, "bold", SIZE, measure)
        tall = LEADING * len(lines)
        half = max(width(line, "bold", SIZE) for line in lines) / 2
        yield Label(lines, middle, height - tall / 2)
        yield Label(lines, middle, area.bottom + _GAP)
        yield Label(lines, middle, area.top - _GAP - tall)
        yield Label(lines, area.left - _GAP - half, height - tall / 2)
        yield Label(lines, area.right + _GAP + half, height - tall / 2)


def _cost(label: Label, area: Box, taken: Iterable[Box], sheet: Box) -> float:
    """What is wrong with a place: over another, half over its own area, out of the sheet."""
    box = label.box
    size = (box.right - box.left) * (box.bottom - box.top)
    own = box.overlaps(area)
    over = sum(box.overlaps(other) for other in taken)
    outside = size - box.overlaps(sheet)
    room = (area.right - area.left) * (area.bottom - area.top) * _FILL
    straddling = size if own and (own < size or size > room) else 0.0
    apart = 0.0 if own else size / 8
    return over * 10 + outside / 4 + straddling * 2 + apart + _LINE * len(label.lines)
