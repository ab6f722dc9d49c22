"""What is done and what was promised, as tables for those who work in spreadsheets."""

import csv
from io import StringIO

import pytest
from tests.doing import DOING
from tests.helpers import edition, pages_of

from chemins.exports.actions import actions_csv, commitments_csv


@pytest.fixture(scope="module")
def doing(tmp_path_factory):
    return edition(tmp_path_factory.mktemp("doing"), DOING)


def table(pieces) -> list[dict[str, str]]:
    """What a spreadsheet in French reads."""
    text = "".join(pieces)
    assert text.startswith("\ufeff")
    rows = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    return [{name: cell.replace("\u00a0", " ") for name, cell in row.items()} for row in rows]


def test_an_action_is_a_line_with_its_sums_by_what_they_are_taken_from(doing):
    rows = {row["Identifiant"]: row for row in table(actions_csv(doing.strategy, doing.addresses))}
    assert list(rows) == ["cafe-des-parents", "halls", "navette", "permanence"]
    cafe = rows["cafe-des-parents"]
    assert cafe["Statut"] == "en cours"
    assert cafe["Porteur"] == "CCAS du Val-Fleuri"
    assert cafe["Partenaires"] == "La Maison des familles | Val-Fleuri Habitat"
    assert cafe["Quartiers"] == "Les Lilas | Les Mimosas"
    assert (cafe["Début"], cafe["Fin"]) == ("2025-03", "2026-12")
    assert cafe["droit commun (€)"] == "8000,50"
    assert cafe["crédits spécifiques (€)"] == "3500"
    assert cafe["Adresse de la fiche"] == "actions/cafe-des-parents/"
    assert rows["navette"]["droit commun (€)"] == ""


def test_a_commitment_has_a_line_a_year_and_one_when_nothing_is_told(doing):
    rows = table(commitments_csv(doing.strategy))
    said = [(row["Signataire"], row["Engagement"], row["Année"], row["État"]) for row in rows]
    opening = "Ouvrir un lieu d’accueil dans chaque quartier"
    assert said == [
        ("CCAS du Val-Fleuri", opening, "2024", "pas commencé"),
        ("CCAS du Val-Fleuri", opening, "2025", "tenu en partie"),
        ("CCAS du Val-Fleuri", "Former ses agents à l’accueil", "", ""),
        ("Val-Fleuri Habitat", "Repeindre les halls avec les locataires", "", ""),
        ("Caisse d’allocations familiales", "", "", ""),
    ]


def test_no_cell_is_a_formula(tmp_path):
    files = {"actions/a.md": "---\ntitre: =SOMME(A1)\nstatut: en cours\nporteur: '+33'\n---\n"}
    found = edition(tmp_path, files)
    (row,) = table(actions_csv(found.strategy, found.addresses))
    assert not row["Titre"].startswith("=")
    assert not row["Porteur"].startswith("+")


def test_the_tables_are_offered_where_there_is_something_in_them(doing, tmp_path):
    tables = {"donnees/actions.csv", "donnees/engagements.csv"}
    assert tables <= {each.address for each in pages_of(doing)[0].downloads}
    bare = pages_of(edition(tmp_path, {"visions/v.md": "---\ntitre: Une ville\n---\n"}))
    assert not tables & {each.address for each in bare[0].downloads}
