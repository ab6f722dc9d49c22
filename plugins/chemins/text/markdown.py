"""What a contributor writes → HTML that is safe in any page, or plain text.

Raw HTML is shown as text, links lead only where ``Links`` and ``escape.safe_url`` let them, and
what the author types can never become a tag or an attribute of its own.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup

from chemins.text import escape
from chemins.text.headings import Heading, Taken, headings
from chemins.text.links import Links, Target
from chemins.text.parser import is_literal, is_plain_line, parser
from chemins.text.tables import captions as find_captions
from chemins.text.words import words
from chemins.text.writer import Writer

__all__ = ["Heading", "Links", "Rendered", "Target", "inline", "plain", "render"]

Typeset = Callable[[str], str]
"""Sets plain text as it is printed."""

_LINE_ENDS = re.compile(r"[\r\n]+")
_DEFINES_LINK = "]:"
"""The only mark that can give a meaning to text before it."""

_AFTER_WORD = " \u00a0\u202f,;:.–—"

_SAMPLE = 4
"""How many times the length wanted is read at first: markup takes room too."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body, ready for a page."""

    html: Markup
    """Its HTML, without blank lines."""

    headings: tuple[Heading, ...]
    """Its headings, in order, for the page's table of contents."""


def render(
    source: str,
    links: Links,
    *,
    level: int = 3,
    prefix: str = "t-",
    captions: tuple[str, ...] = (),
    table_label: str = "",
    typeset: Typeset = str,
    taken: Taken | None = None,
    keeps_lines: bool = False,
) -> Rendered:
    """``source``, a record's body, as HTML.

    Its highest heading becomes ``level`` and every identifier begins with ``prefix``. A paragraph
    that begins with one of ``captions`` and a colon, just before a table, is its caption; a table
    without one is named ``table_label``. ``typeset`` sets each run of text as it is printed. Where
    a page holds several texts, ``taken`` keeps the identifiers of one from those of the others.
    With ``keeps_lines``, a line that ends in the source ends on the page.
    """
    tokens = parser().parse(source, {})
    if keeps_lines:
        _keep_lines(tokens)
    found = headings(tokens, level, prefix, taken)
    writer = Writer(
        links,
        found,
        find_captions(tokens, captions),
        prefix=prefix,
        table_label=table_label,
        typeset=typeset,
    )
    return Rendered(Markup(writer.blocks(tokens)), found)


def _keep_lines(tokens: Iterable[Token]) -> None:
    for token in tokens:
        for child in token.children or ():
            if child.type == "softbreak":
                child.type = "hardbreak"


def inline(source: str, links: Links, typeset: Typeset = str) -> Markup:
    """``source`` as HTML within a line: no paragraph around it, line ends as spaces."""
    line = " ".join(each.strip(" \t") for each in _LINE_ENDS.split(source)).strip()
    if is_literal(line):
        return escape.html(typeset(line))
    tokens = parser().parseInline(line, {})
    return Markup(Writer(links, typeset=typeset).inline(tokens[0].children or ()))


def plain(source: str, limit: int | None = None) -> str:
    """The text of ``source`` on one line, without markup nor blocks of code.

    At most ``limit`` characters when there is one: cut after a word, with ``…`` at the end.
    """
    if limit is None:
        return _text(source)
    sample = _sample(source, limit)
    text = _text(sample)
    if len(text) <= limit and len(sample) < len(source):
        text = _text(source)
    return _cut(text, limit)


def _text(source: str) -> str:
    if is_plain_line(source):
        return words((Token("text", "", 0, content=source),))
    tokens = parser().parse(source, {})
    lines = (words(token.children) for token in tokens if token.type == "inline" and token.children)
    return " ".join(line for line in lines if line)


def _sample(source: str, limit: int) -> str:
    """The front of ``source``, up to a blank line, whose text is surely the front of its text."""
    end = source.find("\n\n", _SAMPLE * limit)
    if end < 0 or _DEFINES_LINK in source:
        return source
    return source[:end]


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    room = max(limit - 1, 0)
    front = text[:room]
    if text[room] not in _AFTER_WORD and (blank := front.rfind(" ")) > 0:
        front = front[:blank]
    return (front.rstrip(_AFTER_WORD) + "…")[:limit]
