"""The term: a word explained."""

from typing import ClassVar

from chemins.records.base import Record
from chemins.records.types import Line, Prose


class Term(Record):
    """A word of the field, for those who do not live in it."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "glossary"
    heading: ClassVar[str] = "term"
    sorted_by: ClassVar[tuple[str, ...]] = ("term",)
    corrected: ClassVar[tuple[str, ...]] = ("definition", "acronym")

    term: Line
    """The word."""

    definition: Prose
    """What it means, in a sentence or two."""

    acronym: Line | None = None
    """Its short form."""
