"""A text that is markup does nothing, in each field of each kind, in each thing that a site has."""

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser
from tests.engines.sites import SETTINGS, built, snapshot
from tests.helpers import codes, context_of, edition, html_of, written
from tests.hostile.dom import Dom, squeezed
from tests.hostile.fields import files_of, paths
from tests.hostile.outputs import MARK, harm
from tests.hostile.running import TRIED
from tests.records.project import FRENCH, PROJECT_KINDS

from chemins.engines.folder import write_pages
from chemins.faults.codes import CODES
from chemins.locales import load
from chemins.pages.build import site_of
from chemins.records import KINDS
from chemins.records.kinds import folder_of

FR = load("fr")
# Around the points that are typed in the fields of degrees.
SHAPE = '"geometry": {"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2], [1, 1]]]}}]}'
CONTOURS = '{"features": [{"properties": {"c": "QN08410M"}, ' + SHAPE
COMMUNES = '{"features": [{"properties": {"insee": "84031"}, ' + SHAPE

FILES = {
    "commune_contours.file": ("", "geojson", COMMUNES),
    "contours.file": ("", "geojson", CONTOURS),
    "background.file": ("", "geojson", CONTOURS),
    "project.document": ("../", "pdf", "%PDF-1.7"),
    "amendments.document": ("", "pdf", "%PDF-1.7"),
    "opinions.document": ("", "pdf", "%PDF-1.7"),
    "documents.file": ("", "pdf", "%PDF-1.7"),
}
"""What stands in the fields that name a file."""

ENDINGS = tuple(FILES)


def typed(path: str) -> str:
    """What is typed at ``path``: markup that says where it stands."""
    name = re.sub(r"[^a-z0-9]+", "-", path.lower())
    return f'<{MARK}{name} onmouseover="alert(1)">\'"&{{{{7*7}}}}</{MARK}{name}>'


def name_of(path: str) -> str:
    """What a file can be called, of what is typed at ``path``."""
    return typed(path).replace("/", "-")


def content(kinds=KINDS, locale=FR) -> dict[str, str]:
    files = files_of(kinds, locale, typed)
    files = {path: text.replace("langue: ar", "langue: fr") for path, text in files.items()}
    named = {}
    for path in paths(kinds, locale):
        if path.endswith(ENDINGS):
            up, ending, said = FILES[next(each for each in ENDINGS if path.endswith(each))]
            name = f"{name_of(path)}.{ending}"
            files = {file: text.replace(typed(path), up + name) for file, text in files.items()}
            named[name] = said
    return {**files, **named}


@pytest.fixture(scope="module")
def site_files(tmp_path_factory):
    """Every file that a built site has, and that the command ``pages`` writes."""
    folder = tmp_path_factory.mktemp("fields")
    written(folder, {"mkdocs.yml": SETTINGS + "site_url: https://ville.example/\n"})
    written(folder / "content", content())
    run = built(folder / "mkdocs.yml")
    assert run.code == 0, run.said
    said: list[str] = []
    assert write_pages(folder / "mkdocs.yml", folder / "pages", said.append) == 0, said
    return snapshot(folder / "site"), snapshot(folder / "pages")


@pytest.mark.parametrize(("kinds", "locale"), [(KINDS, FR), (PROJECT_KINDS, FRENCH)])
def test_no_field_of_any_kind_brings_a_mark_to_any_page(tmp_path, kinds, locale):
    read = edition(tmp_path, content(kinds, locale), kinds, locale)
    assert [each for each in codes(read.faults) if each in CODES] == []
    context = context_of(read)
    shown: set[str] = set()
    for page in site_of(context, "Une stratégie").pages:
        html = html_of(context, page)
        dom = Dom(html)
        assert strangers(dom, kinds) == [], page.address
        assert f"<{MARK}" not in html
        text = squeezed(dom.text)
        for path in paths(kinds, locale):
            whole = squeezed(name_of(path) if path.endswith(ENDINGS) else typed(path))
            for at in found(whole.partition(">")[0], text):
                passage = text[at : at + len(whole)]
                assert passage == whole or "…" in passage, page.address
                shown.add(path)
    TRIED.update(f"fields/{path}" for path in paths(kinds, locale))
    headings = {path for path in paths(kinds, locale) if path.endswith((".title", ".body"))}
    assert {path for path in headings - shown if path.count(".") == 2} == set()


def found(piece: str, text: str) -> Iterator[int]:
    """Where ``piece`` stands in ``text``."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def strangers(dom: Dom, kinds: Any) -> list[str]:
    # A kind of the tests alone has a page of its own marks: only what a text brings is looked at.
    if kinds is KINDS:
        return dom.strangers
    return [each for each in dom.strangers if MARK in each or " on" in each]


def test_nothing_that_a_site_publishes_is_changed_by_a_text(site_files):
    of_the_site, of_the_pages = site_files
    done = [harm(path, data) for files in site_files for path, data in files.items()]
    assert [each for found in done for each in found] == []
    TRIED.update(f"outputs/{path}" for path in of_the_site)
    TRIED.update(f"outputs/pages/{path}" for path in of_the_pages)


def test_the_search_holds_a_title_as_it_was_typed(site_files):
    shown = [
        json.loads(gzip.decompress(data))
        for path, data in site_files[0].items()
        if re.fullmatch(r"pagefind/pages/\w+/\d+\.json\.gz", path)
    ]
    titles = {squeezed(page["title"]) for page in shown}
    for kind in (each for each in KINDS if each.folder and each.heading == "title"):
        assert squeezed(typed(f"{kind.kind}.un.title")) in titles, kind


def test_the_head_of_a_page_holds_its_title_whole(site_files):
    for kind in (each for each in KINDS if each.folder):
        page = LexborHTMLParser(site_files[0][f"{folder_of(kind, FR)}/un/index.html"])
        head, title = page.css_first("head"), page.css_first("title")
        assert {str(node.tag) for node in head.css("*")} <= OF_A_HEAD
        whole = squeezed(page.css_first("h1").text())
        assert f"<{MARK}{kind.kind}-un-" in whole
        assert squeezed(title.text()).startswith(whole)
        described = page.css_first("meta[name=description]")
        assert set(described.attributes) == {"name", "content"}


def test_the_open_data_hold_every_text_as_it_was_typed(site_files):
    data = json.loads(site_files[0]["donnees/strategie.json"])
    said = set(strings(data))
    missing = {path for path in paths(KINDS, FR) if typed(path) not in said}
    assert {path for path in missing if not path.endswith(ENDINGS)} == set()


OF_A_HEAD = {"head", "meta", "title", "link", "script", "style", "base"}


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def test_the_front_matter_of_written_pages_is_what_was_typed(site_files):
    pages = {path: data for path, data in site_files[1].items() if path.endswith(".md")}
    assert pages
    for path, data in pages.items():
        head = yaml.safe_load(data.decode().split("\n---\n")[0].removeprefix("---\n"))
        assert {type(each) for each in head.values()} <= {str, list, type(None)}, path
    change = yaml.safe_load(
        pages["docs/changements/un/index.md"].decode().split("\n---\n")[0].removeprefix("---\n")
    )
    assert f"{MARK}change-un-title" in change["title"]
    assert "<" not in change["title"]
