"""The poster of a quartier: what one reads from two metres, and nothing invented."""

import pytest
from tests.helpers import DEMO
from tests.printing.looking import looks
from tests.printing.making import URL, named, sheets
from tests.strategies import strategy_files

from chemins.edition import edition_of
from chemins.printing.pdf import drawn
from chemins.records import KINDS

POSTER = "affiche-quartier-1-a3.pdf"
A3 = (841.9, 1190.6)
FROM_TWO_METRES = 19.9


def test_it_says_the_name_the_vision_what_moves_and_when_and_leads_to_the_page(tmp_path):
    files = strategy_files(9, quartiers=1)
    name = "changements/changement-3.md"
    state = "etat: premiers signes\nconstate_le: mars 2026\n"
    files[name] = files[name].replace("quartiers:", f"{state}quartiers:")
    files["seances/a.md"] = (
        "---\ntitre: Atelier des familles\ntype: atelier\ndate: 12/05/2026\n"
        "quartier: quartier-1\n---\n"
    )
    sheet = sheets(tmp_path, files)[POSTER]
    (look,) = looks(drawn(sheet))
    assert (look.width, look.height) == pytest.approx(A3, abs=0.1)
    for said in (
        "Quartier n° 1",
        "Ce que l’on souhaite",
        "Un quartier où l’on reste",
        "Atelier, 12 mai 2026",
        "Atelier des familles",
        "premiers signes · mars 2026",
        "Les structures s’accordent (3)",
        "Démonstration : ce site n’est pas publié par Val-Fleuri.",
        f"{URL}quartiers/quartier-1/",
    ):
        assert said in look.words, said
    assert "Le centre ouvre le soir" not in look.words, "nobody has seen that change yet"


def test_it_is_read_from_two_metres_but_for_who_speaks(tmp_path):
    files = strategy_files(60, long_titles=True, quartiers=1)
    files = {
        path: said.replace("quartiers:", "etat: en cours\nquartiers:")
        for path, said in files.items()
    }
    (look,) = looks(drawn(sheets(tmp_path, files)[POSTER]))
    foot = 180
    above = [each for each in look.characters if each.bottom > foot]
    assert min(each.size for each in above) >= FROM_TWO_METRES
    assert not look.outside(12)
    assert not look.overlapping()
    assert "autres, sur la page du quartier" in look.words


@pytest.mark.parametrize(
    "name", ["Les Lilas", "Anticonstitutionnellement – Saint-Jean " * 4, "X" * 60]
)
def test_a_quartier_of_which_nothing_is_written_has_its_name_and_a_way_to_its_page(tmp_path, name):
    files = {"quartiers/q.md": f"---\nnom_officiel: {name}\n---\n"}
    (look,) = looks(drawn(sheets(tmp_path, files)["affiche-q-a3.pdf"]))
    assert "".join(name.split()) in "".join(look.words.split())
    assert f"{URL}quartiers/q/" in look.words
    assert not look.outside(12)
    assert not look.overlapping()


def test_the_demonstration_shows_its_outlines_and_who_publishes_them():
    made = named(edition_of(DEMO, KINDS))
    sheet = made["affiche-centre-ville-a3.pdf"]
    assert "<title>Contour du quartier\u00a0: Centre ville</title>" in sheet.html
    assert "Source\u00a0: ANCT" in sheet.html
    assert "Démonstration\u00a0: ce site" in sheet.html


def test_the_headline_of_a_stage_stands_on_no_sheet():
    for sheet in named(edition_of(DEMO, KINDS)).values():
        assert "chouf" not in sheet.html.lower(), sheet.address


def test_what_moves_shows_where_nothing_else_is_written(tmp_path):
    files = {
        "quartiers/q.md": "---\nnom_officiel: Les Lilas\nillustratif: oui\n---\n",
        "changements/c.md": (
            "---\ntitre: Le centre ouvre le soir\nporte_sur: pratiques\nhorizon: court\n"
            "quartiers: [q]\netat: en cours\n---\n"
        ),
    }
    (look,) = looks(drawn(sheets(tmp_path, files)["affiche-q-a3.pdf"]))
    assert "Le centre ouvre le soir" in look.words
    assert "Exemple" in look.words, "the quartier is one"
    assert not look.overlapping()


def test_long_titles_many_municipalities_and_long_addresses_stay_apart(tmp_path):
    communes = ", ".join(f"Saint-Martin-sur-Ouvèze {number}" for number in range(30))
    files = {
        "territoire.md": f"---\ntitre: {'Un contrat de ville ' * 9}\nnom: {'Val-Fleuri ' * 12}\n"
        "demonstration: oui\n---\n",
        "quartiers/q.md": f"---\nnom_officiel: Les Lilas\ncommunes: [{communes}]\n---\n",
    }
    url = f"https://www.{'communaute-d-agglomeration.' * 3}exemple.fr/{'contrat-de-ville/' * 5}"
    (look,) = looks(drawn(sheets(tmp_path, files, url)["affiche-q-a3.pdf"]))
    assert not look.outside(12)
    assert not look.overlapping()
    assert "Saint-Martin-sur-Ouvèze 0" in look.words
