"""A page as a Markdown file: front matter, then its HTML as one island.

Everything stands inside one element and no line is blank, so that no reader of Markdown looks for
anything in it: for CommonMark the island ends at a blank line, for Python-Markdown at the element's
end.
"""

import re
from collections.abc import Iterable

from chemins.pages.site import Body, Crumb, Page
from chemins.text import escape

_VERBATIM = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)
_MARKUP = re.compile(r"[<>]|&(?=[#A-Za-z])")
_LINE_END = re.compile(r"\r\n?")
_BLANK_LINES = re.compile(r"\n(?:[ \t\f\v]*\n)+")
_LINE_END_BEFORE_BLANK = re.compile(r"\n(?=[ \t\f\v]*(?:\n|$))")


def markdown_file(page: Page, body: Body, html: str, trail: Iterable[tuple[Crumb, str]]) -> str:
    """The Markdown file of ``page``; ``html`` is all that it shows, ``trail`` what is above it.

    Each step of the trail comes with its link from the page.
    """
    lines = [
        "---",
        f"title: {escape.yaml(_inert(page.title))}",
        f"description: {escape.yaml(body.description)}",
        f"form: {escape.yaml(page.form)}",
    ]
    if not page.is_public:
        lines.append("noindex: true")
    for place, (crumb, href) in enumerate(trail):
        if not place:
            lines.append("trail:")
        lines.append(f"  - title: {escape.yaml(crumb.title)}")
        lines.append(f"    href: {escape.yaml(href)}")
    for key, loaded in (("styles", page.styles), ("scripts", page.scripts)):
        if loaded:
            lines += (f"{key}:", *(f"  - {escape.yaml(each)}" for each in loaded))
    if page.feeds:
        lines.append("feeds:")
    for feed in page.feeds:
        lines.append(f"  - title: {escape.yaml(feed.title)}")
        lines.append(f"    address: {escape.yaml(feed.address)}")
    form = escape.attribute(page.form)
    return "\n".join(
        (*lines, "---", "", f'<div class="page page--{form}">', island(html), "</div>", "")
    )


def island(html: str) -> str:
    """``html`` without blank lines, nor tabs where they count: the same to a browser."""
    pieces = _VERBATIM.split(_LINE_END.sub("\n", html))
    # Every second piece is preformatted.
    pieces[::2] = [_BLANK_LINES.sub("\n", piece) for piece in pieces[::2]]
    pieces[1::2] = [
        _LINE_END_BEFORE_BLANK.sub("&#10;", piece).replace("\t", "&#9;") for piece in pieces[1::2]
    ]
    return _BLANK_LINES.sub("\n", "".join(pieces)).strip()


def _inert(title: str) -> str:
    """``title`` for themes that write it as HTML, as Material does: nothing in it is markup."""
    return _MARKUP.sub(lambda found: str(escape.html(found[0])), title)
