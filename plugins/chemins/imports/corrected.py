"""What a filled form of correction changes, and what is to be said of it."""

from dataclasses import dataclass

from chemins.faults import Fault, Severity, worst
from chemins.imports.answers import Answer


@dataclass(frozen=True, slots=True)
class Said:
    """One value that changes, in words."""

    label: str
    """What it is called."""

    before: str
    """What was said; empty for nothing."""

    after: str
    """What will be."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a filled form changes."""

    faults: tuple[Fault, ...]
    """What is wrong or doubtful."""

    path: str = ""
    """The file of the record, in the content folder."""

    title: str = ""
    """What the record is called."""

    before: bytes = b""
    """Its file."""

    after: bytes = b""
    """Its file, as it is to be."""

    said: tuple[Said, ...] = ()
    """What changes."""

    item: str = ""
    """Which item of a list is meant; empty when it is the record itself."""

    is_added: bool = False
    """Whether that item is new."""

    approved_by: str = ""
    """Who had approved the record, where that is taken away."""

    why: str = ""
    """How the author knows."""

    texts: tuple[Answer, ...] = ()
    """The answers of free words, which may name somebody."""

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written."""
        return worst(self.faults) == Severity.ERROR
