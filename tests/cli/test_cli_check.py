"""``chemins check`` and ``chemins explain``, as a person, a program and a code host run them."""

import json
import os
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner
from tests.helpers import CHANGE, DEMO, ROOT, TERM, VISION, written

from chemins import __version__, cli
from chemins.checks.codes import severities
from chemins.cli import main
from chemins.faults.report import MAX_SHOWN
from chemins.forms.fields import described
from chemins.locales import LANGUAGES, load
from chemins.records import KINDS
from chemins.records.words import kind_name

EXAMPLE = ("wrong", "right")
WRONG = CHANGE.replace("moyen", "moyens")


def run(*arguments: str):
    return CliRunner().invoke(main, list(arguments))


def check(folder, *arguments: str):
    return run("check", str(folder), *arguments)


def test_the_demonstration_is_without_fault():
    result = check(DEMO, "--strict", "--format", "json")
    assert result.exit_code == 0, result.output
    # The deck says neither what F3E nor what PLSP stands for: the advice is right, and stays.
    said = [(row["code"], row["message"]) for row in json.loads(result.output)]
    assert said == [
        ("TERM-UNDEFINED", "Le sigle « F3E » n’est expliqué nulle part."),
        ("TERM-UNDEFINED", "Le sigle « PLSP » n’est expliqué nulle part."),
    ]


def test_a_fault_is_printed_where_an_editor_can_open_it(tmp_path, monkeypatch):
    written(tmp_path / "content", {"changements/un.md": WRONG})
    monkeypatch.chdir(tmp_path)
    result = check("content")
    assert result.exit_code == 1
    assert result.output.startswith("content/changements/un.md:4:10  E-CHOICE  ")


def test_warnings_stop_only_under_strict(tmp_path):
    written(tmp_path, {"visions/une.md": VISION, "vision/deux.md": VISION})
    assert check(tmp_path).exit_code == 0
    assert check(tmp_path, "--strict").exit_code == 1


def test_a_site_is_checked_by_its_settings(tmp_path):
    written(
        tmp_path,
        {"mkdocs.yml": "site_name: x\ndocs_dir: fiches\n", "fiches/changements/un.md": WRONG},
    )
    result = check(tmp_path)
    assert result.exit_code == 1
    assert "fiches/changements/un.md:4:10" in result.output


def test_settings_with_tags_of_programs_are_read_without_obeying_them(tmp_path):
    settings = (
        "site_name: !ENV [NAME, x]\ndocs_dir: content\nx: !!python/object/apply:os.getcwd []\n"
    )
    written(tmp_path, {"mkdocs.yml": settings, "content/visions/une.md": VISION})
    assert check(tmp_path).exit_code == 0


def test_a_program_gets_a_list_even_when_nothing_is_wrong(tmp_path):
    written(tmp_path, {"glossaire/qpv.md": TERM})
    assert json.loads(check(tmp_path, "--format", "json").output) == []


def test_a_code_host_shows_each_fault_on_its_line(tmp_path, monkeypatch):
    written(tmp_path, {"changements/un, deux.md": WRONG.replace("moyens", '"50%: x"')})
    monkeypatch.chdir(tmp_path)
    result = check(".", "--format", "github")
    (line,) = result.output.splitlines()
    assert line.startswith(
        "::error file=changements/un%2C deux.md,line=4,col=10,title=E-CHOICE::« 50%25: x »"
    )
    assert "%0A" in line


def test_a_report_too_long_to_read_says_how_much_it_leaves_out(tmp_path):
    fields = "".join(f"champ{number}: x\n" for number in range(MAX_SHOWN + 7))
    written(tmp_path, {"glossaire/x.md": f"---\nterme: x\ndefinition: y\n{fields}---\n"})
    result = check(tmp_path)
    assert result.output.count("E-KEY") == MAX_SHOWN
    assert "… et 7 autres." in result.output
    assert f"{MAX_SHOWN + 7} fautes" in result.output
    assert len(json.loads(check(tmp_path, "--format", "json").output)) == MAX_SHOWN + 7


def test_a_folder_that_is_not_there_cannot_be_checked(tmp_path):
    result = check(tmp_path / "absent")
    assert result.exit_code == 2
    assert "S-CONTENT" in result.output


