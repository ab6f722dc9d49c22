"""A point of a map stands where the territory is."""

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from chemins.faults import Fault
from chemins.faults.codes import fault
from chemins.maps.boxes import Box, around
from chemins.records.action import Action
from chemins.records.base import Loc, Record
from chemins.records.outline import Degrees, Geography
from chemins.records.quartier import Quartier
from chemins.strategy import Strategy

FAR = 30.0
"""Kilometres: farther from every contour, nobody would call it a place of the territory."""

_EARTH = 6371.0
"""Kilometres: the mean radius, enough to tell far from near."""


def misplaced_points(strategy: Strategy, geography: Geography) -> Iterator[Fault]:
    """A place or a venue is far from every contour, or has one coordinate without the other."""
    outlines = (*geography.quartiers.values(), *geography.communes.values())
    boxes = [around(point for ring in each.rings for point in ring) for each in outlines]
    for record in strategy.records:
        for loc, longitude, latitude in _points(record):
            if longitude is None or latitude is None:
                given = "longitude" if latitude is None else "latitude"
                if longitude is not latitude and not record.source.doubts(*loc):
                    yield fault("W-POINT", record.place_of(*loc, given), "half")
            elif boxes and not _near((longitude, latitude), boxes):
                swapped = _near((latitude, longitude), boxes)
                place = record.place_of(*loc, "longitude")
                said = {"longitude": f"{longitude:.10g}", "latitude": f"{latitude:.10g}"}
                yield fault("W-POINT", place, "swapped" if swapped else "", **said)


def _points(record: Record) -> Iterator[tuple[Loc, float | None, float | None]]:
    if isinstance(record, Quartier):
        for index, place in enumerate(record.places):
            yield ("places", index), place.longitude, place.latitude
    if isinstance(record, Action) and record.venue:
        yield ("venue",), record.venue.longitude, record.venue.latitude


def _near(point: Degrees, boxes: list[Box]) -> bool:
    """Whether ``point`` is within reach of one of ``boxes``, which are in degrees."""
    longitude, latitude = point
    if abs(latitude) > 90:
        return False
    return any(
        _apart(
            point,
            (
                min(max(longitude, box.left), box.right),
                min(max(latitude, box.top), box.bottom),
            ),
        )
        <= FAR
        for box in boxes
    )


def _apart(one: Degrees, two: Degrees) -> float:
    """Kilometres between two points of the earth, by the haversine."""
    up, across = radians(two[1] - one[1]) / 2, radians(two[0] - one[0]) / 2
    bent = cos(radians(one[1])) * cos(radians(two[1]))
    return 2 * _EARTH * asin(min(1.0, sqrt(sin(up) ** 2 + bent * sin(across) ** 2)))
