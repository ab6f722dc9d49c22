"""Rectangles: of a plane in metres, of a picture in pixels; x to the right, y downwards in both."""

from collections.abc import Iterable
from dataclasses import dataclass

from chemins.maps.projection import Point


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        """Its middle."""
        return ((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    @property
    def area(self) -> float:
        """What it covers."""
        return self.width * self.height

    def overlaps(self, other: "Box") -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * tall if across > 0 and tall > 0 else 0.0

    def touches(self, other: "Box") -> bool:
        """Whether they have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether ``other`` lies within it."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> "Box":
        """It, larger by so much on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def gap(self, other: "Box") -> float:
        """How far they are apart, along the axis on which they are farthest; 0 when they meet."""
        across = max(self.left - other.right, other.left - self.right, 0.0)
        return max(across, self.top - other.bottom, other.top - self.bottom)


def around(points: Iterable[Point]) -> Box:
    """The box of ``points``.

    Raises:
        ValueError: there is none.
    """
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def together(boxes: Iterable[Box]) -> Box:
    """The box of ``boxes``.

    Raises:
        ValueError: there is none.
    """
    found = tuple(boxes)
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )
