"""What is done, in a browser: found by choosing, by links alone, on a phone, by keyboard."""

import pytest
from playwright.sync_api import expect
from tests.doing import DOING
from tests.site.serving import built, served
from tests.site.test_access import violations

PAGES = (
    "/actions/",
    "/actions/quartier/lilas/",
    "/actions/cafe-des-parents/",
    "/actions/halls/",
    "/contrat/",
    "/acteurs/ccas/",
    "/quartiers/lilas/",
    "/",
)


@pytest.fixture(scope="module")
def doing(tmp_path_factory):
    with served(built(tmp_path_factory.mktemp("doing"), DOING)) as address:
        yield address


@pytest.fixture
def opened(browser, doing):
    """Opens a page of the town."""
    contexts = []

    def open_page(address, width=1280, *, script=True):
        size = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=size, java_script_enabled=script))
        page = contexts[-1].new_page()
        page.goto(f"{doing}{address}")
        return page

    yield open_page
    for context in contexts:
        context.close()


def shown(page):
    return [
        title.inner_text()
        for title in page.locator(".actions .articles__title").all()
        if title.is_visible()
    ]


def choose(page, name, value):
    page.locator(f"select[name={name}]").select_option(value)


def test_one_chooses_by_place_and_status_at_once(opened):
    page = opened("/actions/")
    choose(page, "quartier", "lilas")
    assert shown(page) == ["Un café des parents tous les mardis", "Une navette vers le marché"]
    choose(page, "statut", "a-l-etude")
    assert shown(page) == ["Une navette vers le marché"]
    expect(page.get_by_role("status")).to_have_text("1 action sur 4.")
    assert page.url.endswith("/actions/?quartier=lilas&statut=a-l-etude")


def test_each_choice_says_how_many_actions_it_would_leave(opened):
    page = opened("/actions/")
    choose(page, "quartier", "lilas")
    options = page.locator("select[name=statut] option").all_inner_texts()
    assert [" ".join(each.split()) for each in options] == [
        *("Tous les statuts", "En cours (1)", "Programmée (0)", "À l’étude (1)", "Suspendue (0)")
    ]


def test_a_choice_can_be_sent_to_somebody_and_taken_back(opened):
    page = opened("/actions/?porteur=ccas&statut=programmee")
    assert shown(page) == ["Une permanence du CCAS"]
    page.get_by_role("button", name="Tout montrer").click()
    assert len(shown(page)) == 4
    assert page.url.endswith("/actions/")
    assert page.evaluate("document.activeElement.name") == "quartier"


def test_choices_that_leave_nothing_say_what_to_do(opened):
    page = opened("/actions/?quartier=mimosas&statut=programmee")
    assert shown(page) == []
    expect(page.get_by_role("status")).to_contain_text("Retirez-en un")


def test_what_an_address_invents_chooses_nothing(opened):
    page = opened("/actions/?quartier=%3Cscript%3E&statut=nulle-part")
    assert len(shown(page)) == 4


def test_without_a_script_every_shelf_is_a_link_away(opened):
    page = opened("/actions/", script=False)
    expect(page.locator("form.catalogue__choices")).to_be_hidden()
    assert len(shown(page)) == 4
    page.get_by_role("link", name="Suspendue", exact=True).click()
    assert shown(page) == ["Les halls repeints avec les locataires"]


@pytest.mark.parametrize(
    ("asked", "clicks"),
    [
        ("Une navette vers le marché", ("Les Lilas",)),
        ("CCAS du Val-Fleuri", ("Toutes les actions", "Un café des parents tous les mardis")),
        ("Repeindre les halls avec les locataires", ("Qui s’est engagé à quoi",)),
    ],
)
def test_a_resident_finds_it_within_three_clicks_from_home(opened, asked, clicks):
    page = opened("/", script=False)
    for name in clicks:
        page.locator("main").get_by_role("link", name=name).first.click()
    expect(page.locator("main").get_by_text(asked).first).to_be_visible()
    assert len(clicks) < 3


@pytest.mark.parametrize("address", PAGES)
def test_a_page_holds_on_a_small_phone(opened, address):
    page = opened(address, 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), pytest.param(1280, "dark", marks=pytest.mark.sweep)]
)
def test_axe_finds_nothing(browser, doing, width, scheme):
    found = {each: violations(browser, f"{doing}{each}", width, scheme) for each in PAGES}
    assert {each: wrong for each, wrong in found.items() if wrong} == {}


def test_the_table_of_commitments_keeps_its_headings_on_a_phone(opened):
    page = opened("/contrat/", 320)
    first = page.locator("tr[id]").first
    expect(first.get_by_text("Ouvrir un lieu d’accueil")).to_be_visible()
    expect(first.get_by_text("2025")).to_be_visible()
    boxes = [cell.bounding_box() for cell in first.locator("th, td").all()]
    assert boxes == sorted(boxes, key=lambda box: box["y"]), "one under the other"
