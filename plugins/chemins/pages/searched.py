"""What of a page is worth searching, with the few tags that a search index keeps.

An index reads its pages tag by tag: what it would drop is dropped here first, at once.
"""

import re

from markupsafe import escape

from chemins.pages.site import Body

_UNSEEN = re.compile(r"<svg\b.*?</svg>|<h1\b.*?</h1>", re.DOTALL)
_WITHIN_WORDS = re.compile(r"</?(?:a|strong|em|s|small)(?: [^>]*)?>")
_BETWEEN_WORDS = re.compile(
    r"<(?!/?(?:p|li|ol|ul|code|pre)\b|/?h[2-6]\b)[^>]*>|<h[2-6](?! id=)[^>]*>"
)
_ATTRIBUTES = re.compile(r"<(p|li|ol|ul|code|pre) [^>]*>")


def searchable(body: Body) -> str:
    """The words of ``body`` as HTML: no pictures, no sources, the same headings and anchors.

    The title of the page is left out, since an index has it already.
    """
    sections = (
        f'<h2 id="{escape(each.identifier)}">{escape(each.heading)}</h2>\n'
        f"{each.html if each.searched else ''}"
        for each in body.sections
    )
    html = "\n".join((str(body.front), *sections))
    html = _WITHIN_WORDS.sub("", _UNSEEN.sub("", html))
    return _ATTRIBUTES.sub(r"<\1>", _BETWEEN_WORDS.sub(" ", html))
