import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.diagrams.goldens import differences, link
from tests.diagrams.samples import DECK_TITLES, WORDS, deck, diagram, edge, node

from chemins.diagrams.columns import WIDTH
from chemins.diagrams.diagram import Column
from chemins.diagrams.glyphs import SHAPES, glyph
from chemins.diagrams.layout import arrange
from chemins.diagrams.metrics import width
from chemins.diagrams.svg import svg

TITLES = st.text(max_size=260) | st.text(alphabet="abéœ \u00a0\u202f-/’W", max_size=260)
KINDS = st.sampled_from(sorted(WORDS))


def parsed(drawn):
    return ElementTree.fromstring(svg(drawn, link))


def texts(picture):
    """Each line of text of a picture: its left end, its width, its height, its words."""
    for text in picture.iter("text"):
        y = int(text.get("y"))
        for line in list(text) or [text]:
            classes = {text.get("class"), line.get("class")}
            face = "bold" if classes & {"here", "head"} else "text"
            face, size = ("display", 21) if "display" in classes else (face, 16)
            size = 15 if "soft" in classes else size
            y += int(line.get("dy", 0))
            words = line.text or ""
            yield int(line.get("x")), width(words, face, size), y, words


def stations(picture):
    return [each for each in picture if each.tag in {"a", "g"}]


def points(data):
    """The places that a path of M, H and C visits, its curves followed closely."""
    x = y = 0
    for command, numbers in re.findall(r"([MHC])([-\d ]+)", data):
        values = [int(number) for number in re.findall(r"-?\d+", numbers)]
        if command == "M":
            x, y = values
        elif command == "H":
            yield from ((x + (values[0] - x) * step / 50, y) for step in range(51))
            x = values[0]
        else:
            x1, y1, x2, y2, x3, y3 = values
            for step in range(51):
                t = step / 50
                u = 1 - t
                yield (
                    u**3 * x + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
                    u**3 * y + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3,
                )
            x, y = x3, y3