def test_an_empty_strategy_is_named_by_its_folder(tmp_path, monkeypatch):
    written(tmp_path, {"mkdocs.yml": "site_name: x\ndocs_dir: content\n", "content/notes.md": "x"})
    monkeypatch.chdir(tmp_path)
    assert run("check").output.startswith("content  E-EMPTY  ")
    (row,) = json.loads(run("check", "--format", "json").stdout)
    assert (row["file"], row["line"]) == ("content", 1)


def test_a_folder_that_holds_no_records_is_not_searched(tmp_path, monkeypatch):
    written(tmp_path, {"Documents/changements/un.md": WRONG, "notes.md": "x"})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("chemins.edition.read", lambda *_: pytest.fail("the disk was searched"))
    result = run("check")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "ni « mkdocs.yml » ni dossier de fiches" in result.stderr


@pytest.mark.parametrize(
    "path",
    ["changements/un.md", "demarche.md", "territory.md", "changes/un.md", "changement/un.md"],
)
def test_a_folder_of_records_needs_no_settings(tmp_path, path):
    written(tmp_path, {path: "x"})
    assert check(tmp_path).exit_code in (0, 1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("content/visions/2040/une.md", "« content/visions/2040/une.md » est un fichier"),
        ("content/visions", "« content/visions » n’est qu’une partie des fiches"),
        ("content/visions/2040", "« content/visions/2040 » n’est qu’une partie des fiches"),
        ("content/territoire.md", "« content/territoire.md » est un fichier"),
    ],
)
def test_who_names_a_part_of_the_records_is_told_which_folder_to_name(
    tmp_path, monkeypatch, typed, words
):
    files = {"content/visions/2040/une.md": VISION, "content/territoire.md": "x"}
    written(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    result = run("check", typed)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "chemins check content\n" in result.stderr


def test_any_other_file_is_told_from_its_folder(tmp_path, monkeypatch):
    written(tmp_path, {"notes/une.md": "x"})
    monkeypatch.chdir(tmp_path / "notes")
    result = run("check", "une.md")
    assert result.exit_code == 2
    assert "chemins check .\n" in result.stderr


def test_an_absolute_path_is_answered_with_another(tmp_path):
    folder = written(tmp_path / "content", {"visions/une.md": VISION})
    assert f"chemins check {folder.as_posix()}\n" in check(folder / "visions").stderr


@pytest.mark.parametrize("settings", ["site_name: x\ndocs_dir: absent\n", "a: b: c\n", None])
def test_a_program_reads_why_nothing_could_be_checked(tmp_path, settings):
    if settings:
        written(tmp_path, {"mkdocs.yml": settings})
    result = check(tmp_path, "--format", "json")
    assert result.exit_code == 2
    (row,) = json.loads(result.stdout)
    assert row["code"] in ("S-CONTENT", "S-SETTINGS")
    shown = check(tmp_path, "--format", "github")
    assert shown.exit_code == 2
    assert shown.stdout.startswith("::error file=")


def test_a_folder_that_may_not_be_opened_cannot_be_checked(tmp_path, monkeypatch):
    def denied(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", denied)
    result = check(tmp_path, "--format", "json")
    assert result.exit_code == 2
    assert [row["code"] for row in json.loads(result.stdout)] == ["E-FILE"]


def test_what_was_read_is_counted_without_a_fault(tmp_path):
    written(tmp_path, {"glossaire/qpv.md": TERM})
    assert check(tmp_path).output == "Aucune faute. Fiches lues : 1.\n"


def test_an_english_site_is_reported_in_english(tmp_path):
    territory = "---\ntitle: x\nname: y\nlanguage: en\ndemonstration: yes\n---\n"
    written(tmp_path, {"territory.md": territory, "changes/one.md": "---\ntitle: x\n---\n"})
    result = check(tmp_path)
    assert "The field “horizon” (Horizon) is missing." in result.output


def test_a_file_name_cannot_move_the_cursor_of_a_terminal(tmp_path):
    written(tmp_path, {"changements/un\x1b[2Jdeux.md": WRONG})
    result = check(tmp_path)
    assert "E-NAME" in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize("code", sorted(severities()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained(code, language, monkeypatch):
    locale = load(language)
    monkeypatch.setattr(cli, "_WORDS", locale)
    result = run("explain", code.lower())
    assert result.exit_code == 0
    severity = locale.text(f"report.severity.{severities()[code].name.lower()}")
    assert result.output.startswith(f"{code} ({severity})")
    assert locale.text(f"faults.{code}.why") in result.output
    acts = result.output.split(locale.text("report.to_do"))[1]
    hints = [word for rest, word in locale.under(f"faults.{code}") if rest.startswith("hint")]
    assert acts.count("\n   - ") == len(set(hints))
    assert not re.search(r"\{\w+\}|\{\{", acts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_most_frequent_codes_are_explained_by_an_example(language, monkeypatch):
    locale = load(language)
    monkeypatch.setattr(cli, "_WORDS", locale)
    frequent = "E-YAML E-REF E-CHOICE E-KEY E-MISSING E-DATE E-ENCODING E-UNCLOSED E-LINK E-TAB"
    for code in frequent.split():
        said = run("explain", code).output
        wrong, right = (said.index(locale.text(f"report.example.{each}")) for each in EXAMPLE)
        assert said.index(locale.text("report.to_do")) < wrong < right


@pytest.mark.parametrize("typed", ["E-REF", "e-ref"])
def test_a_code_is_explained_whole(typed):
    assert run("explain", typed).output == (
        "E-REF (faute)\n\n"
        "Un lien nomme une autre fiche par le nom de son fichier. Celle-ci n’existe pas, ou plus."
        "\n\nQue faire :\n"
        "   - le nom d’une fiche est celui de son fichier, sans « .md » ; fiches possibles : …\n"
        "   - dans un tableur, choisissez un titre dans la liste de la case, ou ajoutez la fiche "
        "dans sa feuille ; fiches possibles : …\n"
        "   - dans un tableur, choisissez le titre d’une fiche, ou ajoutez la fiche dans sa "
        "feuille\n"
        "   - donnez le titre de la fiche comme sa page l’écrit, ou l’adresse de cette page\n"
        "   - vouliez-vous dire « … » ?\n\n"
        "Au lieu de :\n   contribue_a: [Des enfants épanouis en 2040]\n\n"
        "Écrivez :\n   contribue_a: [enfants-epanouis]\n"
    )


@pytest.mark.parametrize("typed", ["changement", "Changements", "change", "changes", "séance"])
def test_a_kind_is_explained_by_any_of_its_names(typed):
    result = run("explain", typed)
    assert result.exit_code == 0
    assert "titre (obligatoire)\n" in result.output


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
def test_every_kind_is_explained_in_the_language_it_is_named_in(kind, language, monkeypatch):
    locale = load(language)
    monkeypatch.setattr(cli, "_WORDS", locale)
    assert run("explain", kind_name(kind.kind, locale)).output == f"{described(kind, locale)}\n"


def test_a_kind_of_a_french_site_is_explained_in_french_to_any_reader(monkeypatch):
    monkeypatch.setattr(cli, "_WORDS", load("en"))
    assert "porte_sur (obligatoire)" in run("explain", "changement").output
    assert "dimension (required)" in run("explain", "change").output


def test_an_unknown_code_gets_the_list_of_those_there_are():
    result = run("explain", "E-NOTHING")
    assert result.exit_code == 2
    assert all(code in result.output for code in severities())
    assert all(kind_name(kind.kind, load("fr")) in result.output for kind in KINDS)


@pytest.mark.parametrize(
    ("spoken", "said"),
    [("en_GB.UTF-8", "strategy"), ("fr_FR.UTF-8", "stratégie"), ("de", "stratégie")],
)
def test_the_command_speaks_the_language_of_whoever_types(spoken, said):
    done = subprocess.run(
        [sys.executable, "-c", "from chemins.cli import main; main()", "--help"],
        env={**os.environ, "LC_ALL": spoken, "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert said in done.stdout


def test_checking_loads_neither_mkdocs_nor_a_template_engine(tmp_path):
    written(tmp_path, {"glossaire/qpv.md": TERM})
    program = (
        "import sys; from chemins.cli import main\n"
        "try: main(['check', sys.argv[1]])\n"
        "except SystemExit: pass\n"
        "print(sorted({'mkdocs', 'jinja2', 'babel', 'fontTools'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_command_says_its_version():
    assert __version__ in run("--version").output
