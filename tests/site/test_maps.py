"""A map on a phone and on paper: nothing overflows, what is written is read."""

import pytest
from playwright.sync_api import Page
from tests.mapping import MAPPED
from tests.site.serving import built, served

LILAS = "/quartiers/lilas/"
SMALLEST = 12
"""CSS pixels."""

_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
_TEXTS = """() => [...document.querySelectorAll("svg.map text")]
  .filter((each) => each.getClientRects().length && getComputedStyle(each).display != "none")
  .map((each) => {
    const box = each.getBoundingClientRect()
    const picture = each.closest("svg.map").getBoundingClientRect()
    const scale = picture.width / each.closest("svg.map").viewBox.baseVal.width
    return {
      said: each.textContent,
      size: parseFloat(getComputedStyle(each).fontSize) * scale,
      left: box.left - picture.left, right: picture.right - box.right,
      box: [box.left, box.top, box.right, box.bottom],
    }
  })"""
_ORDER = """() => [...document.querySelectorAll("svg.map")].map((picture) =>
  [...new Set([...picture.querySelectorAll("a")].map((each) => each.href.baseVal ?? each.href))])"""


@pytest.fixture(scope="module")
def mapped(tmp_path_factory):
    with served(built(tmp_path_factory.mktemp("mapped"), MAPPED)) as address:
        yield address


@pytest.fixture
def opened(browser, mapped):
    contexts = []

    def at(address: str, width: int, **how) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **how)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{mapped}{address}")
        page.evaluate("document.fonts.ready")
        return page

    yield at
    for context in contexts:
        context.close()


def overlap(one, two):
    return (
        min(one[2], two[2]) - max(one[0], two[0]) > 1
        and min(one[3], two[3]) - max(one[1], two[1]) > 1
    )


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("address", ["/", "/quartiers/", LILAS])
def test_what_is_written_on_a_map_is_read_at_every_width(opened, address, width):
    page = opened(address, width, java_script_enabled=False)
    assert not page.evaluate(_WIDER)
    texts = page.evaluate(_TEXTS)
    assert texts
    assert [each for each in texts if each["size"] < SMALLEST] == []
    assert [each for each in texts if each["left"] < -1 or each["right"] < -1] == []
    pairs = [(a, b) for n, a in enumerate(texts) for b in texts[n + 1 :]]
    assert [(a["said"], b["said"]) for a, b in pairs if overlap(a["box"], b["box"])] == []


@pytest.mark.parametrize("address", ["/", "/quartiers/", LILAS])
def test_the_keyboard_goes_to_the_list_and_never_to_the_picture(opened, address):
    page = opened(address, 360)
    assert page.locator("svg.map a").count()
    for _ in range(60):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('svg')")


def test_a_phone_shows_numbers_that_its_list_repeats(opened):
    page = opened("/quartiers/", 320)
    shown = page.locator("svg.map .narrow:visible").all_text_contents()
    assert [each for each in shown if each.isdigit()] == ["1", "2", "3"]
    assert page.locator(".articles .map-number:visible").all_inner_texts() == ["1", "2", "3"]
    assert page.locator("svg.map .wide:visible").count() == 0


def test_a_wide_screen_and_paper_show_names(opened):
    page = opened("/quartiers/", 1280)
    names = page.locator("svg.map .label.wide:visible").all_text_contents()
    assert {"Les Lilas", "Les Mimosas", "Les Tanneries"} <= set(names)
    assert page.locator(".articles .map-number:visible").count() == 0
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 400, "height": 800})
    assert set(names) == set(page.locator("svg.map .label.wide:visible").all_text_contents())
    assert page.locator(".map-key li, .articles li").first.is_visible()


def test_a_click_on_a_quartier_opens_its_page(opened):
    page = opened("/quartiers/", 1280)
    page.locator("svg.map a[href$='mimosas/'] .area").last.click()
    assert page.url.endswith("/quartiers/mimosas/")
