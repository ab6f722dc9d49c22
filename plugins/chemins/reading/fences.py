"""Markdown → the fences in it that ask for a drawing: ours, and those of Mermaid.

Read line by line, in linear time. What a fence holds is never taken for another fence.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.reading import tree
from chemins.records.fence import Fence, FenceField

OURS, MERMAID = "chemins", "mermaid"
"""What opens a fence: the first word after the signs."""

TITLE, DESCRIPTION = "accTitle", "accDescr"
"""What Mermaid calls the title and the description of a diagram.

Source: Mermaid 11, "Accessibility Options".
"""

_OPENING = re.compile(r"([ \t]*)(`{3,}|~{3,})[ \t]*\{?[ \t]*\.?([\w-]*)")
_MERMAID = re.compile(rf"[ \t]*({TITLE}|{DESCRIPTION})[ \t]*:?[ \t]*(.*?)[ \t]*$")


def fences_of(path: str, markdown: str, first_line: int = 1) -> tuple[Fence, ...]:
    """The fences of ``markdown``, whose first line is line ``first_line`` of the file ``path``."""
    if "```" not in markdown and "~~~" not in markdown:
        return ()
    return tuple(_read(each, first_line) for each in _fences(path, markdown, first_line))


def _fences(path: str, markdown: str, first_line: int) -> Iterator[Fence]:
    lines = markdown.split("\n")
    at = 0
    while at < len(lines):
        opening = _OPENING.match(lines[at])
        if opening is None:
            at += 1
            continue
        indent, signs, language = opening.groups()
        end = _end(lines, at + 1, signs)
        if language.lower() in (OURS, MERMAID):
            inner = (line.removeprefix(indent) for line in lines[at + 1 : end])
            width = len(lines[at].rstrip()) - len(indent)
            place = Place(path, at + first_line, len(indent) + 1, max(width, 1))
            text = "\n".join(inner)
            yield Fence(language.lower(), place, at, min(end + 1, len(lines)), indent, text)
        at = end + 1


def _end(lines: list[str], at: int, signs: str) -> int:
    """The line that closes a fence opened by ``signs``, or the end of the text."""
    while at < len(lines):
        bare = lines[at].strip()
        if bare.startswith(signs) and not bare.strip(signs[0]):
            return at
        at += 1
    return at


def _read(fence: Fence, first_line: int) -> Fence:
    top = fence.start + first_line + 1
    if fence.language == MERMAID:
        return replace(fence, fields=tuple(_words(fence, top)))
    composed = tree.compose(fence.text, fence.place.path, top)
    if isinstance(composed, Fault):
        return replace(fence, faults=(_unread(composed, fence),))
    return replace(fence, fields=tuple(_fields(composed, fence)))


def _unread(wrong: Fault, fence: Fence) -> Fault:
    """``wrong``, which speaks of a front matter, as it is of a fence."""
    column = wrong.place.column + len(fence.indent)
    return fault("E-FENCE", replace(wrong.place, column=column), "unread")


def _fields(composed: tree.Tree, fence: Fence) -> Iterator[FenceField]:
    if isinstance(composed, tree.Scalar):
        if composed.text:
            yield _field(composed, "", composed, fence)
        return
    if isinstance(composed, tree.Sequence):
        for each in composed.items:
            yield from _fields(each, fence)
        return
    for key, value in composed.fields:
        text = value.text if isinstance(value, tree.Scalar) else _listed(value)
        yield _field(key, text, value if text else key, fence)


def _listed(value: tree.Tree) -> str:
    items = value.items if isinstance(value, tree.Sequence) else []
    return ", ".join(each.text for each in items if isinstance(each, tree.Scalar))


def _field(key: tree.Scalar, value: str, at: tree.Tree, fence: Fence) -> FenceField:
    return FenceField(key.text, value, _place(key.span, fence), _place(at.span, fence))


def _place(span: tree.Span, fence: Fence) -> Place:
    line, column, width = span
    return Place(fence.place.path, line, column + len(fence.indent), width)


def _words(fence: Fence, top: int) -> Iterator[FenceField]:
    """The title and the description that the Mermaid text itself holds."""
    lines = fence.text.split("\n")
    for number, line in enumerate(lines):
        found = _MERMAID.match(line)
        if found is None:
            continue
        key, value = found.groups()
        if value.startswith("{"):
            rest = "\n".join((value[1:], *lines[number + 1 :]))
            value = " ".join(rest.partition("}")[0].split())
        place = Place(fence.place.path, number + top, found.start(1) + 1, len(key))
        yield FenceField(key, value, place, place)
