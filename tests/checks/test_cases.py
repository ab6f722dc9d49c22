"""Each case gives the faults that it expects, from files on a disk, by the command itself."""

import json

import pytest
from click.testing import CliRunner
from tests.checks.cases import CASES, Case
from tests.checks.running import faults_of, standing
from tests.helpers import placed
from tests.hostile.cases import CASES as HOSTILE

from chemins.checks.codes import severities
from chemins.checks.rules import COHERENCE, RULES
from chemins.cli import main

CHECKED = [case for case in CASES if case.command == "check" and not case.codes & {"S-SETTINGS"}]
IN_SETTINGS = [case for case in CASES if any(code.startswith("S-") for code in case.codes)]


def named(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_case_gives_its_faults_and_no_other(case, tmp_path):
    with standing(case, tmp_path) as folder:
        faults = faults_of(case, folder)
    assert placed(each for each in faults if case.concerns(each.code)) == case.expect, case.why


@pytest.mark.parametrize("case", [c for c in CASES if c not in IN_SETTINGS], ids=named)
def test_the_command_reports_a_case_to_programs_and_by_its_exit_code(case, tmp_path):
    if case.command != "check":
        pytest.skip("only a build tells it")
    with standing(case, tmp_path):
        run = CliRunner().invoke(main, ["check", "--format", "json"])
        strict = CliRunner().invoke(main, ["check", "--strict"])
    rows = json.loads(run.stdout)
    for row in rows if case.settings else ():
        row["file"] = row["file"].removeprefix("content").removeprefix("/") or "."
    looked_at = [row for row in rows if case.concerns(row["code"])]
    found = ["{file}:{line}:{column} {code} {severity}".format(**row) for row in looked_at]
    assert found == case.expect, case.why
    severities = {row["severity"] for row in rows}
    assert run.exit_code == int("error" in severities)
    assert strict.exit_code == int(bool(severities & {"error", "warning"}))


@pytest.mark.parametrize("case", IN_SETTINGS, ids=named)
def test_the_command_cannot_run_on_settings_that_are_wrong(case, tmp_path):
    with standing(case, tmp_path):
        run = CliRunner().invoke(main, [case.command])
    assert run.exit_code == 2
    place, code, _ = case.expect[0].split()
    assert f"{place}  {code}  " in run.output.replace(f"{tmp_path}/", "")


def test_every_code_has_a_case():
    proved = {code for case in (*CASES, *HOSTILE) for code in case.codes}
    # Those of the built site, which begin with G, of its colours, its sheets, its archive and its
    # fences are proved beside them, and those that only a whole run of MkDocs can tell.
    whole = {
        "S-COLOUR",
        "S-SEARCH",
        "W-SEARCH",
        "W-PDF",
        "W-FENCE",
        "S-SETTING",
        "W-SETTING",
        "S-PLUGIN",
        "S-NAV",
        "S-SITE",
    }
    # What an import tells, and a workbook, is proved in tests/imports.
    imported = ("IMPORT-", "SHEET-", "CORRECTION-")
    apart = ("G-", *(f"{weight}-{each}" for weight in "EW" for each in imported))
    elsewhere = {code for code in severities() if code.startswith(apart)} | whole | {"E-PAGE"}
    assert set(severities()) - elsewhere == proved - elsewhere


def test_a_case_names_rules_that_there_are():
    known = {rule.code for rule in RULES}
    assert all(case.rules == "all" or set(case.rules) <= known for case in CASES)


def test_every_rule_also_has_a_case_in_which_it_is_silent():
    named = ((case, code) for case in CASES if case.rules != "all" for code in case.rules)
    silent = {code for case, code in named if code not in case.codes}
    assert {rule.code for rule in COHERENCE} - silent == set()


def test_every_case_says_why_it_is_there():
    assert all(case.why and not case.why[0].isupper() for case in CASES)
    assert len({case.why for case in CASES}) == len(CASES)
