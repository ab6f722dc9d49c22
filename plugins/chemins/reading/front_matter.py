"""Text → front matter and body. The front matter stands between two lines ``---``."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import fold

_OPENING = re.compile(r"(?:[ \t]*\n)*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_DASHES = re.compile(r"\s*[-–—]{2,}\s*")
_WITHIN = re.compile(r"[ \t#\]}]|-(?:\s|$)")


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


def split(text: str, path: str, example: str, keys: Collection[str]) -> Parts | Fault:
    """The two parts of ``text``.

    ``example`` is the field that the hint shows; ``keys`` are the folded keys by which a line is
    known as a field, where the end of the front matter has to be guessed.
    """
    opening = _OPENING.match(text)
    if opening is None:
        if text.lstrip().rstrip("-. \t\n") == "" and "---" in text:
            return fault("E-UNCLOSED", Place(path, text[: text.index("---")].count("\n") + 1))
        return fault("E-NO-FRONT-MATTER", Place(path), example=example)
    closing = _CLOSING.search(text, opening.end())
    first_line = text.count("\n", 0, opening.end()) + 1
    if closing is None:
        return _unclosed(text[opening.end() :].split("\n"), path, first_line, keys)
    rest = text[closing.end() :]
    body = rest.lstrip("\n")
    body_line = text.count("\n", 0, closing.end()) + 1 + len(rest) - len(body)
    return Parts(
        front_matter=text[opening.end() : closing.start()],
        first_line=first_line,
        body=body.rstrip(),
        body_line=body_line,
    )


def _unclosed(lines: list[str], path: str, first_line: int, keys: Collection[str]) -> Fault:
    """The fault of ``lines`` that nothing closes, where the closing line should have been."""
    last = Place(path, first_line - 1, 1, 3)
    for number, line in enumerate(lines, first_line):
        if not line.strip():
            continue
        place = Place(path, number, 1, len(line.rstrip()))
        if _DASHES.fullmatch(line):
            return fault("E-UNCLOSED", place, "dashes")
        if not _may_be_in_front_matter(line, keys):
            return fault("E-UNCLOSED", place, "before")
        last = place
    return fault("E-UNCLOSED", last, "after" if last.line >= first_line else "")


def _may_be_in_front_matter(line: str, keys: Collection[str]) -> bool:
    if _WITHIN.match(line):
        return True
    key, colon, value = line.partition(":")
    if not colon or not (value.startswith(" ") or not value):
        return False
    # A sentence may hold a colon too; a key that is nearly right is one word.
    return fold(key.strip("\"'")) in keys or not re.search(r"\s", key)
