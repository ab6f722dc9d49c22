"""A soft closed shape around some boxes: what a potato looks like.

The shape is a superellipse of which two waves make an uneven one, as large as it takes for every
box to be inside. The waves come from the shape's name, so that it looks the same in each version.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels from the shape's centre."""

Point = tuple[float, float]

_ROUND, _FULL, _LARGE = 2.3, 2.9, 400
"""The exponent of the smallest shape, that of one of ``_LARGE`` pixels, which wastes less."""

_WAVES = ((2, 0.035), (3, 0.02))
"""Of each wave: how often it comes round, how far it goes of the radius."""

_ARCS = 12

_SAMPLES = 72
_CLOSE = 1.004
"""What the arcs, and the whole numbers they are written in, may cut off."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a shape looks like, whatever its size."""

    exponent: float
    """Of the superellipse: 2 is an ellipse, more is fuller."""

    phases: tuple[float, ...]
    """Where each wave begins, in radians."""

    def radius(self, angle: float) -> float:
        """How far the outline is at ``angle``, around a square of which each side is two."""
        power = self.exponent
        even: float = (abs(cos(angle)) ** power + abs(sin(angle)) ** power) ** (-1 / power)
        uneven = 1.0
        for (often, far), phase in zip(_WAVES, self.phases, strict=True):
            uneven += far * cos(often * angle + phase)
        return even * uneven

    def least(self, x: float, y: float) -> float:
        """How much larger it must be to reach the point ``x``, ``y``."""
        far = hypot(x, y)
        return far / self.radius(atan2(y, x)) if far else 0.0


@dataclass(frozen=True, slots=True)
class Blob:
    """One shape, centred on the origin."""

    width: float
    """Half of what its boxes cover from left to right: the unit of its horizontal radius."""

    height: float
    """The same from top to bottom."""

    scale: float
    """How much larger it is than those."""

    form: Form
    """What it looks like."""

    def at(self, angle: float) -> Point:
        """The point of the outline at ``angle``, in radians, before stretching."""
        radius = self.scale * self.form.radius(angle)
        return (self.width * radius * cos(angle), self.height * radius * sin(angle))

    @property
    def box(self) -> Box:
        """What it covers."""
        left, top, right, bottom = _extent(self.form)
        across, down = self.scale * self.width, self.scale * self.height
        return (left * across - 2, top * down - 2, right * across + 2, bottom * down + 2)

    def path(self, x: float, y: float) -> str:
        """Its path data around the point ``x``, ``y``, in whole pixels."""
        step = 2 * pi / _ARCS

        def said(point: Point, arm: Point = (0, 0)) -> str:
            return f"{round(x + point[0] + arm[0])} {round(y + point[1] + arm[1])}"

        start, arm = self.at(0), self._arm(0, step / 3)
        drawn = [f"M{said(start)}C{said(start, arm)}"]
        for index in range(1, _ARCS + 1):
            point, arm = self.at(step * index), self._arm(step * index, -step / 3)
            drawn.append(f"{'S' if index > 1 else ' '}{said(point, arm)} {said(point)}")
        return "".join(drawn) + "Z"

    def _arm(self, angle: float, length: float) -> Point:
        """How far the outline goes in ``length`` radians, were it to go on straight."""
        near = 1e-4
        (x1, y1), (x2, y2) = self.at(angle - near), self.at(angle + near)
        return ((x2 - x1) / (2 * near) * length, (y2 - y1) / (2 * near) * length)


def blob(boxes: Iterable[Box], name: str) -> Blob:
    """The shape around ``boxes``, of which there is at least one, centred on the origin."""
    corners = [corner for box in boxes for corner in _reach(box)] or [(0.0, 0.0)]
    width = max(1.0, *(abs(x) for x, _ in corners))
    height = max(1.0, *(abs(y) for _, y in corners))
    seed = zlib.crc32(name.encode("utf-8", "replace"))
    phases = tuple(2 * pi * ((seed >> (8 * index)) & 255) / 256 for index in range(len(_WAVES)))
    fullness = _ROUND + (_FULL - _ROUND) * min(1, max(width, height) / _LARGE)
    form = Form(round(fullness, 1), phases)
    scale = max(form.least(x / width, y / height) for x, y in corners)
    return Blob(width, height, scale * _CLOSE, form)


@lru_cache(maxsize=1024)
def _extent(form: Form) -> Box:
    """What ``form`` covers around a square of which each side is two."""
    angles = [2 * pi * step / _SAMPLES for step in range(_SAMPLES)]
    across = [form.radius(angle) * cos(angle) for angle in angles]
    down = [form.radius(angle) * sin(angle) for angle in angles]
    return (min(across), min(down), max(across), max(down))


def _reach(box: Box) -> Iterator[Point]:
    """The corners of ``box`` that are the farthest from the centre, on either side."""
    left, top, right, bottom = box
    if top < 0:
        yield (left, top)
        yield (right, top)
    if bottom > 0:
        yield (left, bottom)
        yield (right, bottom)
