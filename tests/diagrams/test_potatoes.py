"""Ideas in their groups: every text inside its shape, no shape on another, all of it said twice."""

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.diagrams.goldens import differences
from tests.diagrams.samples import bench_workshop

from chemins.diagrams.metrics import width
from chemins.diagrams.potato_svg import potato_list, potato_svg
from chemins.diagrams.potatoes import MOST_DRAWN, Potato, Sketch, sketches
from chemins.locales import load
from chemins.records import Session

FR = load("fr")
PLOT = re.compile(r"-?\d+")
READ = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
"""What a record may hold: reading refuses the rest."""

TEXTS = st.text(READ, max_size=160) | st.text(alphabet="abéœ \u00a0\u202f-/’W", max_size=160)
GROUPS = st.builds(Potato, TEXTS, st.lists(TEXTS, max_size=9).map(tuple), loose=st.booleans())
SKETCHES = st.lists(GROUPS, min_size=1, max_size=7).map(
    lambda groups: Sketch("", "", tuple(groups))
)


def parsed(sketch):
    return ElementTree.fromstring(potato_svg(sketch))


def outline(data: str) -> list[tuple[float, float]]:
    """The polygon that the path data ``M… C… S…`` follows, closely."""
    numbers = [float(number) for number in PLOT.findall(data)]
    points = [(numbers[at], numbers[at + 1]) for at in range(0, len(numbers), 2)]
    here, arm, rest = points[0], points[1], points[2:]
    found = []
    while rest:
        (towards, there), rest = rest[:2], rest[2:]
        for step in range(24):
            t = step / 24
            found.append(
                tuple(
                    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
                    for a, b, c, d in zip(here, arm, towards, there, strict=True)
                )
            )
        here, arm = there, (2 * there[0] - towards[0], 2 * there[1] - towards[1])
    return found


def is_inside(point, polygon) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def boxes(group):
    """What each line of text of a group covers: left, top, right, bottom."""
    for text in group.iter("text"):
        face, size = {"display": ("display", 21), "head": ("bold", 16)}.get(
            text.get("class"), ("text", 16)
        )
        y = int(text.get("y"))
        for line in text:
            y += int(line.get("dy"))
            half = width(line.text or "", face, size) / 2
            x = int(line.get("x"))
            yield (x - half, y - 0.75 * size, x + half, y + 0.25 * size)


def corners(box):
    left, top, right, bottom = box
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def extent(group):
    """All that a group covers: its shape, else its texts."""
    path = group.find("path")
    points = (
        outline(path.get("d"))
        if path is not None
        else [p for b in boxes(group) for p in corners(b)]
    )
    across, down = zip(*points, strict=True) if points else ((0, 0), (0, 0))
    return min(across), min(down), max(across), max(down)


@settings(max_examples=60)
@given(SKETCHES)
def test_no_text_leaves_its_shape(sketch):
    for group in parsed(sketch):
        path = group.find("path")
        if path is None:
            continue
        shape = outline(path.get("d"))
        for box in boxes(group):
            assert all(is_inside(corner, shape) for corner in corners(box)), box


@settings(max_examples=60)
@given(SKETCHES)
def test_no_shape_meets_another_nor_leaves_the_picture(sketch):
    picture = parsed(sketch)
    found = [extent(group) for group in picture if len(group)]
    for (left, top, right, bottom), (left2, top2, right2, bottom2) in combinations(found, 2):
        assert right < left2 or right2 < left or bottom < top2 or bottom2 < top
    for left, top, right, bottom in found:
        assert left >= 0
        assert top >= 0
        assert right <= int(picture.get("width"))
        assert bottom <= int(picture.get("height"))


@settings(max_examples=40)
@given(SKETCHES)
def test_no_text_stands_on_another(sketch):
    for group in parsed(sketch):
        for one, other in combinations(boxes(group), 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1]
            assert apart or other[3] <= one[1]


