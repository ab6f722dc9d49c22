"""A file as it is laid out: where each key, value and item begins and ends, in characters.

Reading keeps where a value begins, for a fault to point to. To change a file and leave the rest of
it as its author wrote it, one must know where a value ends too, and what stands beside it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

import yaml

_OPENING = re.compile(r"\ufeff?(?:[ \t]*\n)*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text."""

    text: str
    """As YAML reads it."""

    start: int
    """Where it begins."""

    end: int
    """Where it ends: right after its last sign, line ends left out."""

    style: str
    """``|``, ``>``, a quote; nothing when it stands bare."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Leaf
    value: "Node"


@dataclass(frozen=True, slots=True)
class Group:
    """Fields or items that stand together."""

    entries: tuple[Entry, ...]
    """Its fields, in the order of the file."""

    items: tuple["Node", ...]
    """Its items."""

    is_list: bool
    """Whether it holds items."""

    is_flow: bool
    """Whether it stands between brackets or braces."""

    start: int
    """Where it begins."""

    end: int
    """Where it ends: with what it holds, or right after its bracket."""

    def entry(self, keys: frozenset[str], same: Any) -> Entry | None:
        """The field whose key, made alike by ``same``, is one of ``keys``."""
        return next((each for each in self.entries if same(each.key.text) in keys), None)


Node = Leaf | Group


@dataclass(frozen=True, slots=True)
class Layout:
    """A file, with ``\\n`` at the end of each line."""

    text: str
    """All of it."""

    fields: Group
    """Its front matter."""

    front: int
    """Where the front matter begins."""

    after: int
    """Right after the line that closes it."""

    body: tuple[int, int] = field(default=(0, 0))
    """Where the narrative begins and ends, blank lines left out."""

    def line_start(self, at: int) -> int:
        """Where the line of the place ``at`` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def next_line(self, at: int) -> int:
        """Where the line after that of the place ``at`` begins."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def column(self, at: int) -> int:
        """How many signs stand before the place ``at`` on its line."""
        return at - self.line_start(at)


def layout_of(text: str) -> Layout:
    """How the file ``text`` is laid out; it is one that reading makes a record of.

    Raises:
        ValueError: it has no front matter.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        raise ValueError("a file without front matter cannot be patched")
    front = text[opening.end() : closing.start()]
    rest = text[closing.end() :]
    begin = closing.end() + len(rest) - len(rest.lstrip("\n"))
    body = (begin, max(begin, closing.end() + len(rest.rstrip())))
    root = yaml.compose(front, Loader=yaml.CSafeLoader)
    fields = _node(root, front, opening.end()) if root is not None else None
    if not isinstance(fields, Group):
        fields = Group((), (), False, False, opening.end(), opening.end())
    return Layout(text, fields, opening.end(), closing.end(), body)


def _node(node: Any, front: str, offset: int) -> Node:
    start, end = node.start_mark.index + offset, node.end_mark.index + offset
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
        # libyaml counts the blank lines after a block as its own; unless it keeps them, they
        # are the author's way to set apart what follows.
        written = front[start - offset : end - offset]
        if style in ("|", ">") and "+" not in written.partition("\n")[0]:
            end = start + len(written.rstrip())
        elif style in ("|", ">"):
            end = start + len(written.removesuffix("\n"))
        text = "" if not style and node.value in ("~", "null") else node.value
        return Leaf(text, start, end, style)
    flow = bool(node.flow_style)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_node(each, front, offset) for each in node.value)
        last = items[-1].end if items and not flow else end
        return Group((), items, True, flow, start, last)
    entries = []
    for key, value in node.value:
        name = _node(key, front, offset)
        assert isinstance(name, Leaf)
        entries.append(Entry(name, _held(_node(value, front, offset), name, front, offset)))
    last = entries[-1].value.end if entries and not flow else end
    return Group(tuple(entries), (), False, flow, start, last)


def _held(value: Node, key: Leaf, front: str, offset: int) -> Node:
    """``value``; where it says nothing, right after the colon of ``key``."""
    if isinstance(value, Leaf) and value.start == value.end:
        colon = front.find(":", key.end - offset) + 1 + offset
        return Leaf("", colon, colon, "")
    return value


@dataclass(frozen=True, slots=True)
class Edit:
    """A text that comes in the place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def edited(raw: str, edits: list[Edit]) -> str:
    """``raw`` with ``edits``, whose places are those of its text with ``\\n`` line ends.

    The line ends of the file are kept; a line that comes in ends as the file's first line does.

    Raises:
        ValueError: two edits speak of the same place.
    """
    text = with_newlines(raw)
    cuts = [found.start() - number for number, found in enumerate(re.finditer("\r\n", raw))]
    first = re.search("\r\n|\n|\r", raw)
    line_end = first[0] if first else "\n"
    parts: list[str] = []
    at = 0
    for whole in sorted(edits, key=lambda each: (each.start, each.end)):
        edit = _trimmed(whole, text)
        start, end = (place + bisect_left(cuts, place) for place in (edit.start, edit.end))
        if start < at:
            raise ValueError("two edits of the same place")
        parts += [raw[at:start], edit.text.replace("\n", line_end)]
        at = end
    return "".join((*parts, raw[at:]))


def alike(one: str, other: str) -> int:
    """How many signs ``one`` and ``other`` begin with alike."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _trimmed(edit: Edit, text: str) -> Edit:
    """``edit`` without what it begins and ends with that is there already."""
    old = text[edit.start : edit.end]
    before = alike(old, edit.text)
    rest, new = old[before:], edit.text[before:]
    after = alike(rest[::-1], new[::-1])
    return Edit(edit.start + before, edit.end - after, new[: len(new) - after])


def with_newlines(raw: str) -> str:
    """``raw`` with ``\\n`` at the end of each line."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")
