"""What a body refers to, and where: for the checks that name a line and a column."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from chemins.text import escape
from chemins.text.parser import REFERENCE, build, encoded, normalized, reference

What = Literal["reference", "link", "image"]

_MAY_MENTION = re.compile(r"\[\[|\]\(|\]:|<[^\s<>]+[:@]")
_MAY_MENTION_INLINE = re.compile(r"[\[<]")
_LINE_END = re.compile(r"\n")
_BAR = re.compile(r"\|")
_CELLS = frozenset({"th_open", "td_open"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference, link or image of a body."""

    what: What
    """``[[…]]``, a link (autolinks and definitions used included), or an image."""

    value: str
    """What is mentioned: the identifier, or the address as its author wrote it, safe or not."""

    line: int
    """From 1, in the source."""

    column: int
    """From 1, in characters: where the value stands, else where the mention begins."""

    width: int
    """How many characters are meant, on that line."""


@dataclass(frozen=True, slots=True, order=True)
class _Found:
    """A mention within the text of one block."""

    start: int
    end: int
    what: What
    value: str


def mentions(source: str) -> tuple[Mention, ...]:
    """What ``source`` refers to, in reading order; not what stands in code.

    Unsafe addresses are mentioned too, though never shown as links.
    """
    if _MAY_MENTION.search(source) is None:
        return ()
    tokens = _parser().parse(source, {})
    lines = normalized(source).split("\n")
    cell_ends: dict[int, int] = {}
    placed: list[Mention] = []
    for before, token in pairwise(tokens):
        if before.type in _CELLS:
            placed += _in_cell(lines, token, cell_ends)
        elif token.type == "inline":
            placed += _in_lines(lines, token)
    return tuple(placed)


def _in_lines(lines: Sequence[str], token: Token) -> Iterator[Mention]:
    """The mentions of a paragraph or heading: each line of its text ends a line of the source."""
    first = _first_line(token)
    starts = _line_starts(token.content)
    fronts: dict[int, int] = {}
    for found in _found(token):
        at = bisect_right(starts, found.start) - 1
        line_start, line_end = starts[at], starts[at + 1] - 1
        if at not in fronts:
            fronts[at] = _front(lines[first + at], token.content[line_start:line_end])
        end = min(found.end, line_end)
        yield Mention(
            found.what,
            found.value,
            first + at + 1,
            fronts[at] + found.start - line_start + 1,
            max(end - found.start, 1),
        )


def _line_starts(text: str) -> list[int]:
    """Where each line of ``text`` begins, and where one more would."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    return [*starts, len(text) + 1]


def _front(line: str, text: str) -> int:
    """How far into the source's ``line`` its ``text`` begins.

    What a quotation or a list puts before a line, and its indentation, are not in the text.
    """
    words = text.lstrip()
    return max(line.rfind(words.rstrip()), 0) - (len(text) - len(words))


def _in_cell(lines: Sequence[str], token: Token, ends: dict[int, int]) -> Iterator[Mention]:
    """The mentions of a table's cell, found after the cells of its row that ``ends`` remembers."""
    number = _first_line(token)
    # In a cell the source writes each bar with a backslash, and the text has none left.
    written = _bars(token.content)
    front = max(lines[number].find(written, ends.get(number, 0)), 0)
    ends[number] = front + len(written)
    bars = [found.start() for found in _BAR.finditer(token.content)]
    for found in _found(token):
        start = found.start + bisect_left(bars, found.start)
        end = found.end + bisect_left(bars, found.end)
        yield Mention(found.what, found.value, number + 1, front + start + 1, max(end - start, 1))


def _bars(text: str) -> str:
    return text.replace("|", "\\|")


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _found(token: Token) -> list[_Found]:
    found: list[_Found] = token.meta.get("found", [])
    return found


@functools.cache
def _parser() -> MarkdownIt:
    """The parser of the product, whose inline rules also note where they apply."""
    markdown = build(keep_unsafe=True)
    rules = markdown.inline.ruler
    rules.at("reference", _noting(reference, _reference_at))
    rules.at("link", _noting(link, _link_at))
    rules.at("image", _noting(_image, _image_at))
    rules.at("autolink", _noting(autolink, _autolink_at))
    markdown.core.ruler.at("inline", _inline)
    return markdown


Rule = Callable[[StateInline, bool], bool]


def _noting(rule: Rule, found_at: Callable[[StateInline, int], _Found | None]) -> Rule:
    """``rule``, which also notes what it made of the text between where it began and ended."""

    def noting(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent and (found := found_at(state, start)) is not None:
            state.env["found"].append(found)
        return True

    return noting


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and _MAY_MENTION_INLINE.search(token.content):
            state.env["found"] = []
            state.md.inline.parse(token.content, state.md, state.env, [])
            token.meta["found"] = sorted(state.env["found"])


def _image(state: StateInline, silent: bool) -> bool:
    """The rule of images, without what it finds in their alternatives: there it is only text."""
    before = len(state.env["found"])
    applies = image(state, silent)
    del state.env["found"][before:]
    return applies


def _reference_at(state: StateInline, start: int) -> _Found | None:
    found = REFERENCE.match(state.src, start)
    if found is None:
        return None
    identifier = found[1].strip()
    begin = found.start(1) + found[1].index(identifier)
    return _Found(begin, begin + len(identifier), "reference", identifier)


def _link_at(state: StateInline, start: int) -> _Found:
    # The opening tag comes before the tokens of the link's own words.
    opening = next(
        token
        for token in reversed(state.tokens)
        if token.type == "link_open" and token.level == state.level
    )
    address = str(opening.attrs["href"])
    return _address_at(state, start, start, "link", address)


def _image_at(state: StateInline, start: int) -> _Found:
    return _address_at(state, start, start + 1, "image", str(state.tokens[-1].attrs["src"]))


def _address_at(state: StateInline, start: int, label: int, what: What, address: str) -> _Found:
    """Where ``address`` is written after the label, or the whole when it is written elsewhere."""
    end = state.pos
    after = parseLinkLabel(state, label) + 1
    if state.src.startswith("(", after):
        begin = after + 1
        while begin < end and state.src[begin].isspace():
            begin += 1
        destination = parseLinkDestination(state.src, begin, end)
        if destination.ok and destination.str == address and destination.pos > begin:
            in_brackets = state.src[begin] == "<"
            return _Found(begin + in_brackets, destination.pos - in_brackets, what, address)
    return _Found(start, end, what, address)


def _autolink_at(state: StateInline, start: int) -> _Found | None:
    address = str(state.tokens[-3].attrs["href"])
    if escape.safe_url(encoded(address)) is None:
        return None
    return _Found(start + 1, state.pos - 1, "link", address)
