"""What a machine can hold of the look: the rest is for eyes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from chemins.engines.styles import STYLES

PAGES = {
    "home": "/",
    "index": "/changements/",
    "quartier": "/quartiers/quintine-villemarie/",
    "vision": "/visions/enfants-epanouis/",
    "front page": "/visions/enfants-epanouis/une/",
    "change": "/changements/droits-connus/",
    "stage": "/etapes/imaginer-des-futurs/",
    "session": "/seances/rencontre-elus-dgs/",
    "sessions": "/seances/",
    "lesson": "/enseignements/travailler-avec-les-elus/",
    "actor": "/acteurs/cove/",
    "term": "/glossaire/qpv/",
    "approach": "/demarche/",
    "data": "/donnees/",
    "plan": "/feuille-de-route/",
    "pathways": "/chemins/",
    "pathways of a vision": "/chemins/visions/enfants-epanouis/",
    "plan of a quartier": "/feuille-de-route/centre-ville/",
    "cooperation": "/cooperations/",
    "accessibility": "/accessibilite/",
    "site map": "/plan-du-site/",
    "by hand": "/sources/",
    "drawn in the browser": "/tenter-de-faire-autrement/",
    "lost": "/404.html",
}
CHANGE, BY_HAND = PAGES["change"], PAGES["by hand"]

_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
_SEEN = """() => {
  const at = document.activeElement
  const box = at.getBoundingClientRect()
  const framed = at.closest(".search__form") ?? at
  return getComputedStyle(framed).outlineStyle != "none"
    && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
}"""
_FOCUSED = "document.activeElement"
_SMALLEST = """() => {
  const speaks = (e) => [...e.childNodes].some((n) => n.nodeType == 3 && n.data.trim())
  const sizes = [...document.querySelectorAll("body *")]
    .filter((e) => e.offsetParent && speaks(e))
    .map((e) => parseFloat(getComputedStyle(e).fontSize))
  return Math.min(...sizes)
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str):
    """One small window for all pages, with what it asked for and what it complained of."""
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, asked, complaints
    page.context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_page_fits_a_small_phone_asks_no_other_host_and_raises_no_error(phone, site, address):
    page, asked, complaints = phone
    asked.clear()
    complaints.clear()
    page.goto(f"{site}{address}", wait_until="networkidle")
    assert not page.evaluate(_WIDER), "the page scrolls sideways"
    assert page.evaluate(_SMALLEST) >= 15
    assert page.locator("main h1").count() == 1
    assert not [url for url in asked if not url.startswith(f"{site}/")]
    assert not complaints


def test_the_frame_around_a_page_is_light(site_folder):
    for path in site_folder.rglob("*.html"):
        html = path.read_text("utf-8")
        if 'id="__content"' not in html:
            continue
        start, end = html.index("<article"), html.rindex("</article>")
        frame = html[:start] + html[end:]
        assert len(frame.encode()) < 9_000, path
        assert "style=" not in frame, path


def test_the_style_sheet_stays_small(site_folder):
    assert (site_folder / "chemins/journal.css").stat().st_size < 45 * 1024
    assert (site_folder / "chemins/story.css").stat().st_size < 16 * 1024


def test_generated_pages_load_nothing_of_the_look_of_material(site_folder):
    change = (site_folder / CHANGE.strip("/") / "index.html").read_text("utf-8")
    ours = [f"../../{sheet}" for sheet in STYLES]
    loaded = re.findall(r'rel="stylesheet" href="([^"]+)"', change)
    assert loaded[: len(ours)] == ours
    assert {each.rpartition("/")[0] for each in loaded} == {"../../chemins"}


def test_the_fonts_and_pictures_that_the_style_sheet_names_exist(site_folder):
    sheet = site_folder / "chemins/journal.css"
    named = re.findall(r'url\("([^"#]+)"\)', sheet.read_text("utf-8"))
    assert named
    assert all(Path(sheet.parent, name).is_file() for name in named)


def test_the_first_stop_of_the_keyboard_leads_past_the_header(open_page):
    page = open_page(CHANGE)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate(f"{_FOCUSED}.id") == "__content"


def test_focus_is_always_seen(open_page):
    page = open_page(CHANGE)
    for _ in range(25):
        page.keyboard.press("Tab")
        assert _seen(page), page.evaluate(f"{_FOCUSED}.outerHTML")


def _seen(page: Page) -> bool:
    return page.evaluate(_SEEN)


def _settled(page: Page, results: Locator) -> None:
    """Waits until no more results come: each draws the list anew, and takes the focus."""
    seen, same = "", 0
    while same < 4:
        page.wait_for_timeout(150)
        now = "".join(results.all_inner_texts())
        seen, same = now, same + 1 if now == seen else 0


@pytest.mark.parametrize("address", [CHANGE, BY_HAND], ids=["generated", "by hand"])
def test_the_search_works_by_keyboard(open_page, address):
    page = open_page(address)
    field = page.get_by_role("searchbox", name="Rechercher")
    field.focus()
    page.keyboard.type("habitants")
    results = page.locator(".search__output a")
    expect(results.first).to_be_visible()
    _settled(page, results)
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.wait_for_function(_SEEN)
    assert page.evaluate(_SMALLEST) >= 15
    page.keyboard.press("Escape")
    expect(page.locator(".search__output")).to_be_hidden()
    expect(page.get_by_role("search", name="Rechercher")).to_be_visible()


def test_the_menu_of_a_phone_works_by_keyboard_and_without_script(open_page):
    page = open_page("/quartiers/centre-ville/", 320, script=False)
    menu = page.locator(".header__menu")
    link = menu.get_by_role("link", name="Démarche")
    expect(link).to_be_hidden()
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    expect(menu.get_by_role("link", name="Quartiers")).to_have_attribute("aria-current", "true")
    link.press("Enter")
    expect(page).to_have_url(re.compile(r"/demarche/$"))


def test_the_whole_text_is_there_without_script(open_page):
    with_script, without = open_page(CHANGE, 320), open_page(CHANGE, 320, script=False)
    read = with_script.locator("article").inner_text()
    assert without.locator("article").inner_text() == read
    expect(without.locator("ol.steps")).to_be_visible()
    expect(without.get_by_role("searchbox", name="Rechercher")).to_be_visible()


def test_a_pathway_is_a_picture_on_a_wide_screen_and_a_list_on_a_phone(open_page):
    wide, small = open_page(CHANGE), open_page(CHANGE, 320)
    expect(wide.locator("svg.pathway")).to_be_visible()
    expect(small.locator("svg.pathway")).to_be_hidden()
    expect(small.locator(".pathlist summary")).to_be_hidden()
    expect(small.locator("ol.steps")).to_be_visible()
