"""The course of a cooperation: dates across, degrees one above the other, nothing over anything."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.diagrams.goldens import differences
from tests.diagrams.samples import ups_and_downs

from chemins.diagrams.course import Mark, course
from chemins.diagrams.course_layout import GAP, WIDTH, arrange
from chemins.diagrams.course_svg import course_svg
from chemins.diagrams.metrics import width
from chemins.locales import load
from chemins.records import Cooperation

FR = load("fr")
DATES = st.one_of(
    st.integers(1990, 2040).map(str),
    st.tuples(st.integers(1, 12), st.integers(1990, 2040)).map(lambda d: f"{d[0]}/{d[1]}"),
    st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(1990, 2040)).map(
        lambda d: f"{d[0]}/{d[1]}/{d[2]}"
    ),
)
DEGREES = st.sampled_from(
    ["concurrence", "coexistence", "communication", "assistance", "coordination", "intégration"]
)
OBSERVATIONS = st.lists(
    st.fixed_dictionaries({"date": DATES, "degree": DEGREES, "consent": st.sampled_from(["oui"])}),
    min_size=1,
    max_size=12,
)


def cooperation(*observations: dict, **fields) -> Cooperation:
    return Cooperation.model_validate(
        {"identifier": "c", "subject": "L’accueil", "observations": observations, **fields}
    )


def parsed(drawn):
    return ElementTree.fromstring(course_svg(drawn))


def boxes(layout):
    """What each date that is shown covers."""
    for placed in layout.marks:
        if placed.label:
            middle, foot = placed.label
            half = width(placed.mark.word, "text", 15) / 2
            yield placed, (middle - half, foot - 11, middle + half, foot + 4)


def meets(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@settings(max_examples=80)
@given(OBSERVATIONS)
def test_no_date_covers_another_a_mark_a_line_or_a_word(observations):
    layout = arrange(course(cooperation(*observations), FR))
    labels = list(boxes(layout))
    for (_, one), (_, other) in combinations(labels, 2):
        assert not meets(one, other)
    for _, label in labels:
        assert layout.plot[0] - 0.5 <= label[0]
        assert label[2] <= WIDTH
        assert not any(meets(label, placed.box) for placed in layout.marks)
        for x1, y1, x2, y2 in layout.lines:
            along = [(x1 + (x2 - x1) * at / 200, y1 + (y2 - y1) * at / 200) for at in range(201)]
            assert not any(label[0] < x < label[2] and label[1] < y < label[3] for x, y in along)


@settings(max_examples=80)
@given(OBSERVATIONS)
def test_every_observation_is_drawn_at_its_degree_and_within_the_picture(observations):
    drawn = course(cooperation(*observations), FR)
    layout = arrange(drawn)
    assert len(layout.marks) == len(observations)
    for placed in layout.marks:
        assert placed.y == layout.degrees[placed.mark.degree][1]
        assert layout.plot[0] - 8 <= placed.box[0] <= placed.box[2] <= WIDTH
    starts = [placed.mark.start for placed in layout.marks]
    assert starts == sorted(starts)


@settings(max_examples=40)
@given(OBSERVATIONS)
def test_years_are_named_without_touching(observations):
    layout = arrange(course(cooperation(*observations), FR))
    assert layout.years
    for (year, x), (_, x2) in pairwise(layout.years):
        assert x + width(str(year), "text", 15) < x2


def test_a_cooperation_that_went_forth_and_back_is_drawn_as_agreed():
    assert not differences("ups-and-downs.svg")


def test_going_towards_trust_and_towards_rivalry_are_drawn_alike():
    drawn = parsed(ups_and_downs())
    ways = [path for path in drawn.iter("path") if "way" in path.get("class")]
    assert len(ways) == 1
    heights = re.findall(r"M\d+ (\d+)L\d+ (\d+)", ways[0].get("d"))
    assert {int(before) > int(after) for before, after in heights} == {True, False}
    assert {rect.get("class") for rect in drawn.iter("rect")} == {"seen"}


def test_no_degree_has_a_colour_of_its_own():
    assert not re.search(
        r'\b(id|style|fill|stroke|color|font-[a-z]+)="', course_svg(ups_and_downs())
    )


def test_the_line_breaks_where_nobody_looked_for_long():
    near = Mark(1, 2030, 2030, "a"), Mark(2, 2030 + GAP, 2030 + GAP, "b")
    far = near[0], replace(near[1], start=2030.1 + GAP, end=2030.1 + GAP)
    assert len(arrange(replace(ups_and_downs(), marks=near)).lines) == 1
    assert arrange(replace(ups_and_downs(), marks=far)).lines == ()


def test_a_date_known_to_the_year_covers_the_year():
    drawn = course(
        cooperation(
            {"date": "2030", "degree": "assistance", "consent": "oui"},
            {"date": "12/03/2031", "degree": "assistance", "consent": "oui"},
        ),
        FR,
    )
    year, day = arrange(drawn).marks
    assert year.right - year.left > 100
    assert day.right == day.left


def test_trust_stands_at_the_top_and_rivalry_at_the_foot():
    words = [text.text for text in parsed(ups_and_downs()).iter("text")]
    heights = {text.text: int(text.get("y")) for text in parsed(ups_and_downs()).iter("text")}
    assert heights["Confiance"] < heights["Intégration"] < heights["Concurrence"]
    assert heights["Concurrence"] < heights["Rivalité"]
    assert words.index("Concurrence") < words.index("Intégration")


@pytest.mark.parametrize("consent", ["non", None])
def test_what_nobody_agreed_to_leaves_no_trace_in_the_picture(consent):
    agreed = [
        {"date": "2030", "degree": "assistance", "consent": "oui"},
        {"date": "2031", "degree": "concurrence", "consent": "oui"},
    ]
    hidden = {"date": "1987", "degree": "intégration", "observed_by": "personne"}
    hidden |= {"consent": consent} if consent else {}
    alone = course_svg(course(cooperation(*agreed), FR))
    assert course_svg(course(cooperation(agreed[0], hidden, agreed[1]), FR)) == alone
    assert course_svg(course(cooperation(hidden), FR)) == ""


def test_an_example_is_dashed():
    observations = [
        {"date": date, "degree": "assistance", "consent": "oui"} for date in ("1/2030", "5/2030")
    ]
    ways = [
        [each.get("class") for each in parsed(drawn).iter("path")]
        for drawn in (
            course(cooperation(*observations, illustrative="oui"), FR),
            course(cooperation(*observations), FR),
        )
    ]
    assert ways == [["grid", "way illustrative"], ["grid", "way"]]
