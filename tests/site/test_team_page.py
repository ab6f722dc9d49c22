"""The page for the team is read on a phone, by keyboard, without scripts, and by everyone."""

from collections.abc import Iterator

import pytest
from tests.engines.sites import SETTINGS, built, small
from tests.pages.test_pages_coherence import HOLES
from tests.site.serving import served
from tests.site.test_access import violations

ASKED = SETTINGS.replace("{pdf: no}", "{pdf: no, coherence: true}")


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Iterator[str]:
    """The address of the page of a strategy with holes."""
    folder = tmp_path_factory.mktemp("holes")
    run = built(small(folder, HOLES, ASKED))
    assert run.code == 0, run.said
    with served(folder / "site") as address:
        yield f"{address}/coherence/"


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing(browser, page, width, scheme):
    assert violations(browser, page, width, scheme) == []


def test_a_figure_opens_its_list_by_keyboard_and_without_scripts(browser, page):
    context = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    try:
        opened = context.new_page()
        opened.goto(page)
        figure = opened.locator("details.tally").nth(1)
        line = figure.locator("li a")
        assert not line.is_visible()
        figure.locator("summary").focus()
        opened.keyboard.press("Enter")
        assert line.is_visible()
        assert line.inner_text() == "Les halls sont entretenus"
    finally:
        context.close()


def test_nothing_is_wider_than_a_small_phone(browser, page):
    context = browser.new_context(viewport={"width": 320, "height": 800})
    try:
        opened = context.new_page()
        opened.goto(page)
        opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert opened.evaluate("document.documentElement.scrollWidth") == 320
    finally:
        context.close()
