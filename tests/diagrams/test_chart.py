"""A chart: its values readable, its gaps left open, nothing written over anything."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chemins.diagrams.chart import chart
from chemins.diagrams.chart_frame import frame_of
from chemins.diagrams.chart_layout import NARROW, WIDE, arrange, unwritten
from chemins.diagrams.chart_svg import chart_svg
from chemins.diagrams.chart_words import box
from chemins.diagrams.metrics import width
from chemins.locales import load
from chemins.records import Indicator

FR = load("fr")
VALUES = st.lists(
    st.tuples(
        st.integers(1990, 2040),
        st.one_of(st.none(), st.floats(-1e6, 1e6), st.floats(0, 100), st.integers(0, 100)),
    ),
    min_size=2,
    max_size=25,
    unique_by=lambda pair: pair[0],
)
LEVELS = st.one_of(st.none(), st.floats(-1e6, 1e6), st.floats(0, 100))


def measured(*values: tuple[int, float | None], **fields):
    listed = [{"date": str(year), "value": value} for year, value in sorted(values)]
    record = Indicator.model_validate({"title": "Part", "values": listed, **fields})
    return record, record.values


def drawn(*values: tuple[int, float | None], **fields):
    record, values = measured(*values, **fields)
    return chart(record, ("Tout", values), FR)


def test_few_dates_are_bars_that_stand_on_zero_and_more_are_a_line():
    bars = arrange(drawn((2023, 80), (2024, 90)), FR)
    assert len(bars.bars) == 2
    assert bars.ticks[0][1] == "0"
    line = arrange(drawn((2022, 80), (2023, 85), (2024, 90)), FR)
    assert (line.bars, len(line.runs)) == ((), 1)
    assert line.ticks[0][1] != "0"


def test_a_gap_and_a_long_silence_break_the_line():
    told = arrange(drawn((2020, 1), (2021, None), (2022, 3), (2023, 4)), FR)
    assert [len(run) for run in told.runs if run] == [1, 2]
    assert len(told.holes) == 1
    silent = arrange(drawn((2010, 1), (2011, 2), (2012, 3), (2019, 4), (2020, 5)), FR)
    assert [len(run) for run in silent.runs] == [3, 2]


def test_the_target_and_the_start_are_drawn_with_their_words():
    svg = chart_svg(
        drawn(
            (2022, 41),
            (2023, 50),
            (2024, 62),
            unit="%",
            target={"value": "80", "date": "2030"},
            baseline={"value": "40"},
        ),
        FR,
    )
    assert "Cible\u00a0: 80\u00a0% en 2030" in svg
    assert 'class="baseline"' in svg


def test_charts_side_by_side_can_be_compared_by_eye():
    low, high = drawn((2022, 20), (2023, 30), (2024, 25)), drawn((2021, 80), (2023, 90), (2025, 70))
    frame = frame_of([low, high])
    ticks = [[name for _, name in arrange(each, FR, NARROW, frame).ticks] for each in (low, high)]
    assert ticks[0] == ticks[1]
    assert (frame.start, frame.end) == (2021.5, 2025.5)
    assert frame.stands_on_zero
    assert not frame_of([drawn((2022, 88), (2023, 90), (2024, 89))]).stands_on_zero


def test_each_compared_line_bears_its_name_where_there_is_room():
    values = [
        {"date": str(year), "value": value} for year, value in ((2022, 1), (2023, 2), (2024, 3))
    ]
    record = Indicator.model_validate({"title": "Part", "values": values})
    others = [(name, record.values) for name in ("Fleurville", "Autreville")]
    found = chart(record, ("Tout", record.values), FR, others)
    labels = arrange(found, FR, WIDE).names
    assert [label.word for label in labels] == ["Autreville", "Fleurville"]
    assert labels[1].y - labels[0].y >= 15
    assert arrange(found, FR, NARROW).names == ()


def test_the_words_of_a_mark_are_not_written_across_a_line_where_there_is_room():
    found = drawn((2020, 24), (2023, 22), (2026, 38), unit="%", baseline={"value": "22"})
    layout = arrange(found, FR, WIDE)
    ((_, _, label),) = layout.marks
    assert label is not None
    left, top, right, foot = box(label)
    for (x1, y1), (x2, y2) in pairwise(layout.runs[0]):
        for step in range(101):
            x, y = x1 + (x2 - x1) * step / 100, y1 + (y2 - y1) * step / 100
            assert not (left < x < right and top < y < foot)


def test_words_that_have_no_room_are_left_to_the_legend():
    saw = [(year, 10.0 if year % 2 else 30.0) for year in range(2000, 2025)]
    found = drawn(*saw, unit="%", baseline={"value": "20"})
    assert unwritten(found, FR, WIDE, NARROW) == ("baseline",)
    assert 'class="baseline"' in chart_svg(found, FR)
    assert "Départ" not in chart_svg(found, FR)


def test_several_lines_that_are_compared_bear_a_number_each_apart_from_the_others():
    indicator, values = measured((2020, 24), (2023, 22), (2026, 38))
    others = [(name, values) for name in ("Un", "Deux", "Trois")]
    layout = arrange(chart(indicator, ("Tout", values), FR, others), FR, NARROW)
    assert [label.word for label in layout.numbers] == ["1", "2", "3"]
    heights = sorted(label.y for label in layout.numbers)
    assert all(b - a >= 14 for a, b in pairwise(heights))
    assert all(label.x + 9 <= layout.width for label in layout.numbers)
    alone = arrange(chart(indicator, ("Tout", values), FR, others[:1]), FR, NARROW)
    assert alone.numbers == ()


def test_a_count_of_the_whole_territory_does_not_flatten_that_of_a_quartier():
    indicator, values = measured((2023, 97), (2024, 92))
    _, whole = measured((2023, 1540), (2024, 1502))
    _, near = measured((2023, 120), (2024, 130))
    found = chart(indicator, ("Ici", values), FR, [("Tout", whole), ("Commune", near)])
    assert [trace.name for trace in found.others] == ["Commune"]


def test_one_value_alone_is_no_chart():
    assert drawn((2024, 62), (2025, None)) is None
    assert chart_svg(None, FR) == ""


def test_an_example_is_drawn_as_one():
    assert "chart illustrative" in chart_svg(drawn((2023, 1), (2024, 2), illustrative="oui"), FR)


@pytest.mark.parametrize("wide", [WIDE, NARROW])
@settings(max_examples=150, deadline=None)
@given(values=VALUES, target=LEVELS, baseline=LEVELS)
def test_nothing_leaves_the_picture_and_no_value_covers_another(wide, values, target, baseline):
    fields = {"unit": "%"}
    if target is not None:
        fields["target"] = {"value": target}
    if baseline is not None:
        fields["baseline"] = {"value": baseline}
    found = drawn(*values, **fields)
    if found is None:
        return
    layout = arrange(found, FR, wide)
    tree = ElementTree.fromstring(chart_svg(found, FR, wide))
    for node in tree.iter():
        for name in ("x", "y", "cx", "cy", "width", "height"):
            if (said := node.attrib.get(name)) is not None:
                assert re.fullmatch(r"-?\d+(\.\d+)?", said), said
                assert -1 <= float(said) <= max(layout.width, layout.height) + 1
    boxes = [
        (label.x - width(label.word, "bold", 15) / 2, label.y - 11, label.word)
        for label in layout.words
    ]
    for (x1, y1, w1), (x2, y2, w2) in combinations(boxes, 2):
        apart = abs(y1 - y2) >= 11 or x1 + width(w1, "bold", 15) <= x2 + 1
        assert apart or x2 + width(w2, "bold", 15) <= x1 + 1


def test_a_chart_is_light_and_quick_to_draw():
    found = drawn(*((year, float(year % 7)) for year in range(2000, 2025)))
    assert len(chart_svg(found, FR)) < 6000
