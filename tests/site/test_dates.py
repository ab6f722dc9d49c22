"""Dates and news in a real browser: to come first, a quartier kept, an address to give away."""

import json
from io import BytesIO

import pypdfium2
import pytest
from tests.engines.sites import built
from tests.helpers import written
from tests.meeting import MEETING
from tests.site.conftest import served
from tests.site.test_access import violations
from tests.site.test_look import _SMALLEST, _WIDER

SETTINGS = """\
site_name: Le Val-Fleuri
site_url: https://val-fleuri.example/contrat/
docs_dir: content
theme: {name: material}
plugins: [search, {chemins/strategy: {pdf: no}}]
"""
PAGES = (
    "/",
    "/agenda/",
    "/nouvelles/",
    "/quartiers/lilas/",
    "/quartiers/mimosas/",
    "/seances/fete/",
    "/seances/report/",
    "/visions/entraide/",
)
TO_COME = [
    "Un bilan",
    "Conseil de quartier",
    "La fête des voisins",
    "L’atelier des bancs",
    "Une balade",
]


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    folder = tmp_path_factory.mktemp("meeting")
    written(folder, {"mkdocs.yml": SETTINGS, **{f"content/{k}": v for k, v in MEETING.items()}})
    run = built(folder / "mkdocs.yml", folder / "site")
    assert run.code == 0, run.said
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def visit(browser, town):
    """Opens pages of the town, all in one browser, as one resident does."""
    contexts = []

    def visited(address, *, width=1280, script=True, clock="", scheme="light", **how):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=script,
            color_scheme=scheme,
            **how,
        )
        contexts.append(context)
        page = context.new_page()
        if clock:
            page.clock.set_fixed_time(clock)
        page.goto(f"{town}{address}")
        return page

    yield visited
    for context in contexts:
        context.close()


def shown(page, selector) -> list[str]:
    """The titles that can be seen under ``selector``, up to a semicolon."""
    titles = page.locator(f"{selector} .articles__title").all()
    return [each.inner_text().partition(";")[0].strip() for each in titles if each.is_visible()]


def headings(page) -> list[str]:
    return [each.inner_text() for each in page.locator("main h2").all()]


def test_the_agenda_puts_what_is_to_come_first_the_soonest_at_the_top(visit):
    page = visit("/agenda/")
    assert headings(page)[:2] == ["À venir", "Déjà passées"]
    assert shown(page, "section:has(h2:text-is('À venir'))") == TO_COME
    assert shown(page, "section:has(h2:text-is('Déjà passées'))") == ["L’atelier de printemps"]
    months = page.locator("main h3").all_inner_texts()
    assert months == ["2098", "Juin 2099", "Septembre 2099", "Mars 2024"]
    assert not page.locator(".agenda__order").first.is_visible()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(set(ids)) == len(ids)


def test_a_day_is_to_come_until_it_is_over(visit):
    assert "Conseil de quartier" in shown(
        visit("/agenda/", clock="2099-06-03T23:30:00"), "section:has(h2:text-is('À venir'))"
    )
    later = visit("/agenda/", clock="2099-06-04T00:30:00")
    assert shown(later, "section:has(h2:text-is('À venir'))") == TO_COME[2:]


def test_when_nothing_is_to_come_the_pages_say_so(visit):
    page = visit("/agenda/", clock="2101-01-01T12:00:00")
    assert "Aucune date à venir" in page.locator("section", has_text="À venir").first.inner_text()
    home = visit("/", clock="2101-01-01T12:00:00")
    assert shown(home, ".dates") == []
    assert home.locator(".dates .silence").is_visible()


def test_without_a_script_every_date_is_there_and_the_order_is_said(visit):
    page = visit("/agenda/", script=False)
    assert shown(page, ".agenda") == [*reversed(TO_COME), "L’atelier de printemps"]
    assert "Les dates" in headings(page)
    assert page.locator(".agenda__order").is_visible()
    home = visit("/", script=False)
    assert len(shown(home, ".dates")) == 3
    assert not home.locator(".mine").is_visible()
    assert not home.locator(".share button").is_visible()
    assert home.locator(".share__address").inner_text() == "https://val-fleuri.example/contrat/"


