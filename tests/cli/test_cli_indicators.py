"""``chemins import indicateurs``: a table becomes indicators, and no figure is copied."""

import pytest
from click.testing import CliRunner
from tests.helpers import edition, of_files, written

from chemins.cli import main
from chemins.records import Indicator

SETTINGS = "site_name: x\ndocs_dir: content\nplugins: [chemins/strategy]\n"
TABLE = (
    "\ufeffCODGEO;LIBGEO;DEP;TX_POV;POP\r\nQN 999 01M;Les Lilas;84;12,5;1 200\r\n"
    "QN 999 02M;Les Mimosas;84;s;\r\nQN 010 01M;Ailleurs;01;40;7\r\n"
)
FILES = {
    "mkdocs.yml": SETTINGS,
    "content/territoire.md": "---\ntitre: Un\nnom: Ici\ndemonstration: oui\n---\n",
    "content/quartiers/lilas.md": "---\nnom_officiel: Les Lilas\ncode_qp: QN99901M\n---\n",
    "content/quartiers/mimosas.md": "---\nnom_officiel: Les Mimosas\ncode_qp: QN99902M\n---\n",
    "Chiffres 2021.csv": TABLE,
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(written(tmp_path, FILES))
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, ["import", "indicateurs", *arguments])


def test_asked_nothing_it_lists_the_columns_that_count_and_writes_nothing(here):
    result = run("Chiffres 2021.csv")
    assert result.exit_code == 2
    assert "2 colonnes de chiffres sur vos quartiers" in result.output
    assert "   TX_POV (1 valeur, 1 absence)\n   POP (1 valeur, 1 absence)\n" in result.output
    assert "LIBGEO" not in result.output
    assert not (here / "content/indicateurs").exists()


def test_each_chosen_column_is_an_indicator_that_reads_the_table_as_it_came(here):
    titled = "TX_POV=Taux de pauvreté"
    result = run("Chiffres 2021.csv", "--column", titled, "--column", "pop", "--date", "2021")
    assert result.exit_code == 0, result.output
    assert (here / "content/donnees/chiffres-2021.csv").read_bytes() == TABLE.encode()
    assert (here / "content/indicateurs/taux-de-pauvrete.md").read_text("utf-8") == (
        "---\ntitre: Taux de pauvreté\nserie:\n  fichier: ../donnees/chiffres-2021.csv\n"
        "  colonne: TX_POV\n  date: 2021\n---\n"
    )
    found = edition(here / "content", {})
    assert of_files(found.faults) == ()
    read = {each.title: each.values for each in found.strategy.all(Indicator)}
    assert [(v.quartier, v.value, bool(v.gap)) for v in read["Taux de pauvreté"]] == [
        ("lilas", 12.5, False),
        ("mimosas", None, True),
    ]
    again = run("Chiffres 2021.csv", "--all", "--date", "2021")
    assert "2 indicateurs lisent déjà ce tableau" in again.output


def test_what_cannot_be_is_said_with_its_cell_and_writes_nothing(here):
    (here / "t.csv").write_text(
        "code;taux;age\nQN99901M;beaucoup;1\nQN99902M;3;1\nQN99902M;3;1\nQN99902M;4;1\n"
    )
    result = run("t.csv", "--all", "--date", "2021")
    assert result.exit_code == 1
    assert "t.csv:2:10  E-NUMBER  « beaucoup », sous « taux »" in result.output
    assert result.output.count("t.csv:4:") == 1
    assert "Rien n’a été écrit." in result.output
    assert not (here / "content/indicateurs").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Chiffres 2021.csv", "--all"), "Rien ne dit de quand datent ces chiffres"),
        (("Chiffres 2021.csv", "--all", "--date", "hier"), "hier"),
        (("Chiffres 2021.csv", "--column", "TX_PV", "--date", "2021"), "« TX_POV »"),
        (("absent.csv", "--all"), "le fichier n’existe pas"),
        (("mkdocs.yml", "--all"), "ce n’est pas un fichier CSV"),
    ],
)
def test_what_is_lacking_is_asked_for(here, arguments, said):
    result = run(*arguments)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert not (here / "content/indicateurs").exists()


def test_another_table_of_the_same_name_is_not_written_over(here):
    run("Chiffres 2021.csv", "--column", "POP", "--date", "2021")
    (here / "Chiffres 2021.csv").write_text(TABLE.replace("12,5", "13"), "utf-8")
    result = run("Chiffres 2021.csv", "--column", "TX_POV", "--date", "2021")
    assert result.exit_code == 1
    assert "un autre tableau de ce nom" in result.output
