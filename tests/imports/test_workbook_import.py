"""A workbook comes back: what a person changed changes, and not a byte more."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.helpers import golden
from tests.workbooks import added, brought, cell, copied, difference, opened, row_of

from chemins.exports.workbook import workbook_of
from chemins.faults.report import Reporter
from chemins.imports.workbook import importing
from chemins.reading import read
from chemins.records import KINDS
from chemins.writing import written_together

GOLDENS = Path(__file__).parent / "goldens"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The workbook of the example."""
    content = copied(tmp_path_factory.mktemp("exemple"))
    data = workbook_of(content.records, KINDS, content.locale, "classeur.xlsx")
    assert isinstance(data, bytes)
    return content, data


@pytest.fixture
def book(whole):
    return opened(whole[1])


def change(whole, book):
    found = brought(book, whole[0])
    assert [each.code for each in found.faults] == []
    return found, difference(found, whole[0])


def test_the_same_workbook_changes_nothing(whole, book):
    found, _ = change(whole, book)
    assert (dict(found.files), found.changed, found.added, found.gone) == ({}, (), (), ())


@pytest.mark.parametrize(
    ("sheet", "heading", "said", "now", "lines"),
    [
        ("Changements", "Horizon", "court", "long", ["-horizon: court", "+horizon: long"]),
        ("Actions – Financements", "Montant", 12000, 12500.5, ["12000", "12500,5"]),
        ("Séances – Présents", "Combien", 46, 47, ["habitants: 46", "habitants: 47"]),
    ],
)
def test_one_cell_changes_one_line_of_one_file(whole, book, sheet, heading, said, now, lines):
    page = book[sheet]
    cell(page, heading, row_of(page, heading, said)).value = now
    _, told = change(whole, book)
    (shown,) = told.values()
    assert len(shown) == 2
    assert all(line in each for line, each in zip(lines, shown, strict=True))


@pytest.mark.sweep
def test_each_first_cell_of_each_sheet_changes_one_file(whole):
    for name in opened(whole[1]).sheetnames[1:-1]:
        book = opened(whole[1])
        page = book[name]
        texts = [c for c in page[3] if isinstance(c.value, str) and page[1][c.column - 1].value]
        for each in texts:
            heading = page[1][each.column - 1].value.rstrip(" *")
            if heading in ("Récit", "En bref", "Hypothèse", "Bilan", "Réponse", "Avis"):
                each.value = re.sub(r"\w+", "autrement", each.value, count=1)
                _, told = change(whole, book)
                assert [len(lines) for lines in told.values()] == [2], (name, heading, told)
                break


def test_a_date_is_a_date_and_a_month_stays_a_month(whole, book):
    page = book["Contrat"]
    assert cell(page, "Signé le", 3).value.date() == date(2024, 6, 28)
    assert cell(page, "Période : Début", 3).value == "juin 2024"
    cell(page, "Période : Début", 3).value = "juillet 2024"
    _, told = change(whole, book)
    assert told == {
        "contrat.md": [
            "-periode: {debut: juin 2024, fin: décembre 2030}",
            "+periode: {debut: 2024-07, fin: décembre 2030}",
        ]
    }


def test_a_new_row_makes_a_record_that_others_can_name_at_once(whole, book):
    added(book["Visions"], Titre="L’été au lac", Récit="On s’y baigne.")
    added(
        book["Changements"],
        **{"Titre": "Le lac est propre", "Porte sur": "pratiques", "Horizon": "long"},
    )
    added(
        book["Changements – Contribue à"],
        Changement="Le lac est propre",
        Vers="L’été au lac",
    )
    found, _ = change(whole, book)
    assert {path: data.decode() for path, data in found.files.items()} == {
        "visions/l-ete-au-lac.md": "---\ntitre: L’été au lac\n---\nOn s’y baigne.\n",
        "changements/le-lac-est-propre.md": (
            "---\ntitre: Le lac est propre\nporte_sur: pratiques\nhorizon: long\n"
            "contribue_a:\n  - vers: l-ete-au-lac\n---\n"
        ),
    }


def test_a_link_more_is_one_line(whole, book):
    page = book["Changements – liens"]
    first = cell(page, "Changement", 3).value
    added(page, Changement=first, Lien="Quartiers", Vers="Le Faubourg")
    _, told = change(whole, book)
    (shown,) = told.values()
    assert len(shown) == 2
    assert shown[1].startswith("+quartiers: [")


