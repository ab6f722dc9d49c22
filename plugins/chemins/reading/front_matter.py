"""Text → front matter and body. The front matter stands between two lines ``---``."""

import re
from dataclasses import dataclass

from chemins.faults import Fault, Place
from chemins.faults.codes import fault

_OPENING = re.compile(r"(?:[ \t]*\n)*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in its two parts."""

    front_matter: str
    """YAML, without the lines that hold it."""

    first_line: int
    """The line of the file on which it begins."""

    body: str
    """What follows, without blank lines around it."""

    body_line: int
    """The line of the file on which the body begins."""


def split(text: str, path: str, example: str) -> Parts | Fault:
    """The two parts of ``text``; ``example`` is the field that the hint shows."""
    opening = _OPENING.match(text)
    if opening is None:
        if text.lstrip().rstrip("-. \t\n") == "" and "---" in text:
            return fault("E-UNCLOSED", Place(path, text[: text.index("---")].count("\n") + 1))
        return fault("E-NO-FRONT-MATTER", Place(path), example=example)
    closing = _CLOSING.search(text, opening.end())
    first_line = text.count("\n", 0, opening.end()) + 1
    if closing is None:
        return fault("E-UNCLOSED", Place(path, first_line - 1, 1, 3))
    rest = text[closing.end() :]
    body = rest.lstrip("\n")
    body_line = text.count("\n", 0, closing.end()) + 1 + len(rest) - len(body)
    return Parts(
        front_matter=text[opening.end() : closing.start()],
        first_line=first_line,
        body=body.rstrip(),
        body_line=body_line,
    )
