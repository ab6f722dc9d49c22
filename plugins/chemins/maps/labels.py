"""Where the name of each area goes: on it when it fits, else beside it, never over another.

A name that finds no room gives way to its number in the list beside the map, which takes less; a
number that finds none is left out, and the page says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chemins.diagrams.metrics import width, wrap
from chemins.maps.boxes import Box
from chemins.maps.clip import area_of, ring_within
from chemins.maps.projection import Point

_MEASURE = 190.0
_MOST_LINES = 5
_GAP = 6.0
_COVERS = 0.05
"""The part of a label that may lie over the shape of another area."""

_HIDES = 0.1
"""The part of the box of another area that a label may lie over."""

_WITHIN = tuple((x / 6, y / 6) for y in (3, 2, 4, 1, 5) for x in (3, 2, 4, 1, 5))
"""Where in its box a shape may have room for a label: the middle first."""

_WHOLE = 0.95
_LINE = 600.0


@dataclass(frozen=True, slots=True)
class Type:
    """How labels are set."""

    size: float
    """Pixels: the largest at which the style sheet sets them."""

    leading: float
    """Pixels from one line to the next."""


NAME = Type(17, 20)
"""Names, where the picture is drawn at its size."""

NUMBER = Type(24, 26)
"""Numbers, that are read on a phone, where the picture is drawn at two thirds of its size."""

SMALL = Type(14, 16)
"""Numbers where there are many, at full size."""

TOWN = Type(14, 16)
"""Names of the municipalities of many quartiers."""

QUIET = Type(15, 18)
"""Names of what is around."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text, laid out."""

    lines: tuple[str, ...]
    """Its lines."""

    middle: float
    """The x that its lines are centred on."""

    top: float
    """The y of its first line's top."""

    type: Type
    """How it is set."""

    @property
    def box(self) -> Box:
        """What it covers."""
        half = _wide(self.lines, self.type) / 2
        bottom = self.top + self.type.leading * len(self.lines)
        return Box(self.middle - half, self.top, self.middle + half, bottom)


@dataclass(frozen=True, slots=True)
class Spot:
    """What is to be labelled."""

    texts: tuple[tuple[str, Type], ...]
    """What may be written, the best first."""

    box: Box
    """Where it lies."""

    rings: Sequence[Sequence[Point]] = ()
    """Its shape; none for a dot."""


class Room:
    """What of a picture is free, and what is taken."""

    def __init__(self, sheet: Box, taken: Iterable[Box] = ()) -> None:
        self.sheet = sheet
        self.taken = list(taken)

    def is_free(self, box: Box) -> bool:
        """Whether ``box`` lies on the picture, over nothing."""
        return self.sheet.holds(box) and not any(box.touches(each) for each in self.taken)

    def take(self, box: Box) -> None:
        """Takes it."""
        self.taken.append(box)


def placed(spots: Sequence[Spot], room: Room) -> tuple[Label | None, ...]:
    """A label for each of ``spots`` that finds room, near it."""
    return tuple(_label(spot, index, spots, room) for index, spot in enumerate(spots))


def _label(spot: Spot, index: int, spots: Sequence[Spot], room: Room) -> Label | None:
    others = [other for at, other in enumerate(spots) if at != index]
    for text, type_ in spot.texts:
        found = [
            (cost, label)
            for label in _candidates(text, type_, spot, room.sheet)
            if room.is_free(label.box) and (cost := _cost(label, spot, others)) is not None
        ]
        if found:
            label = min(found, key=lambda each: each[0])[1]
            room.take(label.box)
            return label
    return None


def _candidates(text: str, type_: Type, spot: Spot, sheet: Box) -> Iterator[Label]:
    area = spot.box
    x, y = area.middle
    for measure in (_MEASURE, _MEASURE * 2 / 3):
        lines = wrap(text, "bold", type_.size, measure)
        if not 0 < len(lines) <= _MOST_LINES:
            continue
        tall, half = type_.leading * len(lines), _wide(lines, type_) / 2
        if spot.rings:
            # A shape may be hollow where its middle is.
            for right, down in _WITHIN:
                inside = area.left + area.width * right, area.top + area.height * down
                yield Label(lines, inside[0], inside[1] - tall / 2, type_)
        # A name may stand a little aside rather than leave the picture.
        inner = min(max(x, sheet.left + half + 1), sheet.right - half - 1)
        for middle in (x, inner) if inner != x else (x,):
            yield Label(lines, middle, y - tall / 2, type_)
            yield Label(lines, middle, area.bottom + _GAP, type_)
            yield Label(lines, middle, area.top - _GAP - tall, type_)
        yield Label(lines, area.left - _GAP - half, y - tall / 2, type_)
        yield Label(lines, area.right + _GAP + half, y - tall / 2, type_)
        for side in (area.left - half, area.right + half):
            yield Label(lines, side, area.top - tall, type_)
            yield Label(lines, side, area.bottom, type_)


def _cost(label: Label, spot: Spot, others: Iterable[Spot]) -> float | None:
    """What is wrong with a place; nothing when it would be read as the name of another."""
    box = label.box
    size = box.area
    over = 0.0
    for other in others:
        if other.box.touches(box):
            covered = _covered(box, other)
            if covered > min(size * _COVERS, other.box.area * _HIDES):
                return None
            over += covered
    own = _covered(box, spot) / size if size else 0.0
    # Half on its shape and half off reads badly, and so does a hollow; on it reads best.
    is_off = own < _COVERS and not box.overlaps(spot.box)
    straddling = 0.0 if own > _WHOLE else 0.6 if is_off else 1.5
    return size * straddling + _LINE * len(label.lines) + over


def _covered(box: Box, spot: Spot) -> float:
    """What of ``box`` lies over ``spot``."""
    if not spot.rings:
        return box.overlaps(spot.box)
    return sum(area_of(ring_within(ring, box)) for ring in spot.rings)


def _wide(lines: Sequence[str], type_: Type) -> float:
    return max(width(line, "bold", type_.size) for line in lines)
