"""``chemins forms`` and ``chemins import correction``, as an officer types them."""

import pytest
import yaml
from click.testing import CliRunner
from tests.helpers import written
from tests.imports.bodies import body_of, form_of

from chemins.cli import main

ACTION = form_of("correction-action")
RECORD = """\
---
titre: La maison des parents
statut: en cours  # vu en comité
contribue_a: [droits]
valide_par: le comité
valide_le: 01/02/2026
---
Le récit.
"""
CHANGE = "titre: Les parents connaissent leurs droits\nporte_sur: pratiques\nhorizon: moyen\n"
FILES = {
    "mkdocs.yml": "site_name: x\ndocs_dir: content\nplugins: [chemins/strategy]\n",
    "content/actions/maison.md": RECORD,
    "content/changements/droits.md": f"---\n{CHANGE}---\n",
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(written(tmp_path, FILES))
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def answered(folder, **answers: str) -> None:
    said = {ACTION.target.label: "La maison des parents"}
    said |= {label.replace("_", " "): text for label, text in answers.items()}
    (folder / "12.md").write_text(body_of(ACTION, said), "utf-8")


def test_the_forms_are_written_where_github_looks(here):
    result = run("forms")
    assert result.output == "12 formulaires écrits dans .github/ISSUE_TEMPLATE\n"
    for path in (here / ".github/ISSUE_TEMPLATE").iterdir():
        assert yaml.safe_load(path.read_text("utf-8"))["body"]
    assert run("forms", "ailleurs").exit_code == 0
    assert len(list((here / "ailleurs").iterdir())) == 12


def test_a_correction_is_shown_then_brought_in(here):
    answered(here, Statut="terminée", **{"D’où le savez-vous ?": "Le comité du 3 mai."})
    said = (
        "content/actions/maison.md (La maison des parents)\n"
        "   Statut : en cours → terminée\n"
        "D’où l’auteur le sait : Le comité du 3 mai.\n"
        "Cette fiche était approuvée (le comité). Ses mots changent : « valide_par » et "
        "« valide_le » sont retirés ; relisez-la, puis approuvez-la de nouveau.\n"
    )
    trial = run("import", "correction", "12.md", "--dry-run")
    assert trial.exit_code == 0
    assert f"Ce que cette correction changerait : {said}" in trial.output
    assert (
        "\n-statut: en cours  # vu en comité\n+statut: terminée  # vu en comité\n" in trial.output
    )
    assert (here / "content/actions/maison.md").read_text("utf-8") == RECORD
    done = run("import", "correction", "12.md")
    assert f"Correction reprise : {said}" in done.output
    assert done.output.endswith("Ensuite : relisez la fiche, puis chemins check\n")
    assert (here / "content/actions/maison.md").read_text("utf-8") == RECORD.replace(
        "en cours", "terminée"
    ).replace("valide_par: le comité\nvalide_le: 01/02/2026\n", "")
    again = run("import", "correction", "12.md")
    assert (again.exit_code, "E-CORRECTION-SAME" in again.output) == (1, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Voir [[rien-du-tout]].", "E-REF"),
        ("Voir [la page](nulle-part.md).", "E-LINK"),
        ("Demander à Mme Dupont.", "W-PERSON"),
        ("Appeler le 06 12 34 56 78.", "W-PERSON"),
        ("Un\u2066 mot", "E-CHARACTER"),
    ],
)
def test_nothing_is_written_that_the_check_would_refuse(here, text, code):
    answered(here, Comment_participer=text)
    result = run("import", "correction", "12.md")
    assert result.exit_code == 1
    assert code in result.output
    assert (here / "content/actions/maison.md").read_text("utf-8") == RECORD


def test_what_was_wrong_before_does_not_keep_a_correction_out(here):
    (here / "content/changements/droits.md").write_text(
        f"---\n{CHANGE}---\nVoir [la page](nulle-part.md).\n", "utf-8"
    )
    answered(here, Statut="terminée")
    result = run("import", "correction", "12.md")
    assert result.exit_code == 0
    assert "E-LINK" not in result.output


def test_a_file_that_is_not_there_is_told(here):
    result = run("import", "correction", "13.md")
    assert result.exit_code == 2
    assert "13.md" in result.output
