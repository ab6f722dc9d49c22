"""A page written by hand: its bytes → its front matter and its text, as strictly as a record's.

MkDocs publishes the front matter as text when its YAML is wrong, takes the first line of a page
that begins with ``Rappel:`` for a field, and reads ``12:30`` as 750. So none of it is left to it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from chemins.faults import Fault, Place, Word
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.reading import front_matter, tree
from chemins.reading.attachments import PAGE
from chemins.reading.comments import lost_to_comments
from chemins.reading.encoding import text_of, too_heavy

TEXTS = ("title", "description", "author")
"""The fields that stand in the head of the page: texts, whatever YAML would make of them."""

_KNOWN = frozenset({*TEXTS, "hide", "icon", "search", "status", "subtitle", "tags", "template"})
"""Fields that Material reads; any other may stand there too."""

_FIELD = re.compile(r"(?:[ \t]*\n)*---[ \t]*\n[\"']?[\w-]+[\"']?[ \t]*:(?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class ByHand:
    """What such a page says, before it is rendered."""

    text: str
    """The whole file."""

    body: str = ""
    """What follows the front matter."""

    body_line: int = 1
    """The line of the file on which the body begins."""

    meta: Mapping[str, Any] = field(default_factory=dict)
    """The front matter: ``TEXTS`` as they are written, the rest as YAML reads it."""


def pages_by_hand(
    folder: Path, paths: Iterable[str]
) -> tuple[Mapping[str, ByHand], tuple[Fault, ...]]:
    """The pages among ``paths``, and what is wrong with their front matter and characters."""
    pages: dict[str, ByHand] = {}
    faults: list[Fault] = []
    for path in sorted(paths):
        if path.lower().endswith(PAGE):
            pages[path], wrong = read_by_hand(folder, path)
            faults += wrong
    return pages, tuple(faults)


def read_by_hand(folder: Path, path: str) -> tuple[ByHand, list[Fault]]:
    """The page in the file ``path`` of ``folder``, and what is wrong with it."""
    try:
        if heavy := too_heavy((folder / path).stat().st_size, path):
            return ByHand(""), [heavy]
        data = (folder / path).read_bytes()
    except OSError as error:
        return ByHand(""), [unreadable(Place(path), error)]
    return by_hand_of(data, path)


def by_hand_of(data: bytes, path: str) -> tuple[ByHand, list[Fault]]:
    """The page that the bytes ``data`` of the file ``path`` hold, and what is wrong with it."""
    text = text_of(data, path)
    if not isinstance(text, str):
        return ByHand(""), text
    prose = ByHand(text, text)
    parts = front_matter.split(text, path, "", _KNOWN)
    if isinstance(parts, Fault):
        # A line of dashes may also be a rule at the top of a text.
        meant = parts.code == "E-UNCLOSED" and _FIELD.match(text)
        return prose, [parts] if meant else []
    composed = tree.compose(parts.front_matter, path, parts.first_line)
    if isinstance(composed, Fault):
        return prose, [] if _is_blank(parts.front_matter) else [composed]
    if isinstance(composed, tree.Sequence) or (isinstance(composed, tree.Scalar) and composed.text):
        return prose, []
    fields = composed.fields if isinstance(composed, tree.Mapping) else []
    if _is_blank(parts.front_matter) and any(" " in key.text for key, _ in fields):
        return prose, []
    meta, faults = _meta(parts, fields, path)
    faults += lost_to_comments(parts.front_matter, path, parts.first_line)
    return ByHand(text, parts.body, parts.body_line, meta), faults


def _is_blank(front: str) -> bool:
    """Whether the first line of ``front`` is blank, as after a rule and never before a field."""
    return not front.partition("\n")[0].strip()


def _meta(
    parts: front_matter.Parts, fields: Iterable[tuple[tree.Scalar, tree.Tree]], path: str
) -> tuple[dict[str, Any], list[Fault]]:
    meta: dict[str, Any] = {}
    faults: list[Fault] = []
    first: dict[str, int] = {}
    typed = _typed(parts.front_matter)
    for key, value in fields:
        name = key.text
        if name in first:
            faults.append(fault("E-TWICE", Place(path, *key.span), key=name, first=first[name]))
            continue
        first[name] = key.span[0]
        if name in TEXTS and not isinstance(value, tree.Scalar):
            expected = Word("faults.E-SHAPE.expected.scalar")
            faults.append(fault("E-SHAPE", Place(path, *value.span), key=name, expected=expected))
        elif isinstance(value, tree.Scalar) and (name in TEXTS or name not in typed):
            if value.text:
                meta[name] = value.text
        elif name in typed:
            meta[name] = typed[name]
    return meta, faults


def _typed(front: str) -> dict[str, Any]:
    """The fields of ``front`` that YAML can make something of, each on its own."""
    loader = yaml.CSafeLoader(front)
    try:
        root = loader.get_single_node()
        values: dict[str, Any] = {}
        for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
            try:
                values[str(key.value)] = loader.construct_object(node, deep=True)
            except (yaml.YAMLError, ValueError, OverflowError, TypeError):
                continue
        return values
    finally:
        loader.dispose()
