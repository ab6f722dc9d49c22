"""The gates over a built folder: every link leads somewhere, nothing is loaded from elsewhere."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from urllib.parse import unquote

from chemins.faults import Fault
from chemins.gates.document import Document, read_document
from chemins.gates.finding import Finding, as_fault
from chemins.gates.links import (
    Home,
    Inside,
    Outside,
    Program,
    Seat,
    home_of,
    reach,
    read_link,
    seat_of,
)
from chemins.gates.nearest import Nearest, address_of, closest
from chemins.gates.scripts import DRAWINGS, let_in, of_address, of_drawing, of_scripts
from chemins.gates.stylesheet import css_links

_PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class _Survey:
    """What is known of the site, and what is kept of the pages read so far."""

    home: Home
    files: frozenset[str]

    guarded: bool
    """Whether its pages have policies."""

    ids: dict[str, str] = field(default_factory=dict)
    """Page → its ids in one string, with NUL between: as a set they take four times the room."""

    anchors: dict[tuple[str, str], list[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """(Page, fragment) → the (file, link) that lead there, where not yet seen to exist."""


def check_site(folder: Path, site_url: str = "", *, guarded: bool = False) -> list[Fault]:
    """What is wrong with the site built in ``folder``, to be published at ``site_url``.

    ``G-LINK``: a link or a resource that no file of the site answers. ``G-ANCHOR``: a fragment
    that the page lacks. ``G-OUTSIDE``: something loaded from another host. Where the engine
    ``guarded`` each page with a policy, also ``G-SCRIPT``: something that would run and that no
    policy names, or a page without one; ``G-STYLE``: a style that the policy puts out of effect.
    One fault a file and link, sorted; places are relative to ``folder``.

    Raises:
        OSError: the folder or a file of it cannot be read.
    """
    files = sorted(_files(folder))
    survey = _Survey(home_of(site_url), frozenset(files), guarded)
    findings: list[Finding] = []
    for file in files:
        if file.endswith(_PAGES):
            page = read_document((folder / file).read_bytes())
            findings += _of_page(survey, file, page)
            if guarded:
                findings += of_scripts(file, page)
        elif file.endswith(".css"):
            css = (folder / file).read_text("utf-8", "replace")
            findings += _of_links(survey, file, seat_of(file), dict.fromkeys(css_links(css)))
        elif guarded and file.endswith(DRAWINGS):
            findings += of_drawing(file, (folder / file).read_bytes())
    findings += _of_anchors(survey)
    return _placed(folder, _suggested(findings, files))


def _files(folder: Path) -> Iterator[str]:
    """Every file under ``folder``, relative to it, with forward slashes."""
    root = os.fspath(folder)
    for parent, _, names in os.walk(root, onerror=_raise):
        prefix = parent[len(root) :].replace(os.sep, "/").strip("/")
        yield from (f"{prefix}/{name}" for name in names) if prefix else names


def _raise(error: OSError) -> None:
    raise error


def _of_page(survey: _Survey, file: str, page: Document) -> Iterator[Finding]:
    survey.ids[file] = "\0".join(page.ids)
    seat = seat_of(file)
    if page.base:
        yield from _of_links(survey, file, seat, (page.base,))
        base = reach(read_link(page.base, survey.home), seat)
        if base is None:
            return
        seat = seat_of(base)
    loads = frozenset(page.loads)
    guests = let_in(page)
    asked = (link for link in page.loads if link not in guests)
    yield from _of_links(survey, file, seat, asked, page.ids)
    links = (link for link in page.links if link not in loads)
    yield from _of_links(survey, file, seat, links, page.ids, loaded=False)


def _of_links(
    survey: _Survey,
    file: str,
    seat: Seat,
    links: Iterable[str],
    ids: Set[str] = frozenset(),
    loaded: bool = True,
) -> Iterator[Finding]:
    """What is wrong with ``links``, which stand in ``file``; an anchor may be settled later.

    ``ids`` are those of ``file``; ``loaded``, whether a browser follows the links by itself.
    """
    for link in links:
        target = read_link(link, survey.home)
        if isinstance(target, Outside):
            if loaded:
                yield Finding("G-OUTSIDE", file, link, {"host": target.host})
        elif isinstance(target, Program):
            if survey.guarded:
                yield of_address(file, link)
        elif target is not None:
            address = reach(target, seat)
            found = None if address is None else _file_at(address, survey.files)
            if found is None:
                yield Finding("G-LINK", file, link, {"target": address or target.path})
            elif (
                isinstance(target, Inside)
                and target.fragment
                and (found != file or target.fragment not in ids)
            ):
                survey.anchors[found, target.fragment].append((file, link))


def _file_at(address: str, files: Set[str]) -> str | None:
    """The file that a server gives for ``address``."""
    if not address or address.endswith("/"):
        index = f"{address}index.html"
        return index if index in files else None
    if address in files:
        return address
    index = f"{address}/index.html"
    return index if index in files else None


def _of_anchors(survey: _Survey) -> Iterator[Finding]:
    for (page, fragment), sources in survey.anchors.items():
        if page not in survey.ids:
            continue
        ids = survey.ids[page].split("\0")
        if fragment in ids or unquote(fragment) in ids:
            continue
        values = {"target": address_of(page), "anchor": unquote(fragment)}
        if meant := closest(unquote(fragment), ids):
            values["suggestion"] = f"#{meant}"
        yield from (Finding("G-ANCHOR", file, link, values) for file, link in sources)


def _suggested(findings: list[Finding], files: Iterable[str]) -> list[Finding]:
    """``findings``, each dead link with the address that it most likely meant."""
    if not any(finding.code == "G-LINK" for finding in findings):
        return findings
    nearest = Nearest(files)
    return [_with_nearest(finding, nearest) for finding in findings]


def _with_nearest(finding: Finding, nearest: Nearest) -> Finding:
    if finding.code != "G-LINK" or not (meant := nearest.to(finding.values["target"])):
        return finding
    return replace(finding, values={**finding.values, "suggestion": meant})


def _placed(folder: Path, findings: Iterable[Finding]) -> list[Fault]:
    """``findings`` as sorted faults; their files are read again, since none is kept."""
    faults: list[Fault] = []
    by_file = attrgetter("file")
    for file, within in groupby(sorted(findings, key=by_file), by_file):
        source = (folder / file).read_text("utf-8", "replace")
        faults += (as_fault(finding, source) for finding in within)
    return sorted(faults, key=attrgetter("order"))
