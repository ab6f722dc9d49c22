"""Cards and pictures, as a browser lays them out: nothing overlaps, no arrow crosses a text."""

from itertools import product

import pytest
from tests.site.geometry import troubles

CARDS, WAYS = ".card", ".explorer__ways .way"
NODES, EDGES = "svg.pathway > :is(a, g)", "svg.pathway .way"
SMALLEST = {"screen": 12.0, "print": 9.33}
"""In CSS pixels: 7 points are 9.33 of them."""

FEW = [
    (9, True, 1280, "light", "screen"),
    (60, False, 1920, "dark", "screen"),
    (25, True, 768, "light", "screen"),
    (1, True, 320, "light", "screen"),
    (9, True, 1009, "light", "print"),
]
ALL = list(
    product((1, 9, 25, 60, 200), (False, True), (320, 360, 768, 1280, 1920), ("light", "dark"))
)
PRINTED = list(product((1, 9, 25, 60, 200), (False, True), (680, 1009)))


@pytest.fixture
def look(browser, strategy_site):
    """Opens a page of a strategy as it is seen at a width, in a scheme, on a medium."""
    opened = []

    def page_of(changes, long_titles, width, scheme, medium, address):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            # One test adds a style of its own to the page.
            bypass_csp=True,
        )
        opened.append(context)
        page = context.new_page()
        page.goto(f"{strategy_site(changes, long_titles=long_titles)}{address}")
        page.emulate_media(media=medium)
        page.evaluate("document.fonts.ready")
        return page

    yield page_of
    for each in opened:
        each.close()


def unfolded(page):
    page.evaluate(
        "document.querySelectorAll('details.part:not([open]) > summary').forEach(e => e.click())"
    )
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page


def cards_of(look, changes, long_titles, width, scheme, medium):
    page = unfolded(look(changes, long_titles, width, scheme, medium, "/chemins/"))
    assert page.locator(".card").count() >= changes
    return troubles(page, CARDS, WAYS, SMALLEST[medium])


def pictures_of(look, changes, long_titles, width, scheme, medium):
    wrong = []
    for address in ("/visions/vision-1/", f"/changements/changement-{changes}/"):
        page = look(changes, long_titles, width, scheme, medium, address)
        wrong += troubles(page, NODES, EDGES, SMALLEST[medium])
    return wrong


@pytest.mark.parametrize("seen", FEW, ids=str)
def test_cards_lie_apart_and_no_arrow_crosses_a_text(look, seen):
    assert cards_of(look, *seen) == []


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (".column + .column .card { margin-inline-start: -8rem }", "overlap"),
        (".explorer__ways { transform: translateX(-7rem) }", "an arrow through"),
        (".card__title { white-space: nowrap }", "out of its box"),
        (".card__facts { font-size: 11px }", "small"),
    ],
)
def test_what_is_wrong_would_be_seen(look, style, said):
    page = look(9, True, 1280, "light", "screen", "/chemins/")
    page.add_style_tag(content=style)
    assert any(each.startswith(said) for each in troubles(page, CARDS, WAYS, 12.0))


@pytest.mark.parametrize("seen", [each for each in FEW if each[2] > 960], ids=str)
def test_pictures_hold_their_texts_and_no_arrow_crosses_one(look, seen):
    assert pictures_of(look, *seen) == []


@pytest.mark.sweep
@pytest.mark.parametrize("seen", ALL, ids=str)
def test_at_every_width_and_size_cards_and_pictures_lie_well(look, seen):
    assert cards_of(look, *seen, "screen") == []
    assert pictures_of(look, *seen, "screen") == []


@pytest.mark.sweep
@pytest.mark.parametrize(("changes", "long_titles", "width"), PRINTED)
def test_on_paper_cards_and_pictures_lie_well(look, changes, long_titles, width):
    seen = (changes, long_titles, width, "light", "print")
    assert cards_of(look, *seen) == []
    assert pictures_of(look, *seen) == []
