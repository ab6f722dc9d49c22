"""The stage: a step of the process."""

from typing import ClassVar

from chemins.records.base import Record
from chemins.records.types import Line, Prose, Whole


class Stage(Record):
    """A step of the process: each side of it only where it is known."""

    kind: ClassVar[str] = "stage"
    folder: ClassVar[str] = "stages"
    sorted_by: ClassVar[tuple[str, ...]] = ("order",)

    title: Line
    """What was dared."""

    order: Whole | None = None
    """Its place in the process."""

    publics: tuple[Line, ...] = ()
    """With whom."""

    conviction: Prose | None = None
    """What one believed."""

    posture: Prose | None = None
    """How one held oneself."""

    method: Prose | None = None
    """How one went about it."""

    conditions: Prose | None = None
    """What it needed."""
