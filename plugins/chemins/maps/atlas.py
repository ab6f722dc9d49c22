"""Everything that maps are drawn from, projected once, and found by where it lies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import floor

from chemins.maps.boxes import Box, around
from chemins.maps.projection import Point, Projection, legal_projection_at
from chemins.maps.simplify import simplified
from chemins.maps.transverse import Transverse
from chemins.records.outline import Degrees, Geography, Landmark, Outline, Ring

Line = tuple[Point, ...]
"""Points of the plane, in metres east and south."""

_FINE, _COARSE = 1.0, 4.0
"""Metres: what no map of a quartier shows, and what no map shows of a commune."""

_CELL = 4000.0
_MOST_CELLS = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline, or something of the background, in the plane."""

    key: str
    """Its official code; empty for the background."""

    name: str
    """What its file calls it."""

    lines: tuple[Line, ...]
    """Its rings, or its lines."""

    points: Line
    """Its points, of the background alone."""

    box: Box
    """What it covers."""


class Index:
    """Shapes, by where they are: asking costs what is found, not what there is."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self.shapes = tuple(shapes)
        self._vast: list[int] = []
        self._cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for number, shape in enumerate(self.shapes):
            cells = tuple(_cells(shape.box))
            for cell in cells:
                self._cells[cell].append(number)
            if not cells:
                self._vast.append(number)

    def touching(self, box: Box) -> tuple[Shape, ...]:
        """The shapes that may be seen in ``box``, in their order."""
        cells = tuple(_cells(box))
        if cells:
            found = {*self._vast, *chain.from_iterable(self._cells.get(each, ()) for each in cells)}
        else:
            found = set(range(len(self.shapes)))
        shapes = (self.shapes[number] for number in sorted(found))
        return tuple(shape for shape in shapes if shape.box.touches(box))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    """The squares of the plane that ``box`` lies in; none for one that lies in too many."""
    left, right = floor(box.left / _CELL), floor(box.right / _CELL)
    top, bottom = floor(box.top / _CELL), floor(box.bottom / _CELL)
    if (right - left + 1) * (bottom - top + 1) <= _MOST_CELLS:
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                yield column, row


@dataclass(frozen=True)
class Atlas:
    """What is drawn in one projection."""

    projection: Projection
    """Degrees → metres."""

    geography: Geography
    """What there is."""

    def place(self, longitude: float, latitude: float) -> Point:
        """A point of the earth, in metres east and south."""
        east, north = self.projection.to_plane(longitude, latitude)
        return (east, -north)

    @cached_property
    def quartiers(self) -> Mapping[str, Shape]:
        """The quartiers, by their code."""
        outlines = self.geography.quartiers.values()
        return {each.code: self._shape(each, _FINE) for each in outlines}

    @cached_property
    def communes(self) -> Index:
        """The municipalities."""
        outlines = self.geography.communes.values()
        return Index(self._shape(each, _COARSE) for each in outlines)

    @cached_property
    def background(self) -> Index:
        """The background."""
        return Index(map(self._landmark, self.geography.background))

    @cached_property
    def around(self) -> Index:
        """The quartiers, to ask which are near."""
        return Index(self.quartiers.values())

    def _shape(self, outline: Outline, tolerance: float) -> Shape:
        lines = tuple(self._line(ring, tolerance) for ring in outline.rings)
        box = around(chain.from_iterable(lines))
        return Shape(outline.code, outline.name, lines, (), box)

    def _landmark(self, landmark: Landmark) -> Shape:
        lines = tuple(self._line(line, _COARSE) for line in landmark.lines)
        points = tuple(self.place(*point) for point in landmark.points)
        return Shape("", landmark.name, lines, points, around(chain(points, *lines)))

    def _line(self, line: Ring, tolerance: float) -> Line:
        return tuple(simplified([self.place(*point) for point in line], tolerance))


def atlases_of(geography: Geography) -> tuple[Atlas, ...]:
    """An atlas for each projection that quartiers call for, that of most quartiers first.

    Without quartiers there is none: nothing would be looked for on the map.
    """
    middles = {code: _middle(outline) for code, outline in geography.quartiers.items()}
    if not middles:
        return ()
    # Elsewhere than in France one meridian serves all: that in the middle of what is there.
    meridians = sorted(longitude for longitude, _ in middles.values())
    elsewhere = Transverse(meridians[len(meridians) // 2])

    def projection(point: Degrees) -> Projection:
        return legal_projection_at(*point) or elsewhere

    groups: defaultdict[Projection, dict[str, Outline]] = defaultdict(dict)
    for code, middle in middles.items():
        groups[projection(middle)][code] = geography.quartiers[code]
    communes = [(projection(_middle(each)), each) for each in geography.communes.values()]
    background = [(projection(_some_point(each)), each) for each in geography.background]
    return tuple(
        Atlas(
            here,
            Geography(
                quartiers,
                {each.code: each for where, each in communes if where == here},
                tuple(each for where, each in background if where == here),
            ),
        )
        for here, quartiers in sorted(groups.items(), key=lambda group: -len(group[1]))
    )


def _middle(outline: Outline) -> Degrees:
    """The middle of its points along each axis, that few strays do not move."""
    xs, ys = (sorted(each) for each in zip(*chain.from_iterable(outline.rings), strict=True))
    return (xs[len(xs) // 2], ys[len(ys) // 2])


def _some_point(landmark: Landmark) -> Degrees:
    return next(chain(landmark.points, *landmark.lines))
