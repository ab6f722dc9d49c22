"""The handbook is what the product says of its codes, written once and never by hand."""

import re

import pytest
from click.testing import CliRunner
from tests.helpers import ROOT

from chemins import cli
from chemins.checks.codes import severities
from chemins.checks.handbook import every_code, handbook
from chemins.checks.rules import COHERENCE
from chemins.cli import main
from chemins.faults.catalog import reasoning
from chemins.forms.handbook import kinds_page
from chemins.locales import LANGUAGES, load
from chemins.reading.record import record_of
from chemins.records import KINDS
from chemins.text.parser import parser

GUIDE = ROOT / "docs" / "guide"
AGAIN = "LC_ALL=fr .venv/bin/chemins explain --handbook docs/guide"

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_rule = pytest.mark.parametrize("rule", COHERENCE, ids=lambda rule: rule.code)


def run(*arguments: str):
    return CliRunner().invoke(main, ["explain", *arguments])


def test_the_guide_is_what_the_product_says_today():
    pages = {**handbook(load("fr")), **kinds_page(KINDS, load("fr"))}
    for path, text in pages.items():
        assert (GUIDE / path).read_text("utf-8") == text, f"write it again: {AGAIN}"
    folder = load("fr").text("handbook.coherence.folder")
    found = {f"{folder}/{file.name}" for file in (GUIDE / folder).iterdir()}
    assert found == {path for path in pages if path.startswith(f"{folder}/")}, AGAIN


@every_language
def test_one_command_writes_it_in_the_reader_s_language(language, tmp_path, monkeypatch):
    monkeypatch.setattr(cli, "_WORDS", load(language))
    result = run("--handbook", str(tmp_path))
    assert result.exit_code == 0
    files = (path for path in tmp_path.rglob("*") if path.is_file())
    written = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in files}
    assert written == {**handbook(load(language)), **kinds_page(KINDS, load(language))}


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "guide").write_text("x")
    result = run("--handbook", str(tmp_path / "guide"))
    assert result.exit_code == 2
    assert "guide" in result.stderr


@every_language
def test_the_list_is_printed_whole(language, monkeypatch):
    locale = load(language)
    monkeypatch.setattr(cli, "_WORDS", locale)
    assert run("--all").output == every_code(locale)
    said = re.findall(r"^### `([A-Z-]+)`", every_code(locale), re.MULTILINE)
    assert sorted(said) == sorted(severities())


@every_language
def test_the_list_and_the_explanation_of_a_code_say_the_same(language, monkeypatch):
    locale = load(language)
    monkeypatch.setattr(cli, "_WORDS", locale)
    entries = dict(
        re.findall(r"^### `([A-Z-]+)`(.*?)(?=^##|\Z)", every_code(locale), re.MULTILINE | re.DOTALL)
    )
    for code in severities():
        assert locale.text(f"faults.{code}.why") in entries[code]
        told = re.findall(r"^   - (.*)$", run(code).output, re.MULTILINE)
        assert told == re.findall(r"^- (.*)$", entries[code], re.MULTILINE)


@every_language
@every_rule
def test_each_rule_of_coherence_is_reasoned_out(rule, language, monkeypatch):
    locale = load(language)
    text = reasoning(rule.code, locale)
    heads = [
        re.findall(r"^## (.*)$", reasoning(each.code, locale), re.MULTILINE) for each in COHERENCE
    ]
    assert all(each == heads[0] and len(each) == 4 for each in heads)
    monkeypatch.setattr(cli, "_WORDS", locale)
    assert run(rule.code).output.endswith(f"{text}\n")
    folder = locale.text("handbook.coherence.folder")
    pages = handbook(locale)
    assert text in pages[f"{folder}/{rule.code.lower()}.md"]
    assert f"({rule.code.lower()}.md)" in pages[f"{folder}/index.md"]


@every_language
@every_rule
def test_its_examples_are_what_the_reader_of_records_takes(rule, language):
    locale = load(language)
    for sample in re.findall(r"```yaml\n(.*?)```", reasoning(rule.code, locale), re.DOTALL):
        data = f"---\n{sample}---\n".encode()
        wrong = [
            {each.code for each in record_of(data, "x.md", "x", kind, locale)[1]} for kind in KINDS
        ]
        assert any(codes <= {"E-MISSING"} for codes in wrong), (rule.code, sample)


@every_language
def test_its_pages_read_as_they_are_meant(language):
    for path, text in handbook(load(language)).items():
        stressed = {
            token.content
            for block in parser().parse(text)
            for mark, token in zip(block.children or [], (block.children or [])[1:], strict=False)
            if mark.type in ("em_open", "strong_open")
        }
        # Only what we stress ourselves: no sign of a hint has become markup.
        assert all(len(each.split()) in (1, 2) or "--handbook" in each for each in stressed), path


def test_who_names_nothing_is_told_what_there_is_to_name():
    result = run()
    assert result.exit_code == 2
    assert all(code in result.stderr for code in severities())