def test_a_row_that_is_taken_out_is_a_record_that_goes_and_those_that_name_it_are_told(whole, book):
    page = book["Visions"]
    path = cell(page, "Identifiant", 3).value
    page.delete_rows(3)
    found = brought(book, whole[0])
    assert [each.path for each in found.gone] == [f"visions/{path}.md"]
    assert found.gone[0].cited_by
    assert not found.files


def test_sorted_rows_moved_columns_and_blank_rows_change_nothing(whole, book):
    page = book["Actions – Étapes"]
    rows = [[c.value for c in row] for row in page.iter_rows(min_row=3)]
    for number, values in enumerate(sorted(rows, key=lambda each: str(each[3]))):
        for column, value in enumerate(values, start=1):
            page.cell(3 + number, column).value = value
    page.insert_rows(8, 3)
    acteurs = book["Acteurs"]
    for row in acteurs.iter_rows():
        row[1].value, row[2].value = row[2].value, row[1].value
    _found, told = change(whole, book)
    assert told == {}


def test_blanks_and_no_break_spaces_are_no_change(whole, book):
    for row in book["Changements"].iter_rows(min_row=3):
        if isinstance(row[1].value, str):
            row[1].value = row[1].value.replace(" ", "\u00a0") + "  "
    assert change(whole, book)[1] == {}


def test_merged_cells_say_the_same_for_all(whole, book):
    page = book["Changements – Contribue à"]
    title = cell(page, "Changement", 3).value
    start = added(page, Changement=title, Vers="Le Faubourg")
    seen = list(titles_in(book["Visions"]))[:2]
    for step, vision in enumerate(seen):
        cell(page, "Vers", start + step).value = vision
    column = cell(page, "Changement", start).column_letter
    page.merge_cells(f"{column}{start}:{column}{start + 1}")
    _found, told = change(whole, book)
    assert len(told) == 1


def titles_in(page):
    return [cell(page, "Titre", row).value for row in range(3, page.max_row + 1)]


def test_ten_mistakes_are_ten_messages_that_an_officer_understands(whole, book):
    changes, actions = book["Changements"], book["Actions"]
    cell(changes, "Horizon", 4).value = "moyenne"
    cell(changes, "Titre", 5).value = None
    cell(changes, "Constaté le", 6).value = "32/13/2024"
    cell(book["Actions – Financements"], "Montant", 3).value = "douze mille"
    cell(book["Changements – liens"], "Vers", 3).value = "Le Fauboug"
    cell(book["Actions – Contribue à"], "Vers", 4).value = "Une vision qui n’existe pas du tout"
    cell(book["Acteurs"], "Contact : Courriel", 3).value = "mairie arobase ville"
    cell(book["Quartiers"], "Code officiel", 3).value = "QN1"
    cell(actions, "Exemple", 3).value = "peut-être"
    added(book["Actions – Étapes"], Action="Une action inconnue", Étape="Commencer")
    cell(book["Glossaire"], "Terme", 1).value = "Mot"
    cell(book["Séances – Présents"], "Combien", 3).value = "=1/0"
    found = brought(book, whole[0])
    assert found.is_refused
    assert not found.files
    said = Reporter(whole[0].locale).text(found.faults)
    here = f"{whole[0].folder.parent.as_posix()}/"
    golden(GOLDENS / "ten-mistakes.txt", said.replace(here, "") + "\n")


def test_text_that_begins_with_an_equals_sign_stays_text(whole, book):
    cell(book["Glossaire"], "Sigle", 3).value = "'=SOMME"
    page = book["Visions"]
    target = cell(page, "Récit", 3)
    target.value = "=SOMME(A1:A2) est une formule"
    target.data_type = "s"
    _, told = change(whole, book)
    assert any("+=SOMME(A1:A2) est une formule" in lines for lines in told.values())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_file_of_one_kind_adds_its_rows(whole, tmp_path, encoding):
    file = tmp_path / "changements.csv"
    said = "Titre;Porte sur;Horizon\r\nL’été, on se baigne;modes de vie;long\r\n"
    said = said.replace("modes de vie", "pratiques")
    file.write_bytes(said.encode(encoding))
    found = importing(file, whole[0], KINDS)
    assert [each.code for each in found.faults] == []
    assert list(found.files) == ["changements/l-ete-on-se-baigne.md"]
    assert found.gone == ()


