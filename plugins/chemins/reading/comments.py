"""What a ``#`` takes away from a value that its author meant whole.

In YAML a space and ``#`` begin a comment: « Place no #1 » would be published as « Place no ».
"""

import re

import yaml

from chemins.faults import Fault, Place
from chemins.faults.codes import fault

_MAY_BE_GLUED = re.compile(r"[ \t]#[^\s#]")
_GLUED = re.compile(r"[ \t]+(#[^\s#].*)")


def lost_to_comments(text: str, path: str, first_line: int) -> list[Fault]:
    """A warning for each plain value of ``text`` that ``#`` cuts, glued to what follows.

    ``text`` is well-formed YAML; its first line is line ``first_line`` of the file ``path``. A
    space after ``#`` shows that a comment is meant.
    """
    if _MAY_BE_GLUED.search(text) is None:
        return []
    lines = text.split("\n")
    faults = []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if not isinstance(event, yaml.ScalarEvent) or event.style:
            continue
        end = event.end_mark
        if end and (found := _GLUED.match(lines[end.line], end.column)):
            lost = found[1].rstrip()
            place = Place(path, end.line + first_line, found.start(1) + 1, len(lost))
            faults.append(fault("E-COMMENT", place, value=lost))
    return faults
