"""The page for the team is read on a phone, by keyboard, without scripts, and by everyone."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from tests.engines.sites import SETTINGS, built, small
from tests.pages.test_pages_coherence import HOLES
from tests.site.conftest import _Quiet
from tests.site.test_access import violations

ASKED = SETTINGS.replace("chemins/strategy]", "{chemins/strategy: {coherence: true}}]")


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Iterator[str]:
    """The address of the page of a strategy with holes."""
    folder = tmp_path_factory.mktemp("holes")
    run = built(small(folder, HOLES, ASKED))
    assert run.code == 0, run.said
    handler = partial(_Quiet, directory=str(folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/coherence/"
        server.shutdown()
        thread.join()


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
