"""``chemins check`` and ``chemins explain``, as a person, a program and a code host run them."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from tests.helpers import CHANGE, DEMO, ROOT, VISION, written

from chemins import __version__, cli
from chemins.cli import main
from chemins.faults.codes import CODES
from chemins.faults.report import MAX_SHOWN
from chemins.locales import LANGUAGES, load

WRONG = CHANGE.replace("moyen", "moyens")


def run(*arguments: str):
    return CliRunner().invoke(main, list(arguments))


def check(folder, *arguments: str):
    return run("check", str(folder), *arguments)


def test_the_demonstration_is_without_fault():
    result = check(DEMO, "--strict")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Aucune faute")


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
    written(tmp_path, {"visions/une.md": VISION})
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
    written(tmp_path, {"visions/une.md": f"---\ntitre: x\n{fields}---\n"})
    result = check(tmp_path)
    assert result.output.count("E-KEY") == MAX_SHOWN
    assert "… et 7 autres." in result.output
    assert f"{MAX_SHOWN + 7} fautes" in result.output
    assert len(json.loads(check(tmp_path, "--format", "json").output)) == MAX_SHOWN + 7


def test_a_folder_that_is_not_there_cannot_be_checked(tmp_path):
    result = check(tmp_path / "absent")
    assert result.exit_code == 2
    assert "S-CONTENT" in result.output


def test_an_english_site_is_reported_in_english(tmp_path):
    territory = "---\ntitle: x\nname: y\nlanguage: en\ndemonstration: yes\n---\n"
    written(tmp_path, {"territory.md": territory, "changes/one.md": "---\ntitle: x\n---\n"})
    result = check(tmp_path)
    assert "The field “horizon” (Horizon) is missing." in result.output


def test_a_file_name_cannot_move_the_cursor_of_a_terminal(tmp_path):
    written(tmp_path, {"changements/un\x1b[2Jdeux.md": WRONG})
    result = check(tmp_path)
    assert "E-CHOICE" in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize("code", sorted(CODES))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained(code, language, monkeypatch):
    locale = load(language)
    monkeypatch.setattr(cli, "_WORDS", locale)
    result = run("explain", code.lower())
    assert result.exit_code == 0
    severity = locale.text(f"report.severity.{CODES[code].name.lower()}")
    assert result.output.startswith(f"{code} ({severity})")
    assert locale.text(f"faults.{code}.why") in result.output


def test_an_unknown_code_gets_the_list_of_those_there_are():
    result = run("explain", "E-NOTHING")
    assert result.exit_code == 2
    assert all(code in result.output for code in CODES)


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
    written(tmp_path, {"visions/une.md": VISION})
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
