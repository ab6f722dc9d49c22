"""Markdown tokens → HTML. Every sign of the source goes through ``escape`` here, and only here.

The HTML holds no blank line, no inline style and no script, so that it stands as an island in any
Markdown file and under a strict content policy.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from chemins.text import escape
from chemins.text.headings import Heading
from chemins.text.links import Links
from chemins.text.parser import encoded, is_relative
from chemins.text.tables import Caption
from chemins.text.words import words

_FIXED = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "hr": "<hr>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>",
    "tr_close": "</tr>\n",
    "th_close": "</th>",
    "td_close": "</td>",
    "table_close": "</table></div>\n",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "s_open": "<s>",
    "s_close": "</s>",
    "softbreak": "\n",
    "hardbreak": "<br>\n",
}

_ALIGNMENTS = {
    "text-align:left": ' class="left"',
    "text-align:center": ' class="center"',
    "text-align:right": ' class="right"',
}

_BEFORE_BLANK_LINE = re.compile(r"\n(?=[ \t]*\n)")


class Writer:
    """Writes the tokens of one body. Made for each body: it counts what it has written."""

    def __init__(
        self,
        links: Links,
        headings: Sequence[Heading] = (),
        captions: Mapping[int, Caption] | None = None,
        *,
        prefix: str = "",
        table_label: str = "",
        typeset: Callable[[str], str] = str,
    ) -> None:
        self._links = links
        self._identifiers = frozenset(heading.identifier for heading in headings)
        self._headings = iter(headings)
        self._heading_level = 0
        self._captions = captions or {}
        self._prefix = prefix
        self._table_label = table_label
        self._typeset = typeset
        self._table_labels: dict[str, int] = {}
        self._link_end = ""
        self._block_writers: dict[str, Callable[[Token], str]] = {
            "heading_open": self._heading_open,
            "heading_close": self._heading_close,
            "ordered_list_open": self._ordered_list_open,
            "th_open": self._th_open,
            "td_open": self._td_open,
            "fence": self._code,
            "code_block": self._code,
        }
        self._inline_writers: dict[str, Callable[[Token], str]] = {
            "code_inline": self._code_inline,
            "link_open": self._link_open,
            "link_close": self._link_close,
            "reference": self._reference,
            "image": self._image,
        }

    def blocks(self, tokens: Sequence[Token]) -> str:
        """``tokens`` of a whole body as HTML."""
        written: list[str] = []
        captions = self._captions
        skipped = {caption.start + offset for caption in captions.values() for offset in (0, 1, 2)}
        for position, token in enumerate(tokens):
            kind = token.type
            if position in skipped or token.hidden:
                continue
            if kind == "inline":
                self._inline_onto(written, token.children or ())
            elif (fixed := _FIXED.get(kind)) is not None:
                written.append(fixed)
            elif kind == "table_open":
                written.append(self._table_open(captions.get(position)))
            else:
                written.append(self._block_writers[kind](token))
        return "".join(written)

    def inline(self, tokens: Iterable[Token]) -> str:
        """Inline ``tokens`` as HTML."""
        written: list[str] = []
        self._inline_onto(written, tokens)
        return "".join(written)

    def _inline_onto(self, written: list[str], tokens: Iterable[Token]) -> None:
        for token in tokens:
            kind = token.type
            if kind == "text":
                written.append(self._text(token.content))
            elif (fixed := _FIXED.get(kind)) is not None:
                written.append(fixed)
            else:
                written.append(self._inline_writers[kind](token))

    def _heading_open(self, _token: Token) -> str:
        heading = next(self._headings)
        self._heading_level = heading.level
        return f'<h{heading.level} id="{escape.attribute(heading.identifier)}">'

    def _heading_close(self, _token: Token) -> str:
        return f"</h{self._heading_level}>\n"

    def _ordered_list_open(self, token: Token) -> str:
        start = token.attrs.get("start")
        return "<ol>\n" if start is None else f'<ol start="{int(start)}">\n'

    def _th_open(self, token: Token) -> str:
        return f'<th scope="col"{_alignment(token)}>'

    def _td_open(self, token: Token) -> str:
        return f"<td{_alignment(token)}>"

    def _table_open(self, caption: Caption | None) -> str:
        if caption is None:
            return f'<div class="table" tabindex="0"{self._region(self._table_label)}><table>\n'
        region = self._region(words(caption.tokens))
        text = self.inline(caption.tokens)
        return f'<div class="table" tabindex="0"{region}><table>\n<caption>{text}</caption>\n'

    def _region(self, label: str) -> str:
        """The role and name of a table's frame: no two alike on a page, no role without a name."""
        if not label:
            return ""
        number = self._table_labels.get(label, 0) + 1
        self._table_labels[label] = number
        name = label if number == 1 else f"{label} {number}"
        return f' role="region" aria-label="{escape.attribute(name)}"'

    def _code(self, token: Token) -> str:
        language = unescapeAll(token.info).split(maxsplit=1)[:1]
        name = f' class="language-{escape.attribute(language[0])}"' if language else ""
        return f"<pre><code{name}>{_without_blank_lines(token.content)}</code></pre>\n"

    def _code_inline(self, token: Token) -> str:
        return f"<code>{escape.html(token.content)}</code>"

    def _link_open(self, token: Token) -> str:
        href = self._href(str(token.attrs["href"]))
        if href is None:
            return ""
        self._link_end = "</a>"
        return _anchor(href, str(token.attrs.get("title", "")))

    def _link_close(self, _token: Token) -> str:
        end, self._link_end = self._link_end, ""
        return end

    def _reference(self, token: Token) -> str:
        target = self._links.reference(token.info)
        if target is None:
            return self._text(token.content)
        text = token.content if token.markup else target.title
        return f"{_anchor(target.href, '')}{escape.html(text)}</a>"

    def _image(self, token: Token) -> str:
        alternative = words(token.children or ())
        source = self._href(str(token.attrs["src"]))
        title = str(token.attrs.get("title", ""))
        if source is None:
            return escape.html(alternative)
        if is_relative(source):
            return (
                f'<img src="{escape.attribute(source)}" alt="{escape.attribute(alternative)}"'
                f'{_title(title)} loading="lazy">'
            )
        if self._link_end:
            return escape.html(alternative)
        return f"{_anchor(source, title)}{escape.html(alternative or source)}</a>"

    def _text(self, text: str) -> str:
        # An entity can spell a line end, and two of them a blank line.
        if "\n" in text or "\r" in text:
            text = text.replace("\n", " ").replace("\r", " ")
        return escape.html(self._typeset(text))

    def _href(self, written: str) -> str | None:
        """What leads from the page to what its author wrote; none when nothing may."""
        if not is_relative(written):
            return escape.safe_url(encoded(written))
        if written.startswith("#"):
            for fragment in (f"#{self._prefix}{written[1:]}", written):
                if fragment[1:] in self._identifiers:
                    return fragment
        address = self._links.address(written)
        return None if address is None else escape.safe_url(encoded(address))


def _anchor(href: str, title: str) -> str:
    rel = ' rel="noopener"' if href[:4].lower() == "http" and not is_relative(href) else ""
    return f'<a href="{escape.attribute(href)}"{_title(title)}{rel}>'


def _title(title: str) -> str:
    return f' title="{escape.attribute(title)}"' if title else ""


def _alignment(token: Token) -> str:
    return _ALIGNMENTS[str(token.attrs["style"])] if token.attrs else ""


def _without_blank_lines(code: str) -> str:
    """``code`` escaped, its blank lines written so that no Markdown reader ends the HTML there."""
    return _BEFORE_BLANK_LINE.sub("&#10;", escape.html(code))
