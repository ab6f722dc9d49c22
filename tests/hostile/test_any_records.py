"""Whatever people type in records of any kind: read, checked and drawn, it stays what was typed.

Nothing raises; a fault can be said in every form; no page has a mark, an attribute or an address
that no template wrote; titles and texts come back whole; links lead somewhere; data are data.
"""

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import HealthCheck, given, settings
from tests.helpers import context_of, downloaded, html_of, written
from tests.hostile.dom import Dom, squeezed
from tests.hostile.outputs import harm
from tests.hostile.running import TRIED, unsound
from tests.hostile.strategies import Written, sites

from chemins.content_paths import page_address
from chemins.edition import Edition, edition_of
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, load
from chemins.pages.build import site_of
from chemins.reading import lines_of
from chemins.records import KINDS
from chemins.text.escape import markdown

HERE = "https://ville.example/a/"
UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@given(sites())
@settings(max_examples=40, suppress_health_check=UNHURRIED)
def test_any_records_are_sound_faults_and_sound_pages(files):
    tried(files)


@pytest.mark.sweep
@given(sites())
@settings(max_examples=120, suppress_health_check=UNHURRIED)
def test_many_records_are_sound_faults_and_sound_pages(files):
    tried(files)


def tried(files: list[Written]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="chemins-any-"))
    try:
        written(folder, {each.path: each.data for each in files})
        read = edition_of(folder, KINDS)
        TRIED.update(f"records/{hash(each.data)}" for each in files)
        said(read)
        drawn(read, files)
    finally:
        shutil.rmtree(folder)


def said(read: Edition) -> None:
    """Every fault can be said: to a person, to a program, to a code host, in each language."""
    for language in LANGUAGES:
        reporter = Reporter(load(language), lines_of(read.content.folder), "content/")
        told = reporter.text(read.faults)
        rows = json.loads(reporter.json(read.faults))
        assert unsound(told) == []
        assert unsound(reporter.github(read.faults)) == []
        assert all(row["message"] and row["hint"] and row["line"] >= 1 for row in rows)


def drawn(read: Edition, files: Iterable[Written]) -> None:
    context = context_of(read)
    site = site_of(context, "Une stratégie")
    doms = {page.address: Dom(html_of(context, page)) for page in site.pages}
    downloads = [*site.downloads, *(each for page in site.pages for each in page.draw().downloads)]
    there = {*doms, *(each.address for each in downloads), *(r.address for r in site.redirects)}
    # A link to what could not be read is no fault of its own: the build stops for what is.
    there |= {page_address(draft.source.path) for draft in read.content.drafts}
    for address, dom in doms.items():
        assert not dom.strangers, (address, dom.strangers)
        lost = [each for each in leads(dom, address) if each not in there]
        assert not lost, (address, lost)
    for download in downloads:
        assert harm(download.address, downloaded(download)) == []
    data = json.loads(downloaded(site.downloads[0]))
    rows = {(row["kind"], row["identifier"]): row for row in data["records"]}
    for record in read.content.records:
        dom = doms.get(context.addresses.of(record))
        row = rows[record.kind, record.identifier]
        assert row.get("body", "") == record.body
        if dom and record.kind != "territory":
            assert squeezed(record.label) == squeezed(dom.tree.css_first("h1").text())
    for each in files:
        if each.heading is not None:
            name = Path(each.path).stem
            row = rows.get((each.kind.kind, name))
            if row:
                assert row[each.kind.heading] == unicodedata.normalize("NFC", each.heading)


def leads(dom: Dom, address: str) -> Iterable[str]:
    """Where the links of a page lead within the site."""
    for name, value in dom.addresses:
        whole = urljoin(f"{HERE}{address}", value)
        if name in ("href", "src") and whole.startswith(HERE) and not value.startswith("#"):
            yield unquote(whole.removeprefix(HERE).partition("#")[0].partition("?")[0])


@given(sites())
@settings(max_examples=15, suppress_health_check=UNHURRIED)
def test_a_body_comes_back_whole_when_its_marks_are_escaped(files):
    folder = Path(tempfile.mkdtemp(prefix="chemins-any-"))
    try:
        whole = [each for each in files if each.heading is not None]
        for each in whole:
            head = each.data.decode().removesuffix(each.body)
            written(folder, {each.path: f"{head}{markdown(each.body)}\n"})
        read = edition_of(folder, KINDS)
        context = context_of(read)
        for record in read.content.records:
            if record.kind in SHOWN_WHOLE and record.body:
                page = next(
                    page
                    for page in site_of(context, "x").pages
                    if page.address == context.addresses.of(record)
                )
                typed = next(each.body for each in whole if each.path == record.source.path)
                assert squeezed(typed) in squeezed(Dom(html_of(context, page)).text)
        TRIED.update(f"bodies/{hash(each.data)}" for each in whole)
    finally:
        shutil.rmtree(folder)


SHOWN_WHOLE = frozenset({"change", "vision", "lesson", "actor", "stage", "session", "quartier"})
"""The kinds whose page shows the whole body."""
