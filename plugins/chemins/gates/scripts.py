"""What a page would run, and whether its policy names it.

The policy of a page is the first thing in its head, and the engine wrote it last: it names the
scripts that the engine knows, not those that the page holds.
"""

import re
from collections.abc import Iterator

from chemins.gates.document import Document, read_document
from chemins.gates.finding import Finding
from chemins.gates.links import Home, Program, read_link
from chemins.policy import INLINE, directives_of, hash_of, is_strict

CODE = "G-SCRIPT"

DRAWINGS = (".svg", ".xhtml", ".xht", ".xml")
"""How the names of files end that a browser shows, and whose scripts it runs, when opened alone."""

FORM = "admin/index.html"
"""The page that runs the form in which records are changed."""

_RUNNING = re.compile(rb"<\w*:?script|[\s\"'/]on\w+\s*=|javascript:|&#", re.IGNORECASE)
_CLIP = 80


def of_scripts(file: str, page: Document) -> Iterator[Finding]:
    """What ``page`` would run that its policy does not name, and what that puts out of effect."""
    if not is_strict(page.policy, form=file == FORM):
        yield Finding(CODE, file, "<head", {}, "policy")
        return
    directives = directives_of(page.policy)
    yield from _running(file, page, frozenset(directives["script-src"]))
    if page.base:
        yield Finding(CODE, file, page.base, {}, "base")
    styles = frozenset(directives.get("style-src", ()))
    if page.styles and INLINE not in styles:
        for style in page.styles:
            if hash_of(style) not in styles:
                yield Finding("G-STYLE", file, _first_line(style), {})


def of_drawing(file: str, data: bytes) -> Iterator[Finding]:
    """What ``data``, a file that stands for itself, would run."""
    if _RUNNING.search(data):
        drawing = read_document(data)
        yield from _running(file, drawing, frozenset())
        for link in (*drawing.links, *drawing.loads):
            if isinstance(read_link(link, _NOWHERE), Program):
                yield of_address(file, link)


def of_address(file: str, link: str) -> Finding:
    """The finding of a link that runs something."""
    return Finding(CODE, file, link, {}, "address")


def let_in(page: Document) -> frozenset[str]:
    """The frames of ``page`` that its policy lets show another site, as the settings allowed."""
    origins = directives_of(page.policy).get("frame-src", ()) if page.frames else ()
    return frozenset(
        link
        for link in page.frames
        if any(re.match(rf"\s*{re.escape(origin)}(?=[/?#]|\s*\Z)", link) for origin in origins)
    )


_NOWHERE = Home()


def _running(file: str, page: Document, sources: frozenset[str]) -> Iterator[Finding]:
    for script in page.scripts:
        if script.strip() and hash_of(script) not in sources:
            yield Finding(CODE, file, _first_line(script), {})
    for handler in page.handlers:
        yield Finding(CODE, file, handler, {}, "handler")


def _first_line(text: str) -> str:
    """Where ``text`` begins, as much of it as a report shows."""
    return text.strip().partition("\n")[0][:_CLIP].rstrip()
