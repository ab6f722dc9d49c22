"""The map of a quartier shows what is there, numbered, and who is beside it."""

from itertools import combinations

import pytest
from tests.helpers import golden
from tests.mapping import away, outline

from chemins.maps.atlas import atlases_of
from chemins.maps.closeup import Pin, closeup, reachable
from chemins.maps.drawing import WIDTH
from chemins.maps.svg import map_svg
from chemins.records.outline import Geography

NAMES = {"A": "Les Lilas", "B": "Les Mimosas", "C": "Les Tanneries"}


@pytest.fixture(scope="module")
def atlas():
    quartiers = [outline("A", 0, 0), outline("B", 500, 0), outline("C", 5000, 0)]
    quartiers.append(outline("X", -450, 0))
    return atlases_of(Geography({each.code: each for each in quartiers}))[0]


def pins(count, east=0.0):
    kinds = ("place", "action")
    return [Pin(f"{n}", kinds[n % 2], n, *away(east, 0)) for n in range(1, count + 1)]


def test_those_beside_it_are_named_and_those_far_away_not_drawn(atlas):
    drawing = closeup(atlas, "A", NAMES)
    assert [(area.key, area.role) for area in drawing.areas] == [("B", "near"), ("A", "here")]
    assert drawing.areas[0].wide.lines == ("Les Mimosas",)


def test_signs_at_one_point_stand_apart_and_on_the_picture(atlas):
    drawing = closeup(atlas, "A", NAMES, pins(5))
    assert [mark.number for mark in drawing.marks] == [1, 2, 3, 4, 5]
    boxes = [mark.box for mark in drawing.marks]
    assert not any(one.touches(two) for one, two in combinations(boxes, 2))
    assert all(box.left >= 0 and box.right <= WIDTH for box in boxes)
    assert all(box.top >= 0 and box.bottom <= drawing.height for box in boxes)


def test_the_map_reaches_to_what_is_near_and_no_farther(atlas):
    assert reachable(atlas, "A", *away(600, 0))
    assert not reachable(atlas, "A", *away(1500, 0))
    far, near = closeup(atlas, "A", NAMES, pins(1, 600)), closeup(atlas, "A", NAMES, pins(1))
    per_metre = [each.scale.pixels / each.scale.metres for each in (far, near)]
    assert per_metre[0] < per_metre[1]


def test_a_small_map_is_written_as_it_was(atlas, request):
    drawing = closeup(atlas, "A", NAMES, pins(2))
    hrefs = {"A": "", "B": "../mimosas/", "1": "", "2": "../../actions/cafe/"}
    found = str(map_svg(drawing, hrefs.__getitem__)).replace("><", ">\n<") + "\n"
    golden(request.path.parent / "goldens" / "quartier.svg", found)
