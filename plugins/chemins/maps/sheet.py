"""How a plane lies on a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from chemins.maps.projection import Point, Projection, projection_at
from chemins.records.outline import Outline


@dataclass(frozen=True, slots=True)
class Sheet:
    """North up, one scale in both directions."""

    projection: Projection
    """Degrees → the plane's metres."""

    left: float
    """What stands at x = 0, in the plane's metres."""

    top: float
    """What stands at y = 0."""

    scale: float
    """Pixels a metre."""

    width: float
    """Pixels."""

    height: float
    """Pixels."""

    def place(self, longitude: float, latitude: float) -> Point:
        """Where a point of the earth stands on the picture."""
        x, y = self.projection.to_plane(longitude, latitude)
        return ((x - self.left) * self.scale, (self.top - y) * self.scale)

    def pixels(self, metres: float) -> float:
        """How long a distance is on the picture: a plane's metre is the ground's within 0.4 %."""
        return metres * self.scale


def fitted(outlines: Iterable[Outline], width: float, height: float) -> Sheet:
    """The sheet that holds ``outlines`` as large as ``width`` by ``height`` pixels allow.

    Raises:
        ValueError: there is no point at all.
    """
    points = [point for outline in outlines for ring in outline.rings for point in ring]
    if not points:
        raise ValueError("no point to fit")
    projection = projection_at(*middle(points))
    plane = [projection.to_plane(*point) for point in points]
    left, right = min(x for x, _ in plane), max(x for x, _ in plane)
    low, top = min(y for _, y in plane), max(y for _, y in plane)
    across, tall = max(right - left, 1.0), max(top - low, 1.0)
    scale = min(width / across, height / tall)
    return Sheet(projection, left, top, scale, across * scale, tall * scale)


def middle(points: Iterable[Point]) -> Point:
    """The middle of ``points`` along each axis, that few strays do not move."""
    xs, ys = (sorted(each) for each in zip(*points, strict=True))
    return (xs[len(xs) // 2], ys[len(ys) // 2])
