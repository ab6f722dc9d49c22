"""One quartier: its shape, those beside it, and what one can go to there, numbered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chemins.diagrams.metrics import width
from chemins.maps.atlas import Atlas
from chemins.maps.boxes import Box, around, together
from chemins.maps.clip import area_of
from chemins.maps.drawing import WIDTH, Area, Drawing, Mark, scale_of
from chemins.maps.labels import NAME, Room, Spot, Type, placed
from chemins.maps.projection import Point
from chemins.maps.sheet import spread
from chemins.maps.surroundings import surroundings

NEAR = 500.0
"""Metres: what stands within them of a quartier is on its map."""

NEAR_PART = 0.75
"""So is what stands within this part of its longer side; farther, the map would be of the town."""

DIGITS = 20.0
"""Pixels: the size of the number in a sign."""

SIGN = 16.0
"""Pixels: the side of the shape in a sign."""

_LIMITS = (280.0, 500.0)
_PAD, _LEAST_PAD = 0.3, 200.0
_TALL, _SIDE, _BETWEEN, _STEM = 30.0, 7.0, 4.0, 10.0
_SEEN = 250.0
"""Square pixels: less of a quartier at the edge of the map is not seen to be one."""

_DOT = 7.0
_RINGS = (1.0, 1.8, 2.7, 3.8)


@dataclass(frozen=True, slots=True)
class Pin:
    """Something to go to."""

    key: str
    """What it stands for."""

    kind: str
    """``place`` or ``action``."""

    number: int
    """That of the list beside the map."""

    longitude: float
    """Degrees east."""

    latitude: float
    """Degrees north."""


def reachable(atlas: Atlas, key: str, longitude: float, latitude: float) -> bool:
    """Whether a point is near enough the quartier ``key`` to stand on its map."""
    point = atlas.place(longitude, latitude)
    box = atlas.quartiers[key].box
    return box.gap(around((point,))) <= max(NEAR, NEAR_PART * max(box.width, box.height))


def closeup(atlas: Atlas, key: str, names: Mapping[str, str], pins: Sequence[Pin] = ()) -> Drawing:
    """The map of the quartier ``key``, with ``pins`` and those of ``names`` that lie beside it.

    Raises:
        KeyError: it has no shape.
    """
    shape = atlas.quartiers[key]
    points = [atlas.place(pin.longitude, pin.latitude) for pin in pins]
    box = together((shape.box, *(around((point,)) for point in points)))
    pad = max(max(box.width, box.height) * _PAD, _LEAST_PAD)
    sheet = spread(box.grown(pad), WIDTH, *_LIMITS)
    room = Room(sheet.box)
    marks = tuple(_marks(pins, [sheet.place(point) for point in points], room))
    rings = sheet.rings(shape.lines)
    dot = None if rings else sheet.place_box(around((shape.box.middle,))).grown(_DOT)
    own = Area(key, rings, dot, role="here")
    near = [
        Area(each.key, rings, role="near")
        for each in atlas.around.touching(sheet.extent)
        if each.key != key
        and each.key in names
        and (rings := sheet.rings(each.lines))
        and sum(map(area_of, rings)) >= _SEEN
    ]
    spots = [_spot(own, ()), *(_spot(each, ((names[each.key], NAME),)) for each in near)]
    labels = placed(spots, room)
    areas = [replace(area, wide=label) for area, label in zip((own, *near), labels, strict=True)]
    found = surroundings(atlas, sheet, room, areas)
    return Drawing(
        height=sheet.height,
        scale=scale_of(sheet.scale),
        areas=(*areas[1:], areas[0]),
        marks=marks,
        communes=found.communes,
        lines=found.lines,
        dots=found.dots,
        names=found.names,
    )


def _spot(area: Area, texts: tuple[tuple[str, Type], ...]) -> Spot:
    box = area.dot or around(point for ring in area.rings for point in ring)
    return Spot(texts, box, area.rings)


def _marks(pins: Sequence[Pin], points: Sequence[Point], room: Room) -> Iterator[Mark]:
    """A sign for each of ``pins``, as near its point as there is room."""
    for point in points:
        room.take(around((point,)).grown(4))
    for pin, point in zip(pins, points, strict=True):
        box = _sign(pin, point, room)
        room.take(box)
        yield Mark(pin.key, pin.kind, pin.number, point, box)


def _sign(pin: Pin, point: Point, room: Room) -> Box:
    wide = 2 * _SIDE + SIGN + _BETWEEN + width(str(pin.number), "bold", DIGITS)
    places = [
        _sign_at(point, across * away, down * away, wide)
        for away in _RINGS
        for across, down in _WAYS
    ]
    return next((each for each in places if room.is_free(each)), places[0])


_WAYS = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Where a sign may stand from its point: above, below, aside."""


def _sign_at(point: Point, across: float, down: float, wide: float) -> Box:
    x = point[0] + across * (wide / 2 + _STEM)
    y = point[1] + down * (_TALL / 2 + _STEM)
    return Box(x - wide / 2, y - _TALL / 2, x + wide / 2, y + _TALL / 2)