def test_a_workbook_that_is_brought_in_again_adds_nothing(tmp_path):
    content = copied(tmp_path)
    data = workbook_of(content.records, KINDS, content.locale, "classeur.xlsx")
    book = opened(data)
    added(book["Changements"], **{"Titre": "Le lac", "Porte sur": "pratiques", "Horizon": "long"})
    page = book["Changements – Contribue à"]
    vision = cell(page, "Vers", 3).value
    added(page, Changement="Le lac", Vers=vision, Hypothèse="On s’y retrouve.")
    added(book["Changements – liens"], Changement="Le lac", Lien="Quartiers", Vers="Le Faubourg")
    added(book["Actions – Étapes"], Action=titles_in(book["Actions"])[0], Étape="Recommencer")
    first = brought(book, content)
    assert [each.code for each in first.faults] == []
    assert len(first.files) == 2
    written_together({content.folder / name: data for name, data in first.files.items()})
    again = brought(book, read(content.folder, KINDS))
    assert [each.code for each in again.faults] == []
    assert difference(again, content) == {}
    assert again.gone == ()


@pytest.mark.sweep
def test_what_was_written_since_the_export_is_kept(tmp_path):
    content = copied(tmp_path)
    book = opened(workbook_of(content.records, KINDS, content.locale, "classeur.xlsx"))
    new = content.folder / "changements/depuis.md"
    new.write_text(
        "---\ntitre: Depuis\nporte_sur: savoirs\nhorizon: court\nquartiers: [faubourg]\n"
        "contribue_a: [x]\n---\nUn récit.\n"
    )
    found = brought(book, read(content.folder, KINDS))
    assert (dict(found.files), found.gone) == ({}, ())


@pytest.mark.sweep
def test_titles_that_changed_are_still_known_when_the_workbook_comes_again(tmp_path):
    content = copied(tmp_path)
    book = opened(workbook_of(content.records, KINDS, content.locale, "classeur.xlsx"))
    cell(book["Actions"], "Titre", 3).value = "Un tout autre titre"
    cell(book["Contrat – Engagements"], "Engagement", 3).value = "Un autre engagement"
    first = brought(book, content)
    assert [len(lines) for lines in difference(first, content).values()] == [2, 2]
    written_together({content.folder / name: data for name, data in first.files.items()})
    again = brought(book, read(content.folder, KINDS))
    assert ([each.code for each in again.faults], dict(again.files)) == ([], {})


def test_a_record_that_was_called_otherwise_is_still_shown_by_its_title(tmp_path):
    written_together(
        {
            tmp_path / "quartiers/lilas.md": b"---\nnom_officiel: Lilas\n"
            b"anciens_noms: [qn99901m]\n---\n",
            tmp_path / "visions/v.md": b"---\ntitre: Une vision\nquartiers: [qn99901m]\n---\n",
        }
    )
    content = read(tmp_path, KINDS)
    data = workbook_of(content.records, KINDS, content.locale, "classeur.xlsx")
    page = opened(data)["Visions – liens"]
    assert cell(page, "Vers", row_of(page, "Lien", "Quartiers")).value == "Lilas"
    found = brought(opened(data), content)
    assert (dict(found.files), found.faults) == ({}, ())


def test_a_part_that_is_begun_says_which_of_its_cells_is_asked_for(whole, book):
    page = book["Actions"]
    row = added(page, Titre="Une permanence", Statut="en cours")
    cell(page, "Lieu : Téléphone", row).value = "02 48 00 00 00"
    (wrong,) = brought(book, whole[0]).faults
    said = Reporter(whole[0].locale)
    assert said.sentence(wrong) == "Il manque « Lieu : Nom »."
    assert said.hint(wrong) == (
        "remplissez cette case, ou videz les autres cases « Lieu : … » de cette ligne"
    )


def test_what_a_spreadsheet_took_for_a_number_is_what_a_person_typed(whole, book):
    """A cell pasted without its format: a day is a count of days, an hour a share of one."""
    sessions, actions = book["Séances"], book["Actions"]
    for row in range(3, sessions.max_row + 1):
        day, start = cell(sessions, "Date", row), cell(sessions, "Commence à", row)
        if isinstance(day.value, datetime):
            day.value, day.number_format = (day.value - datetime(1899, 12, 30)).days, "General"
        if start.value:
            hour, minute = map(int, str(start.value).split(":")[:2])
            start.value, start.number_format = (hour + minute / 60) / 24, "General"
    for row in range(3, actions.max_row + 1):
        phone = cell(actions, "Lieu : Téléphone", row)
        if phone.value:
            phone.value = int("".join(filter(str.isdigit, phone.value)))
    found, _ = change(whole, book)
    assert dict(found.files) == {}


def test_a_telephone_that_has_lost_its_zero_finds_it_again(whole, book):
    row = row_of(book["Actions"], "Titre", "Des médiateurs dehors, le soir")
    cell(book["Actions"], "Lieu : Téléphone", row).value = 248001122
    _, told = change(whole, book)
    assert "02 48 00 11 22" in str(told)
