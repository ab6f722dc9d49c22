"""What the gates find, before it has a line and a column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chemins.faults import Fault, Place
from chemins.faults.codes import fault

_ATTRIBUTE = r"""(?:href|src|srcset|action|data|poster|content|background)\s*=\s*["']?\s*"""


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
    """What else the fault speaks of."""


def as_fault(finding: Finding, source: str) -> Fault:
    """``finding`` as a fault placed in ``source``, the text of its file."""
    place = locate(finding.link, finding.file, source)
    return fault(finding.code, place, link=finding.link, **finding.values)


def locate(link: str, file: str, source: str) -> Place:
    """Where ``link`` stands in ``source``: in an attribute first; the file's start if nowhere."""
    for written in dict.fromkeys((link, link.replace("&", "&amp;"))):
        quoted = re.escape(written)
        at = re.search(rf"""{_ATTRIBUTE}({quoted})(?=["'\s>])|["'(]({quoted})["')]""", source, re.I)
        if at:
            return _place(file, source, at.start(at.lastindex or 0), len(written))
        if len(written) > 3 and (start := source.find(written)) >= 0:
            return _place(file, source, start, len(written))
    return Place(file)


def _place(file: str, source: str, start: int, width: int) -> Place:
    line_start = source.rfind("\n", 0, start) + 1
    return Place(file, source.count("\n", 0, start) + 1, start - line_start + 1, width)
