"""How a plan lies on a sheet: as large as it holds, never smaller than can be read."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.diagrams.samples import DECK_HEADINGS, DECK_TITLES

from chemins.diagrams.fit import GAP, SHARES, laid, overflowing
from chemins.diagrams.lanes import FRAMES_GAP, Lane, shared
from chemins.diagrams.metrics import wrap
from chemins.diagrams.paper import A3, A4, SMALLEST, headline_size

PAPERS = [A4.below("Un plan", ""), A3.below("Un plan", "")]
DECK = tuple(
    Lane(*DECK_HEADINGS[kind], tuple(titles.values()), framed=kind == "vision")
    for kind, titles in DECK_TITLES.items()
)

words = st.text("abcdefghijklmnopqrstuvwxyzéèàçœ’«»-/ \u00a0\u202f", min_size=1, max_size=220)
texts = st.lists(words.filter(str.strip), min_size=1, max_size=25).map(tuple)
lanes = st.lists(
    st.builds(Lane, words.filter(str.strip), st.sampled_from(["", "court terme"]), texts),
    min_size=1,
    max_size=3,
).flatmap(
    lambda changes: st.builds(
        lambda visions: (*changes, Lane("Vision", "", visions, framed=True)), texts
    )
)


@settings(deadline=None, max_examples=60)
@given(lanes=lanes, paper=st.sampled_from(PAPERS))
def test_what_is_laid_holds_on_the_sheet_in_type_that_one_can_read(lanes, paper):
    layout = laid(lanes, paper)
    if layout is None:
        return
    room = paper.height - layout.head
    assert sum(fit.share for fit in layout.lanes) == SHARES
    inner = sum(fit.width for fit in layout.lanes) + GAP * (len(lanes) - 1)
    assert inner == pytest.approx(paper.width)
    for lane, fit in zip(lanes, layout.lanes, strict=True):
        assert fit.size * paper.scale >= SMALLEST - 0.001
        assert sum(fit.lists) == len(fit.heights) == len(lane.texts)
        needed = lane.heights(fit.width if lane.framed else fit.list_width, fit.size)
        assert all(given >= least - 0.001 for given, least in zip(fit.heights, needed, strict=True))
        start = 0
        for count in fit.lists:
            gaps = FRAMES_GAP * count if lane.framed else 0
            assert sum(fit.heights[start : start + count]) + gaps <= room + 0.001
            start += count


def test_the_deck_holds_its_rows_across_the_columns_in_large_type():
    layout = laid(DECK, PAPERS[0])
    assert layout.rows == 4
    assert layout.size >= 11
    first, second, third, vision = layout.lanes
    assert first.heights == second.heights
    assert third.size > second.size, "fewer, larger, as one nears the vision"
    assert vision.size > third.size


def test_the_same_plan_is_laid_the_same_on_a3_to_be_drawn_larger():
    one, other = laid(DECK, PAPERS[0]), laid(DECK, PAPERS[1])
    assert one == other


def test_more_texts_never_make_larger_type():
    sizes = []
    for times in (1, 2, 3, 4, 6):
        lane = Lane(
            "Savoirs", "court terme", ("Les droits sont connus de toutes et de tous",) * 5 * times
        )
        layout = laid((lane, DECK[3]), PAPERS[0])
        sizes.append(layout.size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < sizes[0]


def test_what_holds_on_no_sheet_is_said_so_and_can_still_be_set():
    endless = (Lane("Savoirs", "", ("Un changement. " * 40,) * 80), DECK[3])
    assert laid(endless, PAPERS[0]) is None
    layout = overflowing(endless, PAPERS[0])
    assert layout.size == SMALLEST
    assert sum(layout.lanes[0].lists) == 80


def test_a_word_of_a_title_is_cut_only_when_it_is_wider_than_its_frame():
    lane = Lane("Vision", "", ("L’anticonstitutionnellement nommée commission",), framed=True)
    layout = laid((*DECK[:3], lane), PAPERS[0])
    fit = layout.lanes[3]
    lines = wrap(lane.texts[0], "display", fit.size, fit.width - 20)
    assert any("anticonstitutionnellement" in line for line in lines)


@given(heights=st.lists(st.floats(5, 60), min_size=1, max_size=40), count=st.integers(1, 3))
def test_lists_keep_the_order_and_are_as_low_as_they_can_be(heights, count):
    lists = shared(heights, count, 10_000)
    assert sum(lists) == len(heights)
    assert len(lists) <= count
    starts = [sum(lists[:at]) for at in range(len(lists) + 1)]
    tallest = max(sum(heights[a:b]) for a, b in pairwise(starts))
    assert tallest <= sum(heights) / count + max(heights) + 0.1


@given(st.text(max_size=400))
def test_a_headline_has_a_size_whatever_it_says(text):
    assert SMALLEST <= headline_size(text, A4.width) <= 22