@settings(max_examples=40)
@given(SKETCHES)
def test_the_list_says_what_the_picture_says_in_the_same_order(sketch):
    def letters(element):
        return "".join("".join(element.itertext()).split())

    listed = ElementTree.fromstring(potato_list(sketch))
    assert letters(listed) == letters(parsed(sketch))


def test_a_workshop_is_drawn_and_listed_as_agreed():
    assert not differences("bench-workshop.svg")
    assert not differences("bench-workshop.html")


def test_a_group_looks_the_same_in_each_version():
    def shape(other: str) -> str:
        potatoes = (Potato("Se poser dehors", ("Des bancs",)), Potato("Circuler", (other,)))
        return parsed(Sketch("", "", potatoes))[0].find("path").get("d")

    heights = [[point[1] for point in outline(shape(other))] for other in ("a", "b")]
    assert heights[0] == heights[1]


def test_colours_are_left_to_the_page_and_the_picture_is_hidden_from_readers_of_text():
    drawn = potato_svg(bench_workshop())
    assert not re.search(r'\b(id|style|fill|stroke|color|font-[a-z]+)="', drawn)
    assert parsed(bench_workshop()).get("aria-hidden") == "true"


def test_ideas_of_no_group_have_no_shape():
    *grouped, loose = parsed(bench_workshop())
    assert all(group.find("path") is not None for group in grouped)
    assert loose.find("path") is None


def test_too_many_ideas_are_listed_alone():
    many = Sketch("", "", (Potato("Tout", ("une idée",) * (MOST_DRAWN + 1)),))
    assert potato_svg(many) == ""
    assert potato_list(many).count("une idée") == MOST_DRAWN + 1
    fewer = replace(many, potatoes=(Potato("Tout", ("une idée",) * MOST_DRAWN),))
    assert potato_svg(fewer)


def test_nothing_sorted_draws_nothing():
    assert potato_svg(Sketch("", "", ())) == ""
    assert potato_list(Sketch("", "", ())) == ""


@pytest.mark.parametrize("text", ["<script>", "\"&'", "a\x00b\ud800c", "]]>"])
def test_whatever_is_typed_stays_text(text):
    sketch = Sketch(text, text, (Potato(text, (text,)),))
    assert {each.tag for each in parsed(sketch).iter()} == {"svg", "g", "path", "text", "tspan"}
    assert "<script>" not in potato_list(sketch)


def session(**fields) -> Session:
    return Session.model_validate({"identifier": "s", "title": "Atelier", **fields})


IDEAS = [
    {"text": "Un repas"},
    {"text": "Des **bancs**", "group": "Dehors"},
    {"text": "Un lieu", "group": "Dedans"},
    {"text": "Une fontaine", "group": "Dehors"},
]


def test_groups_come_in_the_order_in_which_they_were_said_and_loose_ideas_last():
    (sketch,) = sketches(session(ideas=IDEAS), FR)
    assert [(potato.name, potato.ideas) for potato in sketch.potatoes] == [
        ("Dehors", ("Des bancs", "Une fontaine")),
        ("Dedans", ("Un lieu",)),
        ("Autres idées", ("Un repas",)),
    ]
    assert [potato.loose for potato in sketch.potatoes] == [False, False, True]


def test_each_version_is_a_sketch_oldest_first_and_none_is_made_up():
    versions = [
        {"title": "Ébauche", "date": "mars 2031", "groups": [{"name": "Tout", "ideas": ["Un"]}]},
        {"title": "Vide"},
        {"groups": [{"name": "Rien encore"}]},
    ]
    told = sketches(session(ideas=IDEAS, versions=versions), FR)
    assert [(sketch.title, sketch.note) for sketch in told] == [
        ("Ébauche", "mars 2031"),
        ("Version 2", ""),
        ("Là où l’on est arrivé", ""),
    ]
    assert sketches(session(ideas=[{"text": "Un repas"}]), FR) == ()
    assert [each.title for each in sketches(session(ideas=IDEAS), FR)] == [""]
