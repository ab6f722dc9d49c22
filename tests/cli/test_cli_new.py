"""``chemins new``, as an officer types it and as it answers."""

import re

import pytest
from click.testing import CliRunner
from tests.helpers import written

from chemins.cli import main
from chemins.commands import new as new
from chemins.locales import LANGUAGES, load
from chemins.records import KINDS


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "installed_from", lambda: "")
    return tmp_path


def run(*arguments: str, answers: str = "", command=main):
    return CliRunner().invoke(command, ["new", *arguments], input=answers)


def test_an_officer_reads_what_was_written_and_what_to_do_next(here):
    result = run("belleville", "--name", "Belleville", "--codes", "QN08410M, qn08411m")
    assert result.exit_code == 0, result.output
    assert result.output == (
        "Le site « Contrat de ville : Belleville » est écrit dans belleville : "
        f"{len(list(KINDS)) + 1} fiches à compléter ou à remplacer par les vôtres.\n"
        "Ensuite :\n"
        "   cd belleville\n"
        "   chemins check    dit ce qui reste à écrire\n"
        "   chemins serve    montre le site pendant qu’on l’écrit\n"
        "   chemins build    construit le site\n"
        "Le fichier officiel des quartiers prioritaires apporte leurs noms et leurs contours :\n"
        "   chemins import quartiers FICHIER --codes QN08410M,QN08411M\n"
        "Avant de publier depuis GitHub, écrivez dans requirements.txt d’où vient Chemins : "
        "votre installation ne le dit pas.\n"
        "Le fichier README.md de ce dossier dit à votre équipe comment écrire, vérifier et "
        "publier.\n"
    )
    assert sorted(path.name for path in (here / "belleville").iterdir()) == [
        *(".github", ".gitignore", ".vscode", "README.md", "content", "mkdocs.yml"),
        *("requirements.txt", "theme_overrides"),
    ]


def test_questions_are_asked_where_somebody_answers_and_again_where_the_answer_is_wrong(
    here, monkeypatch
):
    monkeypatch.setattr(new, "_somebody_answers", lambda: True)
    answers = "?\nL’Île\n\nQN0\nQN08410M QN08411M\nLe Port\n\n"
    result = run("site", answers=answers)
    assert result.exit_code == 0, result.output
    assert "« ? » n’est pas un nom" in result.output
    assert "« QN0 » n’est pas un code" in result.output
    assert {path.name for path in (here / "site/content/quartiers").iterdir()} == {
        "le-port.md",
        "qn08411m.md",
    }


def test_nothing_is_asked_where_the_name_is_said_with_the_command(here, monkeypatch):
    monkeypatch.setattr(new, "_somebody_answers", lambda: True)
    result = run("site", "--name", "Belleville", "--codes", "QN08410M")
    assert result.exit_code == 0, result.output
    assert "?" not in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Dites comment s’appelle le territoire, par exemple : chemins new d --name"),
        (("--name", " "), "Dites comment s’appelle le territoire"),
        (("--name", "…"), "« … » n’est pas un nom"),
        (("--name", "x" * 200), "Ce nom a 200 caractères"),
        (("--name", "a\u202eb"), "caractère invisible"),
        (("--name", "x", "--language", "de"), "« de » n’est pas une langue de Chemins"),
        (("--name", "x", "--codes", "QN0841"), "« QN0841 » n’est pas un code"),
        (("--name", "x", "--origin", "/srv/chemins"), "n’est pas une adresse d’où d’autres"),
    ],
)
def test_what_cannot_be_is_said_with_what_to_do_and_nothing_is_written(here, arguments, told):
    result = run("d", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert list(here.iterdir()) == []


def test_the_command_that_is_shown_may_be_typed_as_it_is(here):
    told = run("Pays d'Alès").stderr
    assert 'chemins new "Pays d\'Alès" --name' in told


def test_codes_may_follow_their_option_one_by_one(here):
    result = run("d", "--name", "Belleville", "--codes", "QN08410M", "QN08411M")
    assert result.exit_code == 0, result.output
    assert len(list((here / "d/content/quartiers").iterdir())) == 2


@pytest.mark.parametrize("given", [(), ("d", "--name", "x", "--codes", "QN08410M", "QN8411M")])
def test_one_folder_is_named(here, given):
    result = run(*given)
    assert result.exit_code == 2
    assert "Nommez un" in result.stderr
    assert list(here.iterdir()) == []


def test_all_that_is_wrong_is_said_at_once(here):
    result = run("d", "--name", "!", "--language", "de", "--codes", "QN1,QN2")
    assert len(result.stderr.splitlines()) == 4


@pytest.mark.parametrize("kept", ["notes.txt", ".env", "content/x.md"])
def test_a_folder_that_holds_something_is_left_as_it_is(here, kept):
    written(here / "d", {kept: "le mien"})
    result = run("d", "--name", "Belleville")
    assert result.exit_code == 2
    assert "existe et contient déjà quelque chose" in result.stderr
    assert "chemins new d-2" in result.stderr
    assert [path.read_text() for path in (here / "d").rglob("*") if path.is_file()] == ["le mien"]


def test_a_file_is_no_folder(here):
    written(here, {"d": "x"})
    assert "« d » est un fichier" in run("d", "--name", "Belleville").stderr


def test_a_new_repository_waits_for_its_first_files(here):
    written(here, {".git/HEAD": "ref: refs/heads/main\n"})
    result = run(".", "--name", "Belleville")
    assert result.exit_code == 0, result.output
    assert "   cd " not in result.output
    assert (here / "mkdocs.yml").is_file()


def test_a_new_site_is_checked_and_what_is_left_to_do_is_advice(here, monkeypatch):
    run("d", "--name", "Belleville", "--codes", "QN08410M")
    monkeypatch.chdir(here / "d")
    result = CliRunner().invoke(main, ["check", "--strict"])
    assert result.exit_code == 0, result.output
    assert (
        f"Fiches qui sont encore les exemples de « chemins new » ({len(list(KINDS)) - 2})"
        in result.output
    )
    assert "Avant d’effacer « demonstration: oui », il manque à l’éditeur" in result.output


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_of_the_team_s_readme_is_one_that_chemins_has(here, language):
    run("d", "--name", "Belleville", "--language", language)
    text = (here / "d/README.md").read_text("utf-8")
    typed = re.findall(r"^chemins (.+)$|`chemins ([^`]+)`", text, re.MULTILINE)
    assert len(typed) >= 8
    for line in {one or other for one, other in typed}:
        group, words = main, line.split()
        while words and not words[0].startswith("-") and hasattr(group, "commands"):
            assert words[0] in group.commands, line
            group = group.commands[words.pop(0)]
        options = {option for each in group.params for option in each.opts}
        assert {word for word in words if word.startswith("-")} <= options, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_team_s_readme_leaves_nothing_to_fill(here, language):
    run("d", "--name", "Belleville", "--language", language)
    for path in (here / "d").rglob("*"):
        if path.is_file() and path.suffix != ".yml":
            assert not re.search(r"\{[a-z_]+\}", path.read_text("utf-8")), path
    assert load(language).text("new.not_installed") in (here / "d/README.md").read_text("utf-8")
