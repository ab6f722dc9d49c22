"""What of a page is worth searching: its words, with the few tags that an index keeps.

An index would read each page tag by tag, and drop most of what it reads; we know what to keep.
"""

import re
from html import unescape

from markupsafe import escape

from chemins.pages.site import Body

_UNSEEN = re.compile(
    r'<svg\b.*?</svg>|<h1\b.*?</h1>|<p class="(?:kicker|note provenance)">.*?</p>'
    r"|</?(?:a|strong|em|s|small)(?: [^>]*)?>",
    re.DOTALL,
)
"""Pictures, the title, what is said alike of many pages (what each is, who approved it), and the
tags that may stand within a word."""

_UNNAMED_HEADING = re.compile(r"<h[2-6](?! id=)[^>]*>(.*?)</h[2-6]>", re.DOTALL)
_BETWEEN_WORDS = re.compile(r"(?:<(?!/?(?:p|li|ol|ul|code|pre|h[2-6])\b)[^<>]*>\s*)+")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"</(?:p|li|h[1-6]|dt|dd|td|th|figcaption)>")
_AGAIN = re.compile(r"(?: ·)+ ")
APART = " · "
"""What parts one thing said of a page from the next."""

_ATTRIBUTES = re.compile(r"<(p|li|ol|ul|code|pre) [^>]*>")


def searchable(body: Body) -> str:
    """The words of ``body`` in one piece of HTML: no pictures, the same headings and anchors.

    The title of the page is left out, since an index has it already.
    """
    html = _UNNAMED_HEADING.sub(r" \1 ", _seen(body))
    return _ATTRIBUTES.sub(r"<\1>", _BETWEEN_WORDS.sub(" ", html))


def said(body: Body) -> str:
    """The words of ``body`` on one line, as our own index takes them, without its title."""
    return plain(_seen(body))


def plain(html: str) -> str:
    """The words of ``html``, on one line."""
    spaced = _TAG.sub(" ", _BLOCK.sub(APART, html))
    words = " ".join((unescape(spaced) if "&" in spaced else spaced).split())
    return _AGAIN.sub(APART, words).strip(APART)


def _seen(body: Body) -> str:
    sections = (
        f'<h2 id="{escape(each.identifier)}">{escape(each.heading)}</h2>\n{each.html}'
        for each in body.sections
        if each.searched
    )
    return _UNSEEN.sub("", "\n".join((str(body.front), *sections)))
