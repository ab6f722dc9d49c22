"""How a part of the plane lies on a picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chemins.maps.boxes import Box
from chemins.maps.clip import line_within, ring_within
from chemins.maps.projection import Point
from chemins.maps.simplify import simplified

TOLERANCE = 0.6
"""Pixels: how far a line may leave its course to have fewer points."""

_EDGE = 4.0
"""Pixels beyond the picture to which shapes go on, so that their edge is not seen to end."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """North up, one scale in both directions."""

    left: float
    """What stands at x = 0, in the plane's metres."""

    top: float
    """What stands at y = 0."""

    scale: float
    """Pixels a metre: a metre of the plane is one of the ground within 0.4 %."""

    width: float
    """Pixels."""

    height: float
    """Pixels."""

    @property
    def box(self) -> Box:
        """The picture, in pixels."""
        return Box(0, 0, self.width, self.height)

    @property
    def extent(self) -> Box:
        """What the picture shows of the plane, its edge included."""
        edge = _EDGE / self.scale
        right, bottom = self.width / self.scale, self.height / self.scale
        return Box(self.left, self.top, self.left + right, self.top + bottom).grown(edge)

    def place(self, point: Point) -> Point:
        """Where a point of the plane stands on the picture."""
        return ((point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale)

    def place_box(self, box: Box) -> Box:
        """Where a box of the plane stands on the picture."""
        left, top = self.place((box.left, box.top))
        right, bottom = self.place((box.right, box.bottom))
        return Box(left, top, right, bottom)

    def rings(
        self, rings: Iterable[Sequence[Point]], tolerance: float = TOLERANCE
    ) -> list[list[Point]]:
        """What of the closed ``rings`` of the plane is seen, with few points."""
        drawn = []
        for ring in rings:
            placed = [self.place(point) for point in ring_within(ring, self.extent)]
            line = simplified(placed, tolerance)
            if len(line) > 3:
                drawn.append(line)
        return drawn

    def lines(
        self, lines: Iterable[Sequence[Point]], tolerance: float = TOLERANCE
    ) -> list[list[Point]]:
        """What of ``lines`` is seen."""
        return [
            simplified([self.place(point) for point in piece], tolerance)
            for line in lines
            for piece in line_within(line, self.extent)
        ]


def fitted(box: Box, width: float, height: float) -> Sheet:
    """The sheet that holds ``box``, and no more, in at most ``width`` by ``height`` pixels."""
    across, tall = max(box.width, 1.0), max(box.height, 1.0)
    scale = min(width / across, height / tall)
    return Sheet(box.left, box.top, scale, across * scale, tall * scale)


def spread(box: Box, width: float, least: float, most: float) -> Sheet:
    """The sheet ``width`` pixels wide that holds ``box`` in its middle.

    It is as high as the box asks, between ``least`` and ``most`` pixels.
    """
    across, tall = max(box.width, 1.0), max(box.height, 1.0)
    scale = min(width / across, most / tall)
    height = min(max(tall * scale, least), most)
    x, y = box.middle
    return Sheet(x - width / scale / 2, y - height / scale / 2, scale, width, height)
