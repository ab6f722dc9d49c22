"""``chemins schema`` and ``chemins check --watch``, as an officer types them."""

import json
import os
import signal
import subprocess
import sys
from itertools import islice

import pytest
from click.testing import CliRunner
from tests.helpers import CHANGE, ROOT, VISION, written

from chemins import watching
from chemins.cli import main
from chemins.watching import changes_in, watched

FILES = {
    "mkdocs.yml": "site_name: x\ndocs_dir: content\nplugins: [chemins/strategy]\n",
    "content/visions/lac.md": VISION,
    "content/changements/droits.md": CHANGE,
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(written(tmp_path, FILES))
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def test_each_kind_has_its_schema_with_the_records_that_there_are(here):
    result = run("schema")
    assert (result.exit_code, result.output) == (0, "14 fichiers écrits dans .vscode/schemas\n")
    said = json.loads((here / ".vscode/schemas/change.schema.json").read_text("utf-8"))
    assert "lac" in json.dumps(said["definitions"])


def test_one_kind_is_written_where_one_says(here):
    result = run("schema", "ailleurs", "--kind", "changement", "--kind", "vision")
    assert result.output == "2 fichiers écrits dans ailleurs\n"
    assert {path.name for path in (here / "ailleurs").iterdir()} == {
        "change.schema.json",
        "vision.schema.json",
    }


def test_a_kind_that_there_is_not_is_told(here):
    result = run("schema", "--kind", "changemant")
    assert result.exit_code == 2
    assert "« changemant » n’est pas une sorte de fiche" in result.output
    assert not (here / ".vscode").exists()


def test_the_team_s_own_settings_stay_and_what_completes_is_written_again(here):
    assert run("schema", "--vscode").output == "4 fichiers écrits dans .vscode\n"
    (here / ".vscode/settings.json").write_text("{}", "utf-8")
    (here / "content/visions/bois.md").write_text(VISION, "utf-8")
    said = run("schema", "--vscode").output
    assert said == (
        "2 fichiers écrits dans .vscode\n"
        ".vscode/settings.json existe : il est laissé tel quel.\n"
        ".vscode/tasks.json existe : il est laissé tel quel.\n"
    )
    assert (here / ".vscode/settings.json").read_text("utf-8") == "{}"
    assert '"bois"' in (here / ".vscode/chemins-fiches.code-snippets").read_text("utf-8")


def test_without_a_site_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("schema").exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_watching_check_looks_again_when_a_file_changes(here, monkeypatch):
    monkeypatch.setattr(watching.time, "sleep", lambda _: None)
    looks = changes_in(lambda: watched(here))
    first = next(looks)
    (here / "content/changements/droits.md").write_text(CHANGE + "Un récit.\n", "utf-8")
    assert next(looks) != first
    states = iter(["a", "a", "b", "b", "a"])
    assert list(islice(changes_in(lambda: frozenset([(next(states), 0, 0)])), 3))


def until_end(process):
    """The lines that a watching check says at one look."""
    for line in process.stdout:
        yield line
        if line.startswith("chemins<"):
            return


def test_a_watching_check_says_where_it_begins_and_ends_and_stays(here):
    (here / "content/changements/droits.md").write_text(CHANGE.replace("moyen", "mi"), "utf-8")
    process = subprocess.Popen(
        [
            sys.executable,
            *("-c", "from chemins.cli import main; main()"),
            *("check", "--watch", "--format", "editor"),
        ],
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "plugins"),
            "PYTHONUNBUFFERED": "1",
            "LC_ALL": "C.UTF-8",
        },
        encoding="utf-8",
    )
    lines = list(until_end(process))
    assert lines[0].startswith("chemins>")
    assert lines[1].startswith("content/changements/droits.md:4:10-12: error E-CHOICE: ")
    (here / "mkdocs.yml").write_text("docs_dir: ailleurs\n", "utf-8")
    assert [line[:13] for line in until_end(process)][1] == "mkdocs.yml:1:"
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 130
    process.stdout.close()
