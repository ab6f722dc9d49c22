"""The lesson: what was learned."""

from typing import ClassVar

from chemins.records.base import Record
from chemins.records.relations import relation
from chemins.records.types import Choice, Line, Reference, Whole


class Theme(Choice):
    """The objectives of the policy for the city.

    Source: law n° 2014-173 of 21 February 2014, article 1, II: 1° to 10°, in that order.
    """

    INEQUALITIES = "inequalities"
    RIGHTS = "rights"
    EMPLOYMENT = "employment"
    HOUSING = "housing"
    HEALTH = "health"
    SAFETY = "safety"
    URBAN_INTEGRATION = "urban_integration"
    SUSTAINABLE_CITY = "sustainable_city"
    MEMORY = "memory"
    EQUALITY = "equality"


class Lesson(Record):
    """A statement that others may use, and where it comes from."""

    kind: ClassVar[str] = "lesson"
    folder: ClassVar[str] = "lessons"
    heading: ClassVar[str] = "statement"
    sorted_by: ClassVar[tuple[str, ...]] = ("order",)

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
