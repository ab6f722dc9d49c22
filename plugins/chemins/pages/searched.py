"""What of a page is worth searching: its words by passage, with the few tags that an index keeps.

An index would read each page tag by tag, and drop most of what it reads; we know what to keep.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from chemins.pages.site import Body

_UNSEEN = re.compile(r"<svg\b.*?</svg>|<h1\b.*?</h1>", re.DOTALL)
_WITHIN_WORDS = re.compile(r"</?(?:a|strong|em|s|small)(?: [^>]*)?>")
_UNNAMED_HEADING = re.compile(r"<h[2-6](?! id=)[^>]*>(.*?)</h[2-6]>", re.DOTALL)
_BETWEEN_WORDS = re.compile(r"(?:<(?!/?(?:p|li|ol|ul|code|pre|h[2-6])\b)[^<>]*>\s*)+")
_ATTRIBUTES = re.compile(r"<(p|li|ol|ul|code|pre) [^>]*>")
_HEADING = re.compile(r'<h[2-6] id="([^"]*)">(.*?)</h[2-6]>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading."""

    anchor: str
    """The heading's anchor; empty before the first."""

    heading: str
    """HTML without tags; empty before the first."""

    text: str
    """HTML of paragraphs, lists and samples, without attributes."""


def passages(body: Body) -> Iterator[Passage]:
    """The passages of ``body``, in reading order, the one before the first heading included."""
    first, *rest = _HEADING.split(searchable(body))
    yield Passage("", "", _on_one_line(first))
    for anchor, heading, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        yield Passage(anchor, _on_one_line(heading), _on_one_line(text))


def searchable(body: Body) -> str:
    """The words of ``body`` in one piece of HTML: no pictures, the same headings and anchors.

    The title of the page is left out, since an index has it already.
    """
    sections = (
        f'<h2 id="{escape(each.identifier)}">{escape(each.heading)}</h2>\n{each.html}'
        for each in body.sections
        if each.searched
    )
    html = _UNSEEN.sub("", "\n".join((str(body.front), *sections)))
    html = _UNNAMED_HEADING.sub(r" \1 ", _WITHIN_WORDS.sub("", html))
    return _ATTRIBUTES.sub(r"<\1>", _BETWEEN_WORDS.sub(" ", html))


def _on_one_line(html: str) -> str:
    if "<pre" not in html:
        html = html.replace("\n", " ").replace("\t", " ")
        while "  " in html:
            html = html.replace("  ", " ")
    return html.strip()