@st.composite
def pathways(draw):
    """Some columns, texts of any length, and links in any direction."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    columns = [
        [
            replace(
                node(f"{at}-{rank}", draw(KINDS), draw(TITLES)),
                here=draw(st.booleans()),
                illustrative=draw(st.booleans()),
            )
            for rank in range(size)
        ]
        for at, size in enumerate(sizes)
    ]
    every = [each.identifier for column in columns for each in column]
    ends = st.tuples(st.sampled_from(every), st.sampled_from(every))
    edges = tuple(
        edge(*pair, draw(st.booleans())) for pair in draw(st.lists(ends, max_size=8, unique=True))
    )
    return diagram(*columns, edges=edges)


def test_the_deck_is_drawn_as_agreed():
    assert not differences("deck.svg")


def test_the_deck_is_light():
    assert len(svg(deck(), link).encode()) < 7_000


def test_ten_long_titles_stay_under_fifteen_kilobytes():
    long = "Les équipes éducatives et les familles se connaissent, se parlent et décident " * 3
    columns = tuple(
        replace(column, nodes=tuple(replace(each, text=long[:180]) for each in column.nodes))
        for column in deck().columns
    )
    assert len(svg(replace(deck(), columns=columns), link).encode()) < 15_000


def test_the_picture_is_hidden_from_assistive_technology_and_from_the_tab_order():
    picture = parsed(deck())
    assert picture.get("aria-hidden") == "true"
    assert picture.get("focusable") == "false"
    assert {each.get("tabindex") for each in picture.iter("a")} == {"-1"}


def test_colours_and_identifiers_are_left_to_the_page():
    drawn = svg(deck(), link)
    assert not re.search(r'\b(id|style|fill|stroke|color|font-[a-z]+)="', drawn)


def test_each_change_links_to_its_page():
    hrefs = [each.get("href") for each in parsed(deck()).iter("a")]
    assert hrefs == [f"../changements/{key}/" for titles in DECK_TITLES.values() for key in titles]


def test_the_page_s_own_change_is_bold_and_no_link():
    drawn = diagram([node("a", here=True)], [node("b")], edges=(edge("a", "b"),))
    here, other = stations(parsed(drawn))
    assert (here.tag, other.tag) == ("g", "a")
    assert here.find("text").get("class") == "here"
    assert "scale(1.5)" in here.find("path[@class='shape']").get("transform")


def test_a_change_without_page_is_no_link():
    assert stations(parsed(diagram([replace(node("a"), target="")])))[0].tag == "g"


def test_only_what_is_illustrative_is_dashed():
    drawn = diagram(
        [node("a"), node("b", illustrative=True)],
        [node("c")],
        edges=(edge("a", "c"), edge("b", "c", True)),
    )
    picture = parsed(drawn)
    assert [
        each.get("class") for each in picture.findall("path") if each.get("class") != "tip"
    ] == [
        "double",
        "way",
        "way illustrative",
    ]
    assert [each.find("path").get("class") for each in stations(picture)] == [
        "track",
        "track illustrative",
        "track",
    ]


def test_the_vision_is_framed_as_a_front_page():
    vision = stations(parsed(deck()))[-1]
    assert [each.get("class") for each in vision.iter("rect")] == ["shadow", "frame"]
    assert vision.find("text").text == "Vision"


def test_a_column_of_several_kinds_says_each():
    drawn = diagram([node("a", "knowledge"), node("b", "practice")])
    assert [each.text for each in parsed(drawn).iter("tspan")] == ["Savoirs", "a", "Pratiques", "b"]


def test_a_column_of_one_kind_leaves_it_to_its_heading():
    assert "Pratiques" not in svg(diagram([node("a"), node("b")]), link)


def test_links_one_to_one_share_a_row():
    heights = [each.y for each in arrange(deck()).stations]
    assert heights[:4] == heights[4:8]


def test_what_several_changes_lead_to_stands_amid_them():
    heights = [each.y for each in arrange(deck()).stations]
    assert heights[8] == heights[9] == round(sum(heights[4:8]) / 4)


def test_nothing_to_draw_gives_nothing():
    assert svg(diagram(), link) == ""


def test_one_node_and_no_heading_make_a_picture():
    assert "<tspan" in svg(diagram([node("a")], headed=False), link)


def test_a_record_without_title_is_still_a_station():
    drawn = diagram([replace(node("a"), text=" ")], [replace(node("v", "vision"), text="")])
    assert [len(list(each.iter("tspan"))) for each in stations(parsed(drawn))] == [0, 0]


def test_sixty_nodes_in_one_column_make_a_picture():
    picture = parsed(diagram([node(f"n{index}") for index in range(60)]))
    assert len(stations(picture)) == 60
    assert picture.get("width") == str(WIDTH)


def test_many_columns_make_the_picture_wider_rather_than_the_text_narrower():
    drawn = diagram(*([node(f"n{index}")] for index in range(12)))
    assert int(parsed(drawn).get("width")) > WIDTH


@pytest.mark.parametrize("text", ["<script>", "\"&'", "a\x00b\ud800c", "]]>"])
def test_whatever_is_typed_stays_text(text):
    picture = parsed(
        replace(
            diagram([replace(node("a", text=text), target=f'"><a {text.strip()}', word=text)]),
            columns=(
                Column(text, text, (replace(node("a", text=text), target='"><a onclick="x'),)),
            ),
        )
    )
    assert len(list(picture.iter("a"))) == 1
    assert {each.tag for each in picture.iter()} == {"svg", "a", "path", "text", "tspan"}


@settings(max_examples=60, deadline=None)
@given(pathways())
def test_no_text_leaves_its_column_or_its_frame(drawn):
    picture = parsed(drawn)
    bottom = int(picture.get("height"))
    for placed, element in zip(arrange(drawn).stations, stations(picture), strict=True):
        inset = 16 if placed.station.framed else 0
        for x, length, y, _ in texts(element):
            assert x >= placed.span.left + inset
            assert x + length <= placed.span.right - inset + 0.01
            assert y < placed.y + placed.station.below <= bottom


@settings(max_examples=60, deadline=None)
@given(pathways())
def test_no_text_stands_on_another(drawn):
    columns = {}
    for placed in arrange(drawn).stations:
        columns.setdefault(placed.span.left, []).append(placed)
    for column in columns.values():
        for upper, lower in pairwise(column):
            assert upper.y + upper.station.below < lower.y - lower.station.above


@settings(max_examples=60, deadline=None)
@given(pathways())
def test_no_link_passes_over_a_text_or_leaves_the_picture(drawn):
    layout = arrange(drawn)
    for data, _ in layout.paths:
        for x, y in points(data):
            assert 0 <= x <= layout.width
            assert 0 <= y <= layout.height
            assert not any(
                placed.span.left < x < placed.span.right
                and placed.y - placed.station.above < y < placed.y + placed.station.below
                for placed in layout.stations
            )


@pytest.mark.parametrize("kind", [*SHAPES, "anything"])
def test_each_kind_has_a_sign(kind):
    sign = ElementTree.fromstring(glyph(kind))
    assert sign.get("class") == f"glyph k-{kind if kind in SHAPES else 'other'}"
    assert sign.get("aria-hidden") == "true"


def test_no_two_kinds_share_a_shape():
    assert len({*SHAPES.values(), glyph("anything")}) == len(SHAPES) + 1
