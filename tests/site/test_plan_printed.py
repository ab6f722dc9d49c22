"""The plan printed by a browser: a sheet lying on its long side, all of it there, in any size."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.engines.sites import SETTINGS, written
from tests.printing.looking import looks
from tests.strategies import strategy_files

from chemins.diagrams.paper import SMALLEST
from chemins.engines.mkdocs.build import build_site

PLAN = "feuille-de-route/index.html"
_HIDDEN = "[...document.querySelectorAll('.plan__col')].filter(e => !e.offsetParent).length"


@pytest.fixture(scope="module")
def plans(tmp_path_factory) -> Callable[[int, bool], Path]:
    """The site of a strategy of so many changes, built once."""

    @cache
    def built(changes: int, long_titles: bool) -> Path:
        folder = tmp_path_factory.mktemp("plan")
        written(folder, {"mkdocs.yml": f"{SETTINGS}site_url: https://exemple.fr/val-fleuri/\n"})
        written(folder / "content", strategy_files(changes, long_titles=long_titles))
        said: list[str] = []
        config, site = folder / "mkdocs.yml", folder / "site"
        assert not build_site(config, site, strict=False, say=said.append), said
        return site

    return built


@pytest.fixture
def plan(plans, browser: Browser):
    """Opens the plan of a strategy of so many changes."""
    pages: list[Page] = []

    def opened(changes: int, *, long_titles: bool = False, width: int = 1280) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800})
        pages.append(page)
        page.goto((plans(changes, long_titles) / PLAN).as_uri())
        page.evaluate("document.fonts.ready")
        return page

    yield opened
    for page in pages:
        page.close()


@pytest.mark.parametrize(
    ("changes", "long_titles", "sheets"),
    [(1, False, 1), (9, True, 1), (25, True, 1), (60, False, 1), (60, True, 3)],
)
def test_it_takes_one_sheet_or_one_a_vision_and_nothing_is_cut(plan, changes, long_titles, sheets):
    page = plan(changes, long_titles=long_titles)
    titles = page.locator(".plan a").all_inner_texts()
    printed = looks(page.pdf(prefer_css_page_size=True))
    assert len(printed) == sheets
    said = "".join("".join(look.words.split()) for look in printed).replace("-", "")
    for title in titles:
        assert "".join(title.split()).replace("-", "") in said
    for look in printed:
        assert (look.width, look.height) == pytest.approx((841.9, 595), abs=1)
        assert not look.outside(9)
        assert not look.overlapping()
        assert look.smallest >= SMALLEST - 0.05
        assert "https://exemple.fr/val-fleuri/feuille-de-route/" in look.words.replace(" ", "")


def test_it_takes_one_sheet_of_a3_as_well(plan):
    page = plan(25, long_titles=True)
    (look,) = looks(page.pdf(format="A3", landscape=True))
    assert (look.width, look.height) == pytest.approx((1191, 842), abs=1.5)
    assert not look.outside(9)
    assert not look.overlapping()


def test_kinds_are_told_by_shapes_and_words_without_any_colour(plan):
    page = plan(9)
    page.emulate_media(media="print")
    shapes = page.locator(".plan__head .glyph path").evaluate_all(
        "shapes => shapes.map(shape => shape.getAttribute('d'))"
    )
    words = page.locator(".plan__head").all_inner_texts()
    assert len(set(shapes)) == len(shapes) == len(set(words)) == 4


def test_on_a_phone_it_is_four_sections_in_order(plan):
    page = plan(9, width=320)
    tops = page.locator(".plan__col").evaluate_all(
        "columns => columns.map(column => column.getBoundingClientRect().top)"
    )
    assert len(tops) == 4
    assert tops == sorted(tops)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [each.split("\n")[0] for each in page.locator(".plan__head").all_inner_texts()] == [
        "Savoirs, connaissances",
        "Comportements, pratiques",
        "Mode de vie, culture",
        "Vision",
    ]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_long_titles_stay_in_their_columns_on_any_screen(plan, width):
    page = plan(60, long_titles=True, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wider = page.locator(".plan__col *").evaluate_all(
        "parts => parts.filter(part => part.scrollWidth > part.clientWidth + 1"
        " && getComputedStyle(part).display !== 'inline').map(part => part.outerHTML)"
    )
    assert wider == []
    assert page.evaluate(_HIDDEN) == 0
