"""The fault: a stable code at a place. Its words are in the locales, not here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any


class Severity(IntEnum):
    """How much a fault weighs, lightest first."""

    ADVICE = 1
    """Never stops anything."""

    WARNING = 2
    """Stops the build under ``--strict``."""

    ERROR = 3
    """Stops the build."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: what an editor needs to put the cursor there."""

    path: str
    """The file, relative to the content folder, with forward slashes; a folder ends with one."""

    line: int = 1
    """From 1."""

    column: int = 1
    """From 1, in characters."""

    width: int = 1
    """How many characters are meant, on that line."""

    sheet: str = ""
    """The sheet of a workbook, whose row is the line and whose column is the column."""

    heading: str = ""
    """What that column is called."""

    @property
    def is_folder(self) -> bool:
        """Whether a whole folder is meant, and no line of it."""
        return self.path == "." or self.path.endswith("/")


@dataclass(frozen=True, slots=True)
class Word:
    """A value of a fault that is itself said in the reader's language."""

    key: str
    """Where the locales hold it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """What fills it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    The sentence and the hint come from the locales, under ``faults.<code>``, filled with
    ``values``; so a fault can be said in any language.
    """

    code: str
    """Stable: people search for it. Declared in ``codes.py``, or by a rule in ``checks/``."""

    severity: Severity
    """What it stops."""

    place: Place
    """Where it stands."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """What the sentence and the hint speak of."""

    variant: str = ""
    """Chooses other words of the same code, ``hint_<variant>``, where one act does not fit all."""

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """The key that faults of a run are shown by: file, sheet, line, column, code."""
        place = self.place
        return (place.path, place.sheet, place.line, place.column, self.code)


def worst(faults: Iterable[Fault]) -> Severity | None:
    """The heaviest severity among ``faults``; none when there are no faults."""
    return max((fault.severity for fault in faults), default=None)
