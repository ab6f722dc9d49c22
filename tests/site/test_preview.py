"""The preview in a browser: what is wrong shows over the page, and goes when it is mended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.engines.previews import CHANGE, Preview, previewed, written
from tests.engines.sites import small

AXE = Path(__file__).parent / "axe" / "axe.min.js"
PAGE = "changements/droits-connus/"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a small site, up."""
    small(tmp_path)
    with previewed("chemins", tmp_path) as preview:
        assert preview.shows("Les droits sont connus"), preview.said()
        yield preview


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a narrow phone."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def test_a_fault_shows_over_the_page_as_it_comes_and_goes_when_it_is_mended(preview, page):
    page.goto(preview.url(PAGE))
    panel = page.get_by_role("group", name="1 faute")
    expect(panel).to_be_hidden()

    written(preview.folder, "Un titre neuf", horizon="bientôt")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text(f"content/{CHANGE}:4:10")
    expect(panel).to_contain_text("E-CHOICE")
    expect(panel.locator("mark").first).to_have_text("bientôt")
    expect(page.get_by_role("alert")).to_contain_text(
        "1 faute, 1 avertissement. La page montrée est celle d’avant"
    )
    expect(page.locator("h1")).to_have_text("Les droits sont connus")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    written(preview.folder, "Un titre réparé")
    expect(page.locator("h1")).to_have_text("Un titre réparé")
    expect(panel).to_be_hidden()


def test_what_a_fault_quotes_is_text(preview, page):
    page.goto(preview.url(PAGE))
    hostile = "<img src=x onerror=document.title='pris'>"
    written(preview.folder, "Un titre", horizon=f'"{hostile}"')
    panel = page.get_by_role("group", name="1 faute")
    expect(panel).to_contain_text(hostile)
    expect(panel.locator("img")).to_have_count(0)
    assert page.title() != "pris"


def test_the_panel_closes_by_keyboard_and_stays_closed_until_another_fault_comes(preview, page):
    page.goto(preview.url(PAGE))
    written(preview.folder, "Un titre", horizon="bientôt")
    panel, counter = page.get_by_role("group", name="1 faute"), page.get_by_role("button")
    counter = counter.filter(has_text="1 faute")
    expect(panel).to_be_visible()

    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(counter).to_have_attribute("aria-expanded", "false")
    page.reload()
    expect(counter).to_be_visible()
    expect(panel).to_be_hidden()

    counter.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_focused()
    page.get_by_role("button", name="Fermer").click()
    expect(panel).to_be_hidden()

    written(preview.folder, "Un titre", horizon="jamais")
    expect(panel).to_be_visible()


def test_what_stops_nothing_is_counted_and_told_when_asked_for(preview, page):
    page.goto(preview.url(PAGE))
    written(preview.folder, "Un titre [[perdu]]", horizon="court")
    (preview.folder / "content/changements/seul.md").write_text(
        "---\ntitre: Un changement qui ne mène à rien\nporte_sur: savoirs\nhorizon: court\n---\n"
    )
    counter = page.get_by_role("button").filter(has_text="avertissement")
    expect(counter).to_be_visible()
    counter.click()
    panel = page.get_by_role("group").filter(has_text="La page montrée est à jour")
    expect(panel).to_contain_text("CHANGE-NO-VISION")


def test_a_site_that_begins_with_faults_tells_them_over_an_empty_page(tmp_path, page):
    small(tmp_path)
    written(tmp_path, "Un titre", horizon="bientôt")
    with previewed("chemins", tmp_path) as preview:
        assert preview.answers(), preview.said()
        page.goto(preview.url(""))
        expect(page.locator("main")).to_contain_text("Rien ne peut encore être montré")
        expect(page.get_by_role("group", name="1 faute")).to_contain_text("E-CHOICE")
        written(tmp_path, "Un titre réparé")
        expect(page.locator("h1")).to_have_text("Notre stratégie")


def test_the_panel_has_nothing_that_axe_finds(preview, page):
    page.goto(preview.url(PAGE))
    written(preview.folder, "Un titre", horizon="bientôt")
    expect(page.get_by_role("group", name="1 faute")).to_be_visible()
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert not found["violations"], found["violations"]
