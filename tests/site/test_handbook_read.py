"""The handbook is read on a phone, by keyboard, in the dark, and asks nothing of anybody."""

import pytest
from tests.site.test_access import violations

PAGES = ("", "premier-site/", "fiches/", "publier/", "developpeurs/ajouter-une-sorte/")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(browser, site, page, width, scheme):
    assert violations(browser, f"{site}/guide/{page}", width, scheme) == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_wider_than_a_small_phone_nor_asked_of_another_site(browser, site, page):
    context = browser.new_context(viewport={"width": 320, "height": 800})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    try:
        opened = context.new_page()
        opened.goto(f"{site}/guide/{page}")
        assert opened.evaluate("document.documentElement.scrollWidth") == 320
    finally:
        context.close()
    assert [url for url in asked if not url.startswith(site)] == []
