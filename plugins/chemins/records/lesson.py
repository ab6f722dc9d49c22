"""The lesson: what was learned."""

from typing import ClassVar

from chemins.records.base import Record
from chemins.records.relations import relation
from chemins.records.theme import Theme
from chemins.records.types import Line, Reference, Whole


class Lesson(Record):
    """A statement that others may use, and where it comes from."""

    kind: ClassVar[str] = "lesson"
    folder: ClassVar[str] = "lessons"
    heading: ClassVar[str] = "statement"
    sorted_by: ClassVar[tuple[str, ...]] = ("order",)
    corrected: ClassVar[tuple[str, ...]] = ("statement", "theme")

    statement: Line
    """What was learned, in a sentence."""

    order: Whole | None = None
    """Its place among the lessons."""

    theme: Theme | None = None
    """The objective of the law that it speaks to."""

    drawn_from: tuple[Reference, ...] = relation(
        "stage", "session", "action", "approach", inverse="lessons"
    )
    """Where it was learned."""
