"""The site is for everyone: axe finds nothing, and neither do the checks that axe lacks."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser
from tests.site.test_look import PAGES

AXE = Path(__file__).parent / "axe" / "axe.min.js"
_RUN = """async () => {
  const found = await axe.run(document, {resultTypes: ['violations']});
  return found.violations.map(each => each.id + ': ' + each.nodes.map(n => n.html).join(' | '));
}"""


def violations(browser: Browser, url: str, width: int, scheme: str) -> list[str]:
    """What axe finds on a page, at a width of screen and in a scheme of colours."""
    size = {"width": width, "height": 900}
    # The page's policy refuses any script but its own, and axe is brought from here.
    context = browser.new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    try:
        page = context.new_page()
        page.goto(url)
        page.add_script_tag(path=AXE)
        return page.evaluate(_RUN)
    finally:
        context.close()


@pytest.mark.sweep
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_a_page_of_each_kind(browser, site, width, scheme):
    found = {
        name: wrong
        for name, address in PAGES.items()
        if (wrong := violations(browser, f"{site}{address}", width, scheme))
    }
    assert found == {}


@pytest.mark.sweep
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_page(browser, site, site_folder, width, scheme):
    addresses = sorted(
        path.parent.relative_to(site_folder).as_posix() for path in site_folder.rglob("index.html")
    )
    found = {
        address: wrong
        for address in addresses
        if (wrong := violations(browser, f"{site}/{address}/", width, scheme))
    }
    assert found == {}


@pytest.fixture(scope="session")
def trees(site_folder):
    """Every page of the demo, read."""
    return {
        path.relative_to(site_folder).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in site_folder.rglob("*.html")
    }


def test_every_header_of_a_table_says_what_it_heads(trees):
    for name, tree in trees.items():
        assert not [th.html for th in tree.css("th") if "scope" not in th.attributes], name


def test_every_picture_is_hidden_from_readers_of_text_or_named(trees):
    for name, tree in trees.items():
        for svg in tree.css("svg"):
            hidden = svg.attributes.get("aria-hidden") == "true"
            assert hidden or svg.attributes.get("aria-label"), (name, svg.html[:200])


def test_no_link_of_a_hidden_picture_takes_the_keyboard(trees):
    for name, tree in trees.items():
        for link in tree.css("svg[aria-hidden=true] a"):
            assert link.attributes.get("tabindex") == "-1", (name, link.html)


def test_links_that_say_the_same_lead_to_the_same_place(trees):
    for name, tree in trees.items():
        if name == "plan-du-site/index.html":
            continue  # there, the heading above a link says which of two namesakes it is
        places: dict[str, set[str]] = {}
        for link in tree.css("main a[href]"):
            if link.attributes.get("tabindex") != "-1" and (said := link.text(strip=True)):
                places.setdefault(said, set()).add(str(link.attributes["href"]).partition("#")[0])
        assert {said: where for said, where in places.items() if len(where) > 1} == {}, name


def test_every_page_has_one_title_and_its_headings_in_order(trees):
    for name, tree in trees.items():
        levels = [int(each.tag[1]) for each in tree.css("main h1,main h2,main h3,main h4,main h5")]
        if not levels:
            continue  # a page that moved
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_every_page_says_its_language_and_foreign_words_theirs(trees):
    for name, tree in trees.items():
        assert tree.css_first("html").attributes.get("lang") == "fr", name
    foreign = [each.text() for each in trees["cooperations/index.html"].css("main [lang=en]")]
    assert "Tamarack Institute" in foreign
