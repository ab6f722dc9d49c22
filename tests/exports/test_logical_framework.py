"""The logical framework: what funders ask for, from the same records, with what it cannot say."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from tests.helpers import CHANGE, VISION, edition, golden, pages_of
from tests.pages.filled import parsed
from tests.story import SECRET, TOWN

from chemins.exports.logical_framework import COLUMNS, has_rows, logical_framework, rows
from chemins.locales import load
from chemins.strategy import strategy_of

GOLDEN = Path(__file__).parent / "goldens" / "cadre-logique.csv"


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return edition(tmp_path_factory.mktemp("town"), TOWN)


def file_of(edition) -> str:
    return "".join(logical_framework(edition.strategy, edition.addresses))


def table(text: str, separator: str = ";") -> list[list[str]]:
    """``text`` as a spreadsheet reads it."""
    return list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=separator))


def test_the_framework_of_a_town_is_as_agreed(town):
    golden(GOLDEN, file_of(town).replace("\r\n", "\n"))


def test_a_spreadsheet_in_french_reads_it(town):
    text = file_of(town)
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text.count("\r\n") == text.count("\n")
    read = table(text)
    assert {len(row) for row in read} == {len(COLUMNS)}
    assert read[0][:5] == [
        "Niveau",
        "Logique d’intervention",
        "Indicateurs",
        "Sources de vérification",
        "Hypothèses",
    ]


def test_it_goes_down_from_the_visions_to_the_activities(town):
    levels = [row.level.partition(" (")[0] for row in rows(town.strategy, town.addresses)]
    assert list(dict.fromkeys(levels)) == [
        "Objectif global",
        "Objectif spécifique",
        "Résultat",
        "Activité",
    ]
    assert len(levels) == 9


def test_it_ends_with_what_it_cannot_say_and_why_the_method_argues_against_it(town):
    last = table(file_of(town))
    assert last[-6] == [""] * len(COLUMNS)
    told = [row[1] for row in last[-5:]]
    assert {row[0] for row in last[-5:]} == {"À lire"}
    assert "pas la cause de la suivante" in told[1]
    assert "déconseille" in told[3]


def test_examples_and_links_that_are_examples_keep_their_mark(town):
    found = {row.logic: row for row in rows(town.strategy, town.addresses)}
    assert found["Un changement d’exemple (exemple)"].example == "Exemple écrit pour les essais"
    explained = found["Chaque famille trouve quelqu’un pour expliquer un courrier"]
    assert "hypothèse non écrite (lien d’exemple)" in explained.assumptions
    assert not explained.example


def test_every_row_of_the_demonstration_is_marked_as_the_example_that_it_is(demo):
    found = list(rows(demo.strategy, demo.addresses))
    *told, activity = found
    assert len(told) == 10
    assert all(row.example and row.logic.endswith("(exemple)") for row in told)
    assert activity.level == "Activité"
    assert "ne peut pas" in activity.logic


def test_what_nobody_agreed_to_publish_is_not_in_it(town):
    assert SECRET not in file_of(town)
    assert "Parole que personne" not in file_of(town)


@pytest.mark.parametrize("formula", ["=1+1", "+33 4", "-2", "@SUM(A1)", '=HYPERLINK("x";"y")'])
def test_no_cell_is_a_formula(tmp_path, formula):
    title = formula.replace('"', '\\"')
    change = CHANGE.replace("titre: Les parents connaissent leurs droits", f'titre: "{title}"')
    found = edition(tmp_path, {"changements/un.md": change})
    cells = [cell for row in table(file_of(found)) for cell in row]
    assert f"'{formula}" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_separator_a_quote_or_a_line_end_in_a_text_stays_in_its_cell(tmp_path):
    change = CHANGE.removesuffix("---\n") + 'preuve: "a ; b \\" c\\n\\nd"\n---\n'
    found = edition(tmp_path, {"changements/un.md": change})
    (row,) = [row for row in table(file_of(found)) if row[0].startswith("Résultat")]
    assert row[3].replace("\u202f", " ") == 'a ; b " c d.'


def test_in_english_the_separator_is_that_of_english_spreadsheets(town):
    english = strategy_of(town.strategy.records, town.strategy.kinds, load("en"))
    text = file_of(replace(town, strategy=english))
    assert table(text, ",")[0][0] == "Level"
    assert {len(row) for row in table(text, ",")} == {len(COLUMNS)}


def test_it_is_offered_on_the_page_of_data_and_nowhere_else(town):
    site, pages = pages_of(town)
    assert "donnees/cadre-logique.csv" in {each.address for each in site.downloads}
    linking = [
        address
        for address, html in pages.items()
        if any("cadre-logique" in node.attributes["href"] for node in parsed(html).css("a[href]"))
    ]
    assert linking == ["donnees/"]


def test_nothing_to_frame_offers_nothing(tmp_path):
    found = edition(tmp_path, {"acteurs/un.md": "---\nnom: Un\n---\n"})
    assert not has_rows(found.strategy)
    site, pages = pages_of(found)
    assert not [each for each in site.downloads if each.address.endswith(".csv")]
    assert "cadre-logique" not in pages["donnees/"]


def test_a_vision_alone_is_an_overall_objective(tmp_path):
    found = edition(tmp_path, {"visions/une.md": VISION})
    first, activity = rows(found.strategy, found.addresses)
    assert (first.logic, first.record) == ("Des enfants épanouis", "visions/une/")
    assert activity.record == ""
