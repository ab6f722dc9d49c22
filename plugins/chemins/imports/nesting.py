"""Rings without a word on which is a hole → polygons, by which ring stands in which."""

import pyclipper

from chemins.imports.grid import to_grid
from chemins.imports.publication import Points, Polygon


def nested(rings: list[Points]) -> tuple[Polygon, ...]:
    """Each ring that an even number of others hold, with those right inside it as its holes.

    A Shapefile tells holes by the direction of their points; publishers turn them the wrong way.
    """
    if len(rings) == 1:
        return ((rings[0],),)
    flat = [to_grid(ring) for ring in rings]
    holders = [
        [other for other in range(len(rings)) if other != each and _holds(flat[other], flat[each])]
        for each in range(len(rings))
    ]
    outer = [each for each in range(len(rings)) if len(holders[each]) % 2 == 0]
    holes: dict[int, list[Points]] = {each: [] for each in outer}
    for each in range(len(rings)):
        if len(holders[each]) % 2:
            inmost = max(
                (other for other in holders[each] if other in holes),
                key=lambda other: len(holders[other]),
                default=None,
            )
            if inmost is None:
                holes[each] = []
            else:
                holes[inmost].append(rings[each])
    return tuple((rings[each], *inside) for each, inside in holes.items())


def _holds(outer: list[tuple[int, int]], inner: list[tuple[int, int]]) -> bool:
    """Whether most of the points of ``inner`` that are not on the edge are inside ``outer``."""
    if len(outer) < 3 or not inner:
        return False
    xs, ys = [x for x, _ in outer], [y for _, y in outer]
    low, high, left, right = min(ys), max(ys), min(xs), max(xs)
    sides = [
        pyclipper.PointInPolygon(point, outer)
        if left <= point[0] <= right and low <= point[1] <= high
        else 0
        for point in inner[:400]
    ]
    return sides.count(1) > sides.count(0)
