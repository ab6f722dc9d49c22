"""What a machine or a hurried hand gives a command: a sentence, and 2, never a wait."""

import os

import pytest
from click.testing import CliRunner
from tests.helpers import VISION, written

from chemins.cli import main

FILES = {
    "mkdocs.yml": "site_name: x\ndocs_dir: content\ntheme: {name: material}\n"
    "plugins: [chemins/strategy]\n",
    "content/visions/lac.md": VISION,
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(written(tmp_path, FILES))
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("said", ["-1", "abc", "1.5", "nan", "9" * 30, "1_000", "²"])
@pytest.mark.parametrize("command", [("build",), ("pages", "sortie")])
def test_a_day_that_is_no_number_of_seconds_stops_a_build(here, monkeypatch, said, command):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    result = run(*command)
    assert result.exit_code == 2
    assert f"SOURCE_DATE_EPOCH vaut « {said} »" in result.output
    assert "unset SOURCE_DATE_EPOCH" in result.output


def test_a_blank_day_is_none(here, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", " ")
    assert run("build").exit_code == 0


@pytest.mark.parametrize("port", ["0", "-1", "99999"])
def test_a_port_that_no_machine_has_is_told(here, port):
    result = run("serve", "-a", f"127.0.0.1:{port}")
    assert result.exit_code == 2
    assert "va de 1 à 65535" in result.output


@pytest.mark.parametrize("options", [(), ("--force",)])
def test_a_workbook_is_not_written_into_a_pipe(here, options):
    os.mkfifo("s.xlsx")
    result = run("export", "tableur", "s.xlsx", *options)
    assert result.exit_code == 2
    assert "s.xlsx" in result.output
