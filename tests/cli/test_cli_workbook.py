"""``chemins export tableur`` and ``import tableur``, as an officer types them."""

import pytest
from click.testing import CliRunner
from tests.helpers import CHANGE, VISION, written
from tests.workbooks import added, cell, openpyxl

from chemins.cli import main

FILES = {
    "mkdocs.yml": "site_name: x\ndocs_dir: content\nplugins: [chemins/strategy]\n",
    "content/visions/lac.md": VISION,
    "content/changements/droits.md": CHANGE.replace("---\n", "---\n", 1).replace(
        "horizon: moyen\n", "horizon: moyen  # vu en comité\ncontribue_a: [lac]\n"
    ),
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(written(tmp_path, FILES))
    assert run("export", "tableur", "s.xlsx").exit_code == 0
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def changed(act):
    book = openpyxl.load_workbook("s.xlsx")
    act(book)
    book.save("s.xlsx")


def test_nothing_changes_without_a_change(here):
    result = run("import", "tableur", "s.xlsx")
    assert (result.exit_code, result.output) == (
        0,
        "Rien à changer : le classeur dit ce que disent les fiches.\n",
    )


def test_what_changes_is_shown_then_written(here):
    def act(book):
        cell(book["Changements"], "Horizon", 3).value = "long"
        added(book["Visions"], Titre="L’été")

    changed(act)
    said = (
        "1 fiche modifiée :\n"
        "   content/changements/droits.md  Les parents connaissent leurs droits : Horizon\n"
        "1 fiche nouvelle :\n"
        "   content/visions/l-ete.md  L’été\n"
    )
    trial = run("import", "tableur", "s.xlsx", "--dry-run")
    assert trial.output == f"{said}Essai, rien n’est écrit.\n"
    assert not (here / "content/visions/l-ete.md").exists()
    assert run("import", "tableur", "s.xlsx").output == f"{said}Ensuite : chemins check\n"
    text = (here / "content/changements/droits.md").read_text("utf-8")
    assert "horizon: long  # vu en comité\n" in text


def test_a_record_goes_only_when_somebody_says_so(here):
    changed(lambda book: book["Visions"].delete_rows(3))
    told = run("import", "tableur", "s.xlsx")
    assert told.exit_code == 0
    assert told.output == (
        "1 fiche n’a plus de ligne dans le classeur :\n"
        "   content/visions/lac.md  Des enfants épanouis\n"
        "      citée par content/changements/droits.md (Contribue à)\n"
        "Cette fiche reste. Pour l’effacer : --remove\n"
    )
    assert (here / "content/visions/lac.md").exists()
    gone = run("import", "tableur", "s.xlsx", "--remove")
    assert "1 fiche effacée." in gone.output
    assert not (here / "content/visions/lac.md").exists()


def test_a_fault_writes_nothing(here):
    def act(book):
        cell(book["Changements"], "Horizon", 3).value = "jamais"
        added(book["Visions"], Titre="L’été")

    changed(act)
    result = run("import", "tableur", "s.xlsx")
    assert result.exit_code == 1
    assert "s.xlsx, feuille « Changements », ligne 3, colonne « Horizon » (" in result.output
    assert result.output.endswith("Rien n’a été écrit.\n")
    assert not (here / "content/visions/l-ete.md").exists()


def test_a_workbook_is_not_replaced_unasked(here):
    result = run("export", "tableur", "s.xlsx")
    assert result.exit_code == 2
    assert "s.xlsx" in result.output
    assert run("export", "tableur", "s.xlsx", "--force").exit_code == 0
    assert run("export", "tableur", "s.ods").exit_code == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0x", b"{}"])
def test_what_is_no_workbook_is_said_in_a_sentence(here, data):
    (here / "x.xlsx").write_bytes(data)
    result = run("import", "tableur", "x.xlsx")
    assert result.exit_code == 1
    assert "E-SHEET-FILE" in result.output
    assert "Traceback" not in result.output


def test_records_that_cannot_be_read_come_first(here):
    (here / "content/visions/x.md").write_text("---\ntitre: [\n---\n")
    for command in (("export", "tableur", "y.xlsx"), ("import", "tableur", "s.xlsx")):
        result = run(*command)
        assert result.exit_code == 1
        assert "content/visions/x.md" in result.output
