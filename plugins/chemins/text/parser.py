"""Record Markdown → markdown-it tokens: CommonMark, tables, strikethrough, ``[[references]]``.

Raw HTML is text. Nothing here writes HTML: ``writer.py`` does. The shortcuts only skip work whose
outcome is known; a test compares them with the parser without them.
"""

import functools
import re

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from chemins.text import escape

REFERENCE = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]|]*))?\]\]")
"""``[[identifier]]``, ``[[kind:identifier]]``, with words of its own after a ``|``."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\uD800-\uDFFF]")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9\-._~/?#=&+,;:@]*")
_HAS_SCHEME = re.compile(r"[^/?#]*:")
_INLINE_MARKS = re.compile(r"[\n\\`*_~\[<&]")
_TERMINATORS = re.compile(r"[\n\\`*_~\[\]<&]|!(?=\[)")


@functools.cache
def parser() -> MarkdownIt:
    """The parser of the product, built once. It keeps no state: threads may share it."""
    return build()


def build(*, shortcuts: bool = True, keep_unsafe: bool = False) -> MarkdownIt:
    """A parser of record Markdown, with links kept as their author wrote them.

    ``keep_unsafe`` also makes links of those that must not be shown as links, so that checks can
    name them: what it parses must not be written as HTML.
    """
    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.enable(["table", "strikethrough"])
    markdown.core.ruler.at("normalize", _normalize)
    markdown.inline.ruler.before("link", "reference", reference)
    vars(markdown).update(
        normalizeLink=_as_written, validateLink=_is_any if keep_unsafe else _is_safe
    )
    if shortcuts:
        # With html=False both only ever answer no.
        markdown.disable(["html_block", "html_inline"])
        markdown.block.ruler.before("table", "plain_paragraph", _plain_paragraph)
        markdown.core.ruler.at("inline", _inline)
        markdown.inline.terminator_re = _TERMINATORS
    return markdown


def normalized(source: str) -> str:
    """``source`` with one sign a line end, other controls as blanks: no line or column moves."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub(" ", source)


def encoded(href: str) -> str:
    """``href`` with what may not stand in an address percent-encoded, its host in ASCII."""
    return href if _PLAIN_ADDRESS.fullmatch(href) else normalizeLink(href)


def is_relative(href: str) -> bool:
    """Whether ``href`` has no scheme: it leads somewhere within the site."""
    return _HAS_SCHEME.match(href) is None


def is_literal(source: str) -> bool:
    """Whether ``source``, on one line, surely holds no mark, so that it is its own text."""
    return _INLINE_MARKS.search(source) is None and _CONTROLS.search(source) is None


def is_plain_line(source: str) -> bool:
    """Whether ``source`` is surely one paragraph of one line, and its own text.

    It begins with a letter, which opens no other block.
    """
    if not source[:1].isalpha() or source[-1].isspace() or "\r" in source:
        return False
    return is_literal(source)


def _as_written(href: str) -> str:
    return href


def _is_safe(href: str) -> bool:
    return escape.safe_url(encoded(href)) is not None


def _is_any(_href: str) -> bool:
    return True


def _normalize(state: StateCore) -> None:
    state.src = normalized(state.src)


def reference(state: StateInline, silent: bool) -> bool:
    """The inline rule of ``[[identifier]]`` and ``[[identifier|words]]``."""
    if not state.src.startswith("[[", state.pos):
        return False
    found = REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None or not (identifier := found[1].strip()):
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = " ".join((found[2] or "").split()) or identifier
        token.info = identifier
        token.markup = "|" if (found[2] or "").strip() else ""
    state.pos = found.end()
    return True


def _inline(state: StateCore) -> None:
    """The core rule that parses inlines, without the inline parser where no mark stands."""
    parse = state.md.inline.parse
    for token in state.tokens:
        if token.type != "inline":
            continue
        content = token.content
        if _INLINE_MARKS.search(content):
            token.children = []
            parse(content, state.md, state.env, token.children)
        elif content:
            token.children = [Token("text", "", 0, content=content)]


def _plain_paragraph(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """The block rule of a line that can only be a whole paragraph.

    It begins with a letter, which opens no other block, and nothing can continue it.
    """
    content = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if silent or not content[:1].isalpha() or content[-1].isspace():
        return False
    if state.sCount[start] - state.blkIndent > 3 or not _ends_paragraph(state, start + 1):
        return False
    state.line = start + 1
    lines = [start, state.line]
    state.push("paragraph_open", "p", 1).map = lines
    token = state.push("inline", "", 0)
    token.content = content
    token.map = lines
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _ends_paragraph(state: StateBlock, line: int) -> bool:
    """Whether ``line`` surely ends the paragraph before it: none, blank, or the next bullet."""
    if line >= state.lineMax or state.isEmpty(line):
        return True
    indent = state.sCount[line]
    if not 0 <= indent < state.blkIndent or 0 <= state.listIndent <= indent - 4:
        return False
    bullet = state.bMarks[line] + state.tShift[line]
    return state.src.startswith(("- ", "* ", "+ "), bullet)
