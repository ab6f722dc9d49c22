"""The workbook that a team opens: a sheet a kind, drop-downs, dates, help, the same bytes."""

import io
import zipfile

import pytest
from tests.helpers import edition, written
from tests.workbooks import cell, copied, opened

from chemins.exports.workbook import MAX_CELL, workbook_of, workshop
from chemins.forms.workbook import MAX_TITLE, sheets_of, workshop_of
from chemins.locales import LANGUAGES, fold, load
from chemins.reading import read
from chemins.records import KINDS


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    content = copied(tmp_path_factory.mktemp("exemple"))
    return content, workbook_of(content.records, KINDS, content.locale, "classeur.xlsx")


@pytest.fixture(scope="module")
def book(whole):
    return opened(whole[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_and_headings_are_told_apart_in_each_language(language):
    sheets = sheets_of(KINDS, load(language))
    titles = [fold(each.title) for each in sheets]
    assert len(set(titles)) == len(titles)
    assert all(len(each.title) <= MAX_TITLE for each in sheets)
    for sheet in sheets:
        headings = [fold(each.title) for each in sheet.columns]
        assert len(set(headings)) == len(headings), sheet.title


def test_the_same_records_give_the_same_bytes(whole):
    content, data = whole
    assert workbook_of(content.records, KINDS, content.locale, "classeur.xlsx") == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {2000}


def test_headings_are_protected_frozen_and_explained(book):
    page = book["Changements"]
    assert page.protection.sheet
    assert page.freeze_panes == "C3"
    assert page["B1"].protection.locked
    assert not page["B3"].protection.locked
    assert not page.column_dimensions["B"].protection.locked
    assert all(each.value for each in page[2])
    assert page.column_dimensions["A"].hidden


def test_choices_and_records_are_chosen_from_a_list(book):
    page = book["Changements – Contribue à"]
    rules = {str(each.sqref).split(":")[0]: each for each in page.data_validations.dataValidation}
    choices = book["_choix"]
    assert choices.sheet_state == "hidden"
    column = cell(page, "Vers", 3).column_letter
    rule = rules[f"{column}3"]
    assert rule.formula1.startswith("'_choix'!")
    assert not rule.showErrorMessage, "a title that is new may be typed"
    strict = rules[f"{cell(page, 'Solidité', 3).column_letter}3"]
    assert strict.showErrorMessage


def test_links_show_titles_and_keep_identifiers_out_of_sight(book):
    page = book["Changements – liens"]
    assert page.column_dimensions["A"].hidden
    assert page.column_dimensions["B"].hidden
    assert cell(page, "Rang", 3).value == "who_changes.1"
    assert " " in cell(page, "Changement", 3).value


FILES = {"glossaire/qpv.md": "---\nterme: QPV\ndefinition: =1+1\n---\n"}


def test_what_begins_with_an_equals_sign_is_a_text(tmp_path):
    content = read(written(tmp_path, FILES), KINDS)
    data = workbook_of(content.records, KINDS, content.locale, "x.xlsx")
    found = cell(opened(data)["Glossaire"], "Définition", 3)
    assert (found.value, found.data_type) == ("=1+1", "s")


def test_a_text_that_no_cell_holds_is_a_fault_at_its_field(tmp_path):
    long = f"---\nterme: QPV\ndefinition: {'a' * (MAX_CELL + 1)}\n---\n"
    content = read(written(tmp_path, {"glossaire/qpv.md": long}), KINDS)
    (fault,) = workbook_of(content.records, KINDS, content.locale, "x.xlsx")
    assert (fault.code, fault.place.path, fault.place.line) == (
        "E-SHEET-LONG",
        "glossaire/qpv.md",
        3,
    )
    assert fault.values["title"] == "QPV"


def test_a_workshop_has_few_sheets_and_few_columns(whole):
    content, _ = whole
    book = opened(workshop(content.records, KINDS, content.locale, "atelier.xlsx"))
    titles = [each.title for each in workshop_of(KINDS, content.locale)]
    assert book.sheetnames == ["Mode d’emploi", *titles, "_choix"]
    assert titles == [
        "Séances",
        "Séances – Ce qui s’est dit",
        "Visions",
        "Changements",
        "Changements – Contribue à",
    ]
    assert [each.value for each in book["Changements"][1]] == [
        *("Identifiant", "Titre *", "Porte sur *", "Horizon *", "Récit"),
    ]
    assert book["Visions"].max_row == 2


def test_two_records_of_the_same_title_are_told_apart(tmp_path):
    change = "---\ntitre: Le lac\nporte_sur: savoirs\nhorizon: court\n---\n"
    files = {f"changements/{name}.md": change for name in ("lac", "lac-2")}
    found = edition(tmp_path, files)
    book = opened(workbook_of(found.content.records, KINDS, found.content.locale, "x.xlsx"))
    listed = {each.value for row in book["_choix"].iter_rows() for each in row}
    assert {"Le lac (changements/lac)", "Le lac (changements/lac-2)"} <= listed
