"""What of a page is worth searching: its words, with the few tags that an index keeps.

An index would read each page tag by tag, and drop most of what it reads; we know what to keep.
"""

import re

from markupsafe import escape

from chemins.pages.site import Body

_UNSEEN = re.compile(
    r'<svg\b.*?</svg>|<h1\b.*?</h1>|<p class="(?:kicker|note provenance)">.*?</p>', re.DOTALL
)
"""Pictures, the title, and what is said alike of many pages: what each is, who approved it."""

_WITHIN_WORDS = re.compile(r"</?(?:a|strong|em|s|small)(?: [^>]*)?>")
_UNNAMED_HEADING = re.compile(r"<h[2-6](?! id=)[^>]*>(.*?)</h[2-6]>", re.DOTALL)
_BETWEEN_WORDS = re.compile(r"(?:<(?!/?(?:p|li|ol|ul|code|pre|h[2-6])\b)[^<>]*>\s*)+")
_ATTRIBUTES = re.compile(r"<(p|li|ol|ul|code|pre) [^>]*>")


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
