"""The plan on one page: one for the territory, one for each quartier, in parts where it must."""

from importlib import resources

import pytest
from tests.helpers import DEMO, edition, pages_of
from tests.pages.filled import parsed
from tests.strategies import strategy_files

from chemins.addresses import Addresses
from chemins.edition import edition_of
from chemins.locales import load
from chemins.records import KINDS, Quartier

QUARTIER = "---\nnom_officiel: Les Lilas\nanciens_noms: [les-roses]\n---\n"


def change(further: str = "") -> str:
    return f"---\ntitre: Les droits sont sus\nporte_sur: savoirs\nhorizon: court\n{further}\n---\n"


FILES = {
    "quartiers/lilas.md": QUARTIER,
    "quartiers/mimosas.md": "---\nnom_officiel: Les Mimosas\n---\n",
    "changements/ici.md": change("quartiers: [lilas]\ncontribue_a: [v]"),
    "changements/la.md": change("quartiers: [mimosas]").replace("sus", "dits"),
    "visions/v.md": "---\ntitre: Une ville où l’on reste\n---\n",
}


@pytest.fixture
def site(tmp_path):
    return pages_of(edition(tmp_path, FILES))


def links(html: str) -> dict[str, str]:
    return {node.text(strip=True): str(node.attributes["href"]) for node in parsed(html).css("a")}


def test_each_quartier_has_its_plan_under_the_territory_s(site):
    found, pages = site
    page = {each.address: each for each in found.pages}["feuille-de-route/lilas/"]
    assert page.title == "Feuille de route\u00a0: Les Lilas"
    assert [crumb.address for crumb in page.trail] == ["", "feuille-de-route/"]
    assert page.is_record, "it stays out of the menu"
    said = pages[page.address]
    assert parsed(said).css_first("h1").text() == "Les Lilas"
    assert "Les droits sont sus" in said
    assert "Les droits sont dits" not in said


def test_the_quartier_the_plan_and_the_territory_s_plan_lead_to_one_another(site):
    _, pages = site
    there = "../../feuille-de-route/lilas/"
    assert there in links(pages["quartiers/lilas/"]).values()
    assert links(pages["feuille-de-route/"])["Les Lilas"] == "../feuille-de-route/lilas/"
    back = links(pages["feuille-de-route/lilas/"])["La page du quartier"]
    assert back == "../../quartiers/lilas/"


def test_what_is_not_the_quartier_s_own_says_where_it_is(site):
    _, pages = site
    vision = parsed(pages["feuille-de-route/lilas/"]).css_first(".une")
    assert vision.css_first(".plan__where").text() == "tout le territoire"
    assert parsed(pages["feuille-de-route/"]).css_first(".plan__where") is None


def test_the_former_name_of_a_quartier_leads_to_its_plan_too(site):
    found, _ = site
    moved = {each.address: each.to for each in found.redirects}
    assert moved["feuille-de-route/les-roses/"] == "feuille-de-route/lilas/"


def test_a_link_written_by_hand_may_name_the_plan_of_a_quartier(tmp_path):
    files = {**FILES, "visions/v.md": FILES["visions/v.md"] + "[ici](../feuille-de-route/lilas/)"}
    found = edition(tmp_path, files)
    assert "E-LINK" not in {each.code for each in found.faults}
    _, pages = pages_of(found)
    assert '"../../feuille-de-route/lilas/"' in pages["visions/v/"]


def test_a_quartier_without_anything_says_so_kindly(site):
    _, pages = pages_of(edition_of(DEMO, KINDS))
    said = pages["feuille-de-route/centre-ville/"]
    assert "Aucun changement n’est encore écrit pour ce quartier." in said
    assert not parsed(said).css(".plan__grid")


def test_a_plan_too_large_for_a_sheet_is_told_vision_by_vision(tmp_path):
    _, pages = pages_of(edition(tmp_path, strategy_files(60, long_titles=True)))
    page = parsed(pages["feuille-de-route/"])
    assert page.css_first("h1").text() == "Un plan sur plusieurs pages"
    assert "Ce plan compte 60 changements" in page.css_first(".plan__split").text()
    assert len(page.css(".plan__page")) == len(page.css("h2.plan__aim")) == 3
    assert len(page.css("h3.plan__head")) == 12


@pytest.mark.parametrize("changes", [1, 9, 25, 60])
def test_a_plan_that_holds_is_one_grid_of_classes_that_the_style_sheet_knows(tmp_path, changes):
    css = resources.files("chemins").joinpath("theme/static/chemins/plan.css").read_text("utf-8")
    _, pages = pages_of(edition(tmp_path, strategy_files(changes)))
    page = parsed(pages["feuille-de-route/"])
    assert len(page.css(".plan__grid")) == 1
    assert "style=" not in page.css_first(".plan").html
    for node in page.css("[class]"):
        for name in str(node.attributes["class"]).split():
            if name.startswith("pt") or (name[0] == "w" and name[1:].isdigit()):
                assert f".{name} " in css, name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_addresses_of_sheets_say_what_they_are(language):
    addresses = Addresses(load(language))
    lilas = Quartier(identifier="lilas", official_name="x")
    found = {
        (form, paper): addresses.sheet(form, paper, lilas)
        for form, paper in (("plan", "A4"), ("plan", "A3"), ("poster", "A3"), ("update", "A4"))
    }
    assert len(set(found.values())) == 4
    assert all("lilas" in each.rpartition("/")[2] for each in found.values())
    assert found["plan", "A4"].startswith(addresses.plan(lilas))
    assert found["poster", "A3"].startswith(addresses.of(lilas))


def test_without_files_no_page_speaks_of_printing(site):
    _, pages = site
    assert not [address for address, html in pages.items() if ".pdf" in html]
