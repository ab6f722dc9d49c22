"""Where the quartiers of a territory lie, whether they fill the page or are lost in it.

When they are small at the scale of the territory, and stand close to one another, the territory is
drawn with a frame around them, and what is in the frame is drawn again, larger. When they are small
and scattered, each is a dot.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from chemins.locales import fold
from chemins.maps.atlas import Atlas, Shape
from chemins.maps.boxes import Box, around, together
from chemins.maps.drawing import WIDTH, Area, Drawing, Lines, scale_of
from chemins.maps.labels import NAME, NUMBER, SMALL, TOWN, Label, Room, Spot, Type, placed
from chemins.maps.sheet import Sheet, spread
from chemins.maps.surroundings import surroundings

_OVERVIEW = (150.0, 300.0)
_DETAIL = (240.0, 500.0)
_PADS = (0.05, 0.12, 0.2)
"""The parts of a map that may stay free around what it shows, so that names find room."""

_TINY, _TINY_AROUND = 14.0, 40.0
"""Pixels: a smaller quartier is a dot, and where another picture shows it larger."""

_MANY = 24
"""With more quartiers, names for some, where they fit, would set them apart: towns are named, which
people look for; or all quartiers are numbered, where nobody wrote their municipality."""

_DOT, _SMALL_DOT = 7.0, 4.5
"""Pixels: the radius of a dot, and that where there are many."""

_NEAR = 18.0
_LARGER = 3.0
_MOST_DETAILS = 3
_MOST_GROUPED = 400


@dataclass(frozen=True, slots=True)
class Named:
    """A quartier, as the list beside a map says it."""

    key: str
    """Its official code."""

    name: str
    """What is written."""

    number: int
    """Its place in the list."""

    commune: str = ""
    """Where it lies, when it lies in one."""

    town: str = ""
    """The first municipality that it lies in."""


def locator(atlas: Atlas, named: Sequence[Named]) -> tuple[Drawing, ...]:
    """The maps that show where ``named`` lie: the whole first, then what it frames."""
    shapes = {each.key: atlas.quartiers[each.key] for each in named if each.key in atlas.quartiers}
    if not shapes:
        return ()
    names = {each.key: each for each in named}
    whole = together((*(each.box for each in shapes.values()), *_boxes(atlas)))
    overview = _sheet(whole, _PADS[0], _OVERVIEW)
    groups = _groups(tuple(shapes.values()), _NEAR / overview.scale)
    crowds = [group for group in groups if len(group) > 1]
    if not 0 < len(crowds) <= _MOST_DETAILS or not _is_larger(crowds, overview):
        if len(shapes) > _MANY and all(names[key].town for key in shapes):
            return (_by_town(atlas, _sheet(whole, _PADS[0], _DETAIL), shapes, names),)
        return (_roomiest(atlas, whole, _DETAIL, shapes, names),)
    details = [_roomiest(atlas, _box_of(group), _DETAIL, _by_key(group), names) for group in crowds]
    return (_around(atlas, overview, shapes, names, crowds), *details)


def _is_larger(crowds: Sequence[Sequence[Shape]], overview: Sheet) -> bool:
    """Whether each of ``crowds`` is worth a picture of its own, and its frame is apart."""
    frames = [_frame(group, overview) for group in crowds]
    return all(
        _sheet(_box_of(group), _PADS[0], _DETAIL).scale >= overview.scale * _LARGER
        for group in crowds
    ) and not any(one.touches(two) for one, two in combinations(frames, 2))


def _frame(group: Sequence[Shape], sheet: Sheet) -> Box:
    return sheet.place_box(_box_of(group)).grown(2 * _DOT)


def _boxes(atlas: Atlas) -> tuple[Box, ...]:
    return tuple(shape.box for shape in atlas.communes.shapes)


def _by_key(shapes: Sequence[Shape]) -> Mapping[str, Shape]:
    return {shape.key: shape for shape in shapes}


def _box_of(shapes: Sequence[Shape]) -> Box:
    return together(shape.box for shape in shapes)


def _sheet(box: Box, pad: float, limits: tuple[float, float]) -> Sheet:
    return spread(box.grown(max(box.width, box.height, 1.0) * pad), WIDTH, *limits)


def _groups(shapes: Sequence[Shape], near: float) -> list[list[Shape]]:
    """``shapes``, those that stand within ``near`` metres of one another together."""
    if len(shapes) > _MOST_GROUPED:
        return []
    groups: list[list[Shape]] = []
    for shape in shapes:
        close = [
            group for group in groups if any(shape.box.gap(each.box) <= near for each in group)
        ]
        merged = [*(each for group in close for each in group), shape]
        groups = [group for group in groups if group not in close] + [merged]
    return groups


def _roomiest(
    atlas: Atlas,
    box: Box,
    limits: tuple[float, float],
    shapes: Mapping[str, Shape],
    names: Mapping[str, Named],
) -> Drawing:
    """The largest drawing that has room for all names; else for the most."""
    drawn: list[tuple[int, Drawing]] = []
    for pad in _PADS:
        drawing = _drawing(atlas, _sheet(box, pad, limits), shapes, names)
        unnamed = sum(not is_named(area, names[area.key].number) for area in drawing.areas)
        if not unnamed:
            return drawing
        drawn.append((unnamed, drawing))
    return min(drawn, key=lambda each: each[0])[1]


def is_named(area: Area, number: int) -> bool:
    """Whether the name of ``area`` is written, and not its ``number`` in its place."""
    return area.wide is not None and area.wide.lines != (str(number),)


def _drawing(
    atlas: Atlas, sheet: Sheet, shapes: Mapping[str, Shape], names: Mapping[str, Named]
) -> Drawing:
    seen = _seen(sheet, shapes)
    room, small = Room(sheet.box, _dots(seen)), Room(sheet.box, _dots(seen))
    told = [names[key] for key in seen]
    wide = placed([_spot(each, seen, *_texts(each, len(seen))) for each in told], room)
    narrow = placed([_spot(each, seen, (str(each.number), NUMBER)) for each in told], small)
    return _finished(atlas, sheet, room, _areas(seen, wide, narrow))


def _by_town(
    atlas: Atlas, sheet: Sheet, shapes: Mapping[str, Shape], names: Mapping[str, Named]
) -> Drawing:
    """Each quartier without a word, and the names of the towns for which there is room.

    They stand in the order of the list beside: town by town.
    """
    ordered = sorted(shapes, key=lambda key: by_town(names[key].town, names[key].name))
    seen = _seen(sheet, {key: shapes[key] for key in ordered})
    boxes: dict[str, list[Box]] = {}
    for key, (_, box) in seen.items():
        boxes.setdefault(names[key].town, []).append(box)
    # Where most quartiers are, a name tells most: it comes first to the free places.
    towns = sorted(boxes, key=lambda town: (-len(boxes[town]), town))
    room, small = Room(sheet.box, _dots(seen)), Room(sheet.box, _dots(seen))
    wide, narrow = (
        placed([Spot(((town, type_),), together(boxes[town])) for town in towns], free)
        for type_, free in ((TOWN, room), (NUMBER, small))
    )
    nothing: tuple[None, ...] = (None,) * len(seen)
    drawing = _finished(atlas, sheet, room, _areas(seen, nothing, nothing), told=towns)
    return replace(drawing, towns=tuple(zip(wide, narrow, strict=True)))


def by_town(town: str, name: str) -> tuple[str, str]:
    """Where a quartier stands in a list that goes town by town."""
    return fold(town), fold(name)


def _texts(named: Named, count: int) -> tuple[tuple[str, Type], ...]:
    """What may be written at full size, among ``count`` quartiers."""
    number = str(named.number)
    return ((number, SMALL),) if count > _MANY else ((named.name, NAME), (number, NAME))


def _around(
    atlas: Atlas,
    sheet: Sheet,
    shapes: Mapping[str, Shape],
    names: Mapping[str, Named],
    framed: Sequence[Sequence[Shape]],
) -> Drawing:
    """The whole: what is framed has its names in the detail; the others have theirs here."""
    seen = _seen(sheet, shapes, _TINY_AROUND)
    inside = {shape.key for group in framed for shape in group}
    frames = [_frame(group, sheet) for group in framed]
    called = [_called(group, names) for group in framed]
    outside = [names[key] for key in seen if key not in inside]
    labels: list[tuple[Label | None, ...]] = []
    rooms = []
    for is_narrow in (False, True):
        type_ = NUMBER if is_narrow else NAME
        room = Room(sheet.box, (*_dots(seen), *frames))
        spots = [Spot(((name, type_),), box) for name, box in zip(called, frames, strict=True)]
        for each in outside:
            number = (str(each.number), type_)
            spots.append(
                _spot(each, seen, *((number,) if is_narrow else ((each.name, type_), number)))
            )
        labels.append(placed(spots, room))
        rooms.append(room)
    count = len(frames)
    by_key = {each.key: index for index, each in enumerate(outside, count)}
    wide, narrow = (
        [found[by_key[key]] if key in by_key else None for key in seen] for found in labels
    )
    captions = tuple(zip(labels[0][:count], labels[1][:count], strict=True))
    areas = _areas(seen, wide, narrow)
    drawing = _finished(atlas, sheet, rooms[0], areas, told=called)
    return replace(drawing, frames=tuple(frames), captions=captions, around=True)


def _called(group: Sequence[Shape], names: Mapping[str, Named]) -> str:
    """The municipality of those that a frame holds, when they have one in common."""
    communes = {names[shape.key].commune for shape in group}
    return communes.pop() if len(communes) == 1 else ""


_Seen = Mapping[str, tuple[Lines, Box]]


def _seen(sheet: Sheet, shapes: Mapping[str, Shape], tiny: float = _TINY) -> _Seen:
    """Each shape as it is drawn, and where; without lines where it is a dot."""
    seen = {}
    dot = _SMALL_DOT if len(shapes) > _MANY else _DOT
    for key, shape in shapes.items():
        box = sheet.place_box(shape.box)
        rings = sheet.rings(shape.lines) if max(box.width, box.height) >= tiny else []
        seen[key] = (rings, box if rings else around((box.middle,)).grown(dot))
    return seen


def _dots(seen: _Seen) -> list[Box]:
    """What no name may cover."""
    return [box for rings, box in seen.values() if not rings]


def _spot(named: Named, seen: _Seen, *texts: tuple[str, Type]) -> Spot:
    rings, box = seen[named.key]
    return Spot(texts, box, rings)


def _areas(
    seen: _Seen, wide: Sequence[Label | None], narrow: Sequence[Label | None]
) -> tuple[Area, ...]:
    return tuple(
        Area(key, rings, None if rings else box, wide=large, narrow=small)
        for (key, (rings, box)), large, small in zip(seen.items(), wide, narrow, strict=True)
    )


def _finished(
    atlas: Atlas, sheet: Sheet, room: Room, areas: tuple[Area, ...], told: Iterable[str] = ()
) -> Drawing:
    """``areas`` with what is around them, but for the names that are ``told``."""
    found = surroundings(atlas, sheet, room, areas, told)
    return Drawing(
        height=sheet.height,
        scale=scale_of(sheet.scale),
        areas=areas,
        communes=found.communes,
        lines=found.lines,
        dots=found.dots,
        names=found.names,
    )
