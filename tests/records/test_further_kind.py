"""A further kind needs its declaration and its words: all the rest follows from them."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.forms.validity import flaws
from tests.helpers import CHANGE, edition, of_files, pages_of, placed
from tests.records.project import FRENCH, PROJECT_KINDS, Project

from chemins.exports.strategy_json import strategy_json
from chemins.faults.report import Reporter
from chemins.forms.schema import schema
from chemins.records.when import When

FILES = {
    "changements/droits-connus.md": CHANGE,
    "projets/maison-des-parents.md": (
        "---\ntitre: La maison des parents\netat: voté\nouvre_le: mars 2027\n"
        "resume: Un *lieu* où l’on entre sans frapper.\nsert: [droits-connus]\n---\n"
        "Elle est attendue depuis [[droits-connus]].\n"
    ),
}


@pytest.fixture
def found(tmp_path):
    """A strategy with a project."""
    return edition(tmp_path, FILES, PROJECT_KINDS, FRENCH)


def test_it_is_read(found):
    assert of_files(found.faults) == ()
    (project,) = found.strategy.all(Project)
    assert (project.label, project.standing, project.opened_on) == (
        "La maison des parents",
        "voted",
        When(2027, 3),
    )


def test_its_faults_are_placed_and_said_in_its_own_words(tmp_path):
    wrong = FILES | {"projets/maison-des-parents.md": "---\ntitre: x\netat: votée\nser: [y]\n---\n"}
    faults = of_files(edition(tmp_path, wrong, PROJECT_KINDS, FRENCH).faults)
    assert placed(faults) == [
        "projets/maison-des-parents.md:3:7 E-CHOICE error",
        "projets/maison-des-parents.md:4:1 E-KEY error",
    ]
    said = Reporter(FRENCH).text(faults)
    assert "vouliez-vous dire « voté » ?" in said
    assert "vouliez-vous dire « sert » ?" in said


def test_its_links_are_walked_both_ways(found):
    (project,) = found.strategy.all(Project)
    change = found.strategy.resolve.one("droits-connus")
    assert found.strategy.targets(project, "serves") == (change,)
    assert found.strategy.sources(change, "projects") == (project,)


def test_a_link_of_the_wrong_kind_is_a_fault(tmp_path):
    files = FILES | {
        "projets/autre.md": "---\ntitre: x\netat: voté\nsert: [maison-des-parents]\n---\n"
    }
    (fault,) = of_files(edition(tmp_path, files, PROJECT_KINDS, FRENCH).faults)
    assert fault.code == "E-REF-KIND"
    assert "est un projet, et « sert » demande un changement" in Reporter(FRENCH).sentence(fault)


def test_it_has_its_page_with_all_that_it_says(found):
    _, pages = pages_of(found)
    page = LexborHTMLParser(pages["projets/maison-des-parents/"])
    text = page.text()
    for said in ("La maison des parents", "voté", "mars 2027", "Ouvre le", "Un lieu où l’on entre"):
        assert said in text
    hrefs = [each.attributes["href"] for each in page.css("a[href]")]
    assert hrefs.count("../../changements/droits-connus/") == 2


def test_it_has_its_index_and_others_link_to_it(found):
    site, pages = pages_of(found)
    assert {page.address: page.title for page in site.pages}["projets/"] == "Projets"
    assert 'href="../projets/maison-des-parents/"' in pages["projets/"]
    assert "Ce que l’on bâtit." in pages["projets/"]
    change = LexborHTMLParser(pages["changements/droits-connus/"])
    assert "Projets qui y servent" in change.text()
    assert "../../projets/maison-des-parents/" in [e.attributes["href"] for e in change.css("a")]


def test_it_has_its_schema(found):
    site, _ = pages_of(found)
    assert "donnees/schemas/project.schema.json" in [each.address for each in site.downloads]
    said = schema(Project, FRENCH)
    assert list(flaws({}, said)) == [": required", ": required"]
    assert list(flaws({"titre": "x", "etat": "voté"}, said)) == []
    assert said["properties"]["etat"]["anyOf"][0] == {"enum": ["souhaité", "voté"]}
    assert said["properties"]["sert"]["x-relation"] == {"to": ["change"], "inverse": "projects"}
    assert said["description"] == "Ce que l’on bâtit."


def test_it_is_in_the_open_data(found):
    rows = json.loads("".join(strategy_json(found.strategy, found.addresses)))["records"]
    project = next(row for row in rows if row["kind"] == "project")
    assert project["opened_on"] == "2027-03"
    assert project["standing"] == "voted"
    assert project["address"] == "projets/maison-des-parents/"
    assert [link["identifier"] for link in project["links"]] == ["droits-connus"]
    change = next(row for row in rows if row["kind"] == "change")
    assert [link["name"] for link in change["linked_from"]] == ["projects"]
