"""Each input gives what its file says: faults at their places, or pages that hold what is meant."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.helpers import context_of, downloaded, html_of
from tests.hostile.cases import CASES, FOLDER, Case
from tests.hostile.dom import Dom, squeezed
from tests.hostile.running import QUICK, TRIED, faults, gathered, run, standing, unsound

from chemins.checks.rules import RULES
from chemins.edition import edition_of
from chemins.pages.build import site_of
from chemins.records import KINDS

OF_RULES = {each.code for each in RULES}
"""The codes of what is asked of a whole strategy: most inputs are about files, and tell none but
those that stop."""

CHECKED = [case for case in CASES if case.command == ("check",)]
LIGHT = [case for case in CHECKED if not case.heavy]
BUILT = [case for case in CASES if case.command != ("check",)]


def named(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", LIGHT, ids=named)
def test_an_input_gives_its_faults_and_no_other(case, tmp_path):
    checked(case, tmp_path)


@pytest.mark.sweep
@pytest.mark.parametrize("case", CHECKED, ids=named)
def test_an_input_gives_sound_pages_and_sound_reports_in_every_form(case, tmp_path):
    checked(case, tmp_path, everything=True)


def checked(case: Case, folder: Path, *, everything: bool = False) -> None:
    """The command says of ``case`` what it must; ``everything``: in each form, of all pages."""
    TRIED.add(f"cases/{case.name}")
    with standing(case, folder):
        done = run("check", "--format", "json")
        assert done.seconds < QUICK
        found = [each for each in faults(done.said) if counts(case, each)]
        assert gathered(found) == list(case.expect), case.why
        stops = any(" error" in each for each in found)
        assert done.code == (int(stops) if case.exit is None else case.exit)
        for row in json.loads(done.said):
            assert row["message"]
            assert row["hint"]
        # What happens meanwhile has happened by now.
        if (case.expect or everything) and not case.meanwhile:
            for form in ("text", "github"):
                told = run("check", "--format", form)
                assert (unsound(told.said), told.code) == ([], done.code)
        if not stops and case.exit is None:
            drawn(case, Path("content" if case.settings is not None else "."), everything)


def counts(case: Case, fault: str) -> bool:
    _, code, severity = fault.rsplit(" ", 2)
    return code not in OF_RULES or code in case.codes or severity == "error"


def drawn(case: Case, folder: Path, everything: bool) -> None:
    """The pages of ``case`` hold what they must, and nothing that nobody meant."""
    context = context_of(edition_of(folder, KINDS))
    site = site_of(context, "Une stratégie")
    pages = {page.address: page for page in site.pages}
    for address in pages if everything else ("", *case.pages):
        shown(case, address, html_of(context, pages[address]))
    for download in site.downloads:
        if download.address.endswith(".json"):
            json.loads(downloaded(download))


def shown(case: Case, address: str, html: str) -> None:
    dom = Dom(html)
    assert dom.strangers == [], address
    if said := case.pages.get(address):
        text = squeezed(dom.text)
        assert missing(said.shows, text) == []
        assert missing(said.lacks, text) == list(said.lacks)
        assert [each for each in said.holds if each not in html] == []
        assert [each for each in said.never if each in html] == []


def missing(wanted: Iterable[str], text: str) -> list[str]:
    return [each for each in wanted if squeezed(each) not in text]


@pytest.mark.parametrize("case", BUILT, ids=named)
def test_a_build_ends_with_a_sentence_or_a_sound_site(case, tmp_path):
    TRIED.add(f"cases/{case.name}")
    with standing(case, tmp_path):
        done = run(*case.command)
        assert unsound(done.said) == []
        assert done.code == case.exit, done.said
        for each in case.expect:
            place, code, _ = each.split()
            assert f"{place}  {code}  " in done.said, done.said
        assert all(each in done.said for each in case.says), done.said


def test_there_are_enough_of_them_and_each_says_why():
    files = sorted(FOLDER.rglob("*.yml"))
    assert len(files) == len(CASES) >= 200
    assert len({case.why for case in CASES}) == len(CASES)
    assert all(case.why and not case.why[0].isupper() for case in CASES)
