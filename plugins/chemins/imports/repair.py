"""Polygons as they were published → polygons that are sound, and what had to be mended.

Clipper does the work (A. Johnson, "Clipper", after B. Vatti, "A generic solution to polygon
clipping", CACM 35(7), 1992): a ring that crosses itself becomes the parts that it surrounds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

import pyclipper

from chemins.imports.grid import STEP, to_degrees, to_grid
from chemins.imports.publication import Points, Polygon, ShapeError
from chemins.imports.tangles import is_tangled
from chemins.reading.contours import MAX_POINTS

Flat = list[tuple[int, int]]

ACTS = ("numbers", "unclosed", "doubled", "crossed", "sliver", "hole", "overlap")
"""What mending can do, in the order in which it is told."""

_HARMLESS = frozenset({"numbers", "unclosed", "doubled"})
"""What changes no shape so that its parts could touch."""

_LEAST = 1.2e-10 * STEP * STEP
"""The area of a sliver: about a square metre in France."""

_NEGLIGIBLE = 1e-6
"""The part of an area that the grid itself may change."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Polygons that nothing is wrong with."""

    polygons: list[list[list[list[float]]]]
    """As a GeoJSON MultiPolygon writes them: closed, outer rings counterclockwise, holes not."""

    acts: tuple[str, ...]
    """What was mended."""


def sound(polygons: Sequence[Polygon]) -> Sound:
    """``polygons`` mended where they need it.

    Raises:
        ShapeError: nothing of an area is left, or points are nowhere on earth.
    """
    if sum(len(ring) for polygon in polygons for ring in polygon) > MAX_POINTS:
        raise ShapeError("detailed")
    acts: set[str] = set()
    try:
        parts = [paths for each in polygons if (paths := _polygon(each, acts))]
        return Sound(_together(parts, acts), tuple(act for act in ACTS if act in acts))
    except pyclipper.ClipperException as error:
        raise ShapeError("form") from error


def _polygon(polygon: Polygon, acts: set[str]) -> list[Flat]:
    """One polygon as paths of Clipper: what its outer ring surrounds without its holes."""
    if not polygon:
        return []
    outer = _surrounded(_ring(polygon[0], acts), acts)
    if not outer:
        return []
    holes = [_surrounded(_ring(each, acts), acts) for each in polygon[1:]]
    kept = [path for paths in holes if paths and _is_within(paths, outer, acts) for path in paths]
    return _execute(pyclipper.CT_DIFFERENCE, outer, kept) if kept else outer


def _ring(points: Points, acts: set[str]) -> Flat:
    """A ring on the grid, open, without what is no point or stands twice."""
    finite = [point for point in points if isfinite(point[0]) and isfinite(point[1])]
    if len(finite) < len(points):
        acts.add("numbers")
    if any(abs(x) > 180 or abs(y) > 90 for x, y in finite):
        raise ShapeError("outside")
    if len(finite) > 2 and finite[0] != finite[-1]:
        acts.add("unclosed")
    if any(one == other for one, other in pairwise(finite)):
        acts.add("doubled")
    ring: Flat = []
    for point in to_grid(finite):
        if not ring or point != ring[-1]:
            ring.append(point)
    while len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    return ring


def _surrounded(ring: Flat, acts: set[str]) -> list[Flat]:
    """What ``ring`` surrounds: itself, or its parts when it crosses itself."""
    if len(ring) < 3:
        acts.add("sliver")
        return []
    if is_tangled(ring):
        raise ShapeError("detailed")
    try:
        paths = _execute(pyclipper.CT_UNION, [ring], strictly=False)
        if len(set(ring)) < len(ring) or len(paths) != 1 or _is_other(ring, paths[0]):
            paths = _execute(pyclipper.CT_UNION, [ring])
    except pyclipper.ClipperException:  # nothing but a line
        acts.add("sliver")
        return []
    large = [path for path in paths if abs(pyclipper.Area(path)) >= _LEAST]
    if not large:
        acts.add("sliver")
    elif len(paths) != 1 or _is_other(ring, paths[0]):
        acts.add("crossed")
    return large


def _is_other(ring: Flat, path: Flat) -> bool:
    """Whether ``path`` is not ``ring`` turned or begun elsewhere."""
    if len(ring) != len(path):
        return True
    turned = path if pyclipper.Orientation(path) == pyclipper.Orientation(ring) else path[::-1]
    if ring[0] not in turned:
        return True
    start = turned.index(ring[0])
    return turned[start:] + turned[:start] != ring


def _is_within(hole: list[Flat], outer: list[Flat], acts: set[str]) -> bool:
    """Whether ``hole`` takes anything from ``outer``; tells when it goes beyond."""
    area = _area(hole)
    common: float = _area(_execute(pyclipper.CT_INTERSECTION, outer, hole))
    if common < area * (1 - 1e-3) - _LEAST:
        acts.add("hole")
    return bool(common >= _LEAST)


def _together(parts: list[list[Flat]], acts: set[str]) -> list[list[list[list[float]]]]:
    """All parts as one shape."""
    if not parts:
        raise ShapeError("empty")
    clipper = _clipper(strictly=bool(acts - _HARMLESS))
    for paths in parts:
        clipper.AddPaths(paths, pyclipper.PT_SUBJECT, True)
    fill = pyclipper.PFT_NONZERO
    tree = clipper.Execute2(pyclipper.CT_UNION, fill, fill)
    polygons = list(_in_tree(tree.Childs))
    if not polygons:
        raise ShapeError("empty")
    if sum(len(ring) for rings in polygons for ring in rings) > MAX_POINTS:
        raise ShapeError("detailed")
    before = sum(_area(paths) for paths in parts)
    after = sum(_area(rings) for rings in polygons)
    if after < before * (1 - _NEGLIGIBLE) - _LEAST:
        acts.add("overlap")
    return [[_written(ring) for ring in rings] for rings in polygons]


def _in_tree(nodes: Iterable[Any]) -> Iterable[list[Flat]]:
    """Each outer ring with its holes; rings within holes are outer rings again."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop(0)
        holes = [hole for hole in node.Childs if abs(pyclipper.Area(hole.Contour)) >= _LEAST]
        if abs(pyclipper.Area(node.Contour)) >= _LEAST:
            yield [_points(node.Contour), *(_points(hole.Contour) for hole in holes)]
        for hole in node.Childs:
            waiting.extend(hole.Childs)


def _points(path: Iterable[Iterable[int]]) -> Flat:
    return [(x, y) for x, y in path]


def _written(ring: Flat) -> list[list[float]]:
    return to_degrees([*ring, ring[0]])


def _area(paths: Iterable[Flat]) -> float:
    """What ``paths`` cover; Clipper's holes turn the other way and count below zero."""
    return abs(float(sum(pyclipper.Area(path) for path in paths)))


def _execute(
    what: int, subject: list[Flat], clip: list[Flat] | None = None, *, strictly: bool = True
) -> list[Flat]:
    clipper = _clipper(strictly=strictly)
    clipper.AddPaths(subject, pyclipper.PT_SUBJECT, True)
    if clip:
        clipper.AddPaths(clip, pyclipper.PT_CLIP, True)
    fill = pyclipper.PFT_NONZERO
    return [_points(path) for path in clipper.Execute(what, fill, fill)]


def _clipper(*, strictly: bool) -> Any:
    """Clipper, which keeps every point; ``strictly`` parts rings that touch themselves, slowly."""
    clipper = pyclipper.Pyclipper()
    clipper.PreserveCollinear, clipper.StrictlySimple = True, strictly
    return clipper
