"""Everything that a site publishes, by what it is, and what no text may have done to it."""

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser

MARK = "x-"
"""How the name of each tag begins that the texts try to bring."""

_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_NO_TEXT = frozenset(
    {".css", ".js", ".woff2", ".png", ".jpg", ".svgz", ".gz", ".map", ".ico", ".pdf", ".geojson"}
    | {".pf_index"}
)
_OF_CALENDARS = frozenset(
    {
        *("BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "END"),
        *("X-WR-TIMEZONE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "TZID", "TZNAME", "TZOFFSETFROM"),
        *("TZOFFSETTO", "DTSTART", "DTEND", "RRULE", "UID", "DTSTAMP", "SUMMARY", "DESCRIPTION"),
        *("LOCATION", "GEO", "CATEGORIES", "URL", "SEQUENCE", "STATUS", "TRANSP"),
    }
)
"""The properties that our calendars have."""


def harm(path: str, data: bytes) -> list[str]:
    """What the texts of records did to the file ``path`` of a site, that nobody meant.

    Raises:
        KeyError: nobody said yet how files of this sort are read: say it here.
    """
    if path.endswith(".json.gz"):
        # The search writes what it holds as text, never as HTML: tests/site/test_search.py.
        path, data = path.removesuffix(".gz"), gzip.decompress(data)
    ending = Path(path).suffix.lower() or Path(path).name
    if ending in _NO_TEXT:
        return []
    return [f"{path}: {each}" for each in READERS[ending](data.decode())]


def _html(text: str) -> Iterator[str]:
    tree = LexborHTMLParser(text)
    for node in tree.css("*"):
        if str(node.tag).startswith(MARK):
            yield f"<{node.tag}>"
        yield from (f"{node.tag} {name}" for name in node.attributes if name.startswith("on"))
    if f"&gt;&#39;&#34;&amp;49&lt;/{MARK}" in text:
        yield "a template was run"


def _xml(text: str) -> Iterator[str]:
    for node in ElementTree.fromstring(text).iter():
        if MARK in str(node.tag) or any(name.startswith("on") for name in node.attrib):
            yield f"<{node.tag}>"


def _json(text: str) -> Iterator[str]:
    json.loads(text)
    return iter(())


def _mermaid(text: str) -> Iterator[str]:
    for line in text.splitlines():
        bare = re.sub(r'"[^"]*"', '""', line)
        if MARK in bare and not bare.strip().startswith(("accTitle:", "accDescr:")):
            yield f"outside of a label: {line}"
        for label in re.findall(r'"([^"]*)"', line):
            if "<" in label.replace("<br/>", "") or "%%" in label:
                yield f"in a label: {line}"
        if re.match(r"\s*(click|style|linkStyle|classDef|%%\{)", line) and MARK in line:
            yield f"an order: {line}"


def _csv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_delimiter(text)):
        yield from (f"a formula: {cell}" for cell in row if MARK in cell and _FORMULA.match(cell))


def _delimiter(text: str) -> str:
    return ";" if text.partition("\n")[0].count(";") else ","


def _markdown(text: str) -> Iterator[str]:
    yield from _html(text.partition("\n---\n")[2])


def _calendar(text: str) -> Iterator[str]:
    for line in re.sub(r"\r\n[ \t]", "", text).strip().split("\r\n"):
        name = re.match(r"[A-Z-]*", line)[0]
        if name not in _OF_CALENDARS:
            yield f"a line that nobody meant: {line}"


def _plain(text: str) -> Iterator[str]:
    return iter(())


READERS: dict[str, Any] = {
    ".html": _html,
    ".xml": _xml,
    ".svg": _xml,
    ".atom": _xml,
    ".json": _json,
    ".jsonld": _json,
    ".mmd": _mermaid,
    ".csv": _csv,
    ".md": _markdown,
    ".ics": _calendar,
    ".txt": _plain,
    ".yml": _plain,
    ".chemins-pages": _plain,
}
"""How each sort of file that a site publishes is read."""