def test_home_and_a_quartier_show_the_next_three(visit):
    assert shown(visit("/"), ".dates") == TO_COME[:3]
    assert shown(visit("/quartiers/lilas/"), ".dates") == TO_COME[2:]


def test_my_quartier_is_kept_on_the_device_shown_first_and_erased_by_the_same_button(visit, town):
    page = visit("/quartiers/mimosas/")
    button = page.get_by_role("button", name="C’est mon quartier")
    assert button.get_attribute("aria-pressed") == "false"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    page.goto(f"{town}/")
    mine = page.locator(".mine")
    assert mine.inner_text() == "Mon quartier : Les Mimosas".replace(" :", "\u00a0:")
    first = page.locator(".quartiers li").first
    assert "Les Mimosas" in first.inner_text()
    mine.get_by_role("link").click()
    assert page.url == f"{town}/quartiers/mimosas/"
    page.get_by_role("button", name="C’est mon quartier").click()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.goto(f"{town}/")
    assert not page.locator(".mine").is_visible()
    assert page.context.cookies() == []


def test_nothing_that_the_device_keeps_is_written_into_a_page(visit, town):
    page = visit("/")
    kept = json.dumps('<img src=x onerror="document.title=1">')
    page.evaluate(f"localStorage.setItem('chemins:quartier:{town}/', {kept})")
    page.reload()
    assert not page.locator(".mine").is_visible()
    assert page.locator("img").count() == 0


def test_a_browser_that_keeps_nothing_is_not_offered_to(browser, town):
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    page = context.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{town}/quartiers/lilas/")
    assert not page.locator(".mine").is_visible()
    assert wrong == []
    context.close()


def test_a_page_gives_its_address_with_what_was_chosen_on_it(visit):
    page = visit("/chemins/?quartier=lilas", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copier l’adresse").click()
    address = "https://val-fleuri.example/contrat/chemins/"
    assert page.locator(".share__address").inner_text() == address, "what is asked is not shown"
    page.locator(".share [aria-live]", has_text="Adresse copiée.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}?quartier=lilas"


@pytest.mark.sweep
def test_every_page_says_how_to_reach_the_publisher_and_names_the_feed(visit):
    for address in (*PAGES, "/404.html"):
        page = visit(address, script=False)
        foot = page.locator("footer")
        assert foot.get_by_role("link", name="contrat-de-ville@val-fleuri.example").count() == 1
        assert "Maison des familles, 3 rue de l’Essai" in foot.inner_text()
        assert page.locator("link[type='application/atom+xml']").count() >= 1
        assert foot.get_by_role("link", name="Agenda", exact=True).count() == 1
    page = visit("/quartiers/lilas/", script=False)
    assert page.locator("link[type='application/atom+xml']").count() == 2


@pytest.mark.sweep
def test_no_page_asks_for_a_file_that_is_not_there(visit, town):
    page = visit("/404.html")
    lost = []
    page.on("response", lambda each: each.status >= 400 and lost.append(each.url))
    for address in PAGES:
        page.goto(f"{town}{address}", wait_until="networkidle")
    assert lost == []


@pytest.mark.sweep
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_them(browser, town, width, scheme):
    found = {
        address: wrong
        for address in PAGES
        if (wrong := violations(browser, f"{town}{address}", width, scheme))
    }
    assert found == {}


def test_they_fit_a_small_phone_in_letters_that_one_can_read(visit):
    for address in PAGES:
        page = visit(address, width=320)
        assert not page.evaluate(_WIDER), address
        assert page.evaluate(_SMALLEST) >= 15, address


@pytest.mark.parametrize("address", ["/agenda/", "/seances/fete/", "/quartiers/lilas/"])
def test_on_paper_a_page_ends_with_its_address_and_its_code(visit, address):
    page = visit(address)
    pdf = pypdfium2.PdfDocument(BytesIO(page.pdf()))
    text = "".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    assert f"https://val-fleuri.example/contrat{address}" in text.replace("\r\n", "")
    assert "Partager cette page" not in text
    assert "mon quartier" not in text
    page.emulate_media(media="print")
    assert page.locator(".printed .qr").is_visible()
