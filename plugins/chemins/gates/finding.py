"""What the gates find, before it has a line and a column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chemins.faults import Fault, Place
from chemins.faults.codes import fault

_ATTRIBUTE = re.compile(
    r"""(?:href|src|srcset|action|data|poster|content|background)\s*=\s*["']?\s*\Z""", re.IGNORECASE
)
_REACH = 24
_OPENING = frozenset("\"'(")
_CLOSING = frozenset("\"')> \t\n\r")
_SHORT = 3
_WHOLE = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """A link that a gate does not let through."""

    code: str
    """The fault's code."""

    file: str
    """The file that holds the link, relative to the site."""

    link: str
    """The link as written, entities decoded."""

    values: Mapping[str, str]
    """What else the fault speaks of; with ``suggestion`` where something close exists."""

    variant: str = ""
    """The words that fit, where one act does not fit all."""


def as_fault(finding: Finding, source: str) -> Fault:
    """``finding`` as a fault placed in ``source``, the text of its file."""
    place = locate(finding.link, finding.file, source)
    variant = finding.variant or ("near" if "suggestion" in finding.values else "")
    return fault(finding.code, place, variant, link=finding.link, **finding.values)


def locate(link: str, file: str, source: str) -> Place:
    """Where ``link`` stands in ``source``: as an attribute, else between marks, else anywhere.

    The start of the file when it is nowhere, or too short to be told from other text.
    """
    for written in dict.fromkeys((link, link.replace("&", "&amp;"))):
        best, start = 0, -1
        for at in _occurrences(written, source):
            likeness = _likeness(source, at, at + len(written))
            if likeness > best:
                best, start = likeness, at
            if best == _WHOLE:
                break
        if start >= 0:
            return _place(file, source, start, len(written))
    return Place(file)


def _occurrences(written: str, source: str) -> Iterator[int]:
    at = source.find(written)
    while at >= 0:
        yield at
        at = source.find(written, at + 1)


def _likeness(source: str, start: int, end: int) -> int:
    """How much the text from ``start`` to ``end`` looks like an address, from 0 to ``_WHOLE``."""
    closed = source[end : end + 1] in _CLOSING
    if closed and _ATTRIBUTE.search(source, max(0, start - _REACH), start):
        return _WHOLE
    if closed and source[start - 1 : start] in _OPENING:
        return 2
    return 1 if end - start > _SHORT else 0


def _place(file: str, source: str, start: int, width: int) -> Place:
    line_start = source.rfind("\n", 0, start) + 1
    return Place(file, source.count("\n", 0, start) + 1, start - line_start + 1, width)
