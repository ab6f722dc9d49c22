"""A text of a file → another text in its place, in the style and on the lines it stood on."""

import re
from dataclasses import dataclass

import yaml

from chemins.writing.layout import Edit, Layout, Leaf, alike, layout_of
from chemins.writing.scalars import block, quoted, scalar

_UNSINGLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a text that runs over several."""

    start: int
    """Where it begins in the file, its indentation left out."""

    end: int
    """Where it ends."""

    first: int
    """Where it begins in the text."""

    last: int
    """Where it ends there."""

    fold: str
    """What the line end before it says."""


def replaced(layout: Layout, leaf: Leaf, text: str, indent: str, *, in_flow: bool) -> Edit:
    """``text`` in the place of ``leaf``; ``indent`` is that of what stands under its key."""
    if leaf.style in ("|", ">") or "\n" in layout.text[leaf.start : leaf.end]:
        edit = _woven(layout, leaf, text)
        if edit is not None and _reads(layout, leaf, edit, text):
            return edit
    return Edit(leaf.start, leaf.end, _afresh(layout, leaf, text, indent, in_flow))


def _afresh(layout: Layout, leaf: Leaf, text: str, indent: str, in_flow: bool) -> str:
    lead = "" if layout.text[leaf.start - 1] in " [{\n" else " "
    if "\n" in text:
        return lead + (quoted(text) if in_flow else block(text, indent))
    if leaf.style == '"':
        return quoted(text)
    if leaf.style == "'" and not _UNSINGLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    return lead + scalar(text, in_flow=in_flow)


def _reads(layout: Layout, leaf: Leaf, edit: Edit, text: str) -> bool:
    """Whether ``edit`` makes ``leaf`` say ``text``."""
    whole = layout.text[: edit.start] + edit.text + layout.text[edit.end :]
    try:
        found = _leaf_at(layout_of(whole), leaf.start)
    except (yaml.YAMLError, ValueError):
        return False
    return found == text


def _leaf_at(layout: Layout, start: int) -> str | None:
    waiting = [layout.fields]
    while waiting:
        group = waiting.pop()
        for node in (*(each.value for each in group.entries), *group.items):
            if isinstance(node, Leaf):
                if node.start == start:
                    return node.text
            else:
                waiting.append(node)
    return None


def _woven(layout: Layout, leaf: Leaf, text: str) -> Edit | None:
    """``text`` written on the lines of ``leaf`` whose words change, the others as they are."""
    lines = _lines(layout, leaf)
    old, new = leaf.text.rstrip("\n"), text.rstrip("\n")
    if not lines or _joined(layout, lines) != old or old == new:
        return None
    before = alike(old, new)
    after = min(alike(old[::-1], new[::-1]), len(old) - before, len(new) - before)
    first = max(number for number, each in enumerate(lines) if number == 0 or each.first <= before)
    last = min(
        (n for n, each in enumerate(lines) if each.last >= len(old) - after),
        default=len(lines) - 1,
    )
    last = max(first, last)
    while True:
        begin, end = lines[first].first, len(new) - (len(old) - lines[last].last)
        piece = new[begin:end] if end >= begin else None
        if piece and piece == piece.strip():
            break
        if last + 1 < len(lines):
            last += 1
        elif first > 0:
            first -= 1
        else:
            return None
    margin = " " * layout.column(lines[0].start)
    if leaf.style == "|":
        piece = "\n".join(f"{margin}{each}" if each else "" for each in piece.split("\n"))
        piece = piece.removeprefix(margin)
    else:
        margin = " " * layout.column(lines[-1].start)
        piece = re.sub("\n+", lambda gap: f"{gap[0]}\n{margin}", piece)
    return Edit(lines[first].start, lines[last].end, piece)


def _lines(layout: Layout, leaf: Leaf) -> list[_Line]:
    """The lines of ``leaf``, with their places in its text; none when they cannot be followed."""
    start, end = leaf.start, leaf.end
    if leaf.style in ("|", ">"):
        start = layout.next_line(start)
    elif leaf.style:
        start, end = start + 1, end - 1
    found: list[_Line] = []
    is_literal = leaf.style == "|"
    margin = -1
    place = start
    at = 0
    gap = 0
    for line in layout.text[start:end].split("\n"):
        content = line.rstrip() if leaf.style != "|" else line
        if margin < 0 and content:
            margin = len(content) - len(content.lstrip(" ")) if is_literal else 0
        lead = margin if is_literal else len(content) - len(content.lstrip())
        if content[lead:] or (is_literal and found):
            fold = ""
            if found:
                fold = "\n" if is_literal else "\n" * gap or " "
            at += len(fold)
            lead = min(lead, len(content))
            size = len(content) - lead
            found.append(_Line(place + lead, place + lead + size, at, at + size, fold))
            at += size
            gap = 0
        elif found:
            gap += 1
        place += len(line) + 1
    return found


def _joined(layout: Layout, lines: list[_Line]) -> str:
    """What ``lines`` say together."""
    return "".join(f"{line.fold}{layout.text[line.start : line.end]}" for line in lines)
