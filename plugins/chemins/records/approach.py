"""The approach: how the collective works."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.relations import relation
from chemins.records.types import Choice, Line, Prose, Reference


class Phase(Choice):
    """The phases of a collective impact initiative.

    Source: Hanleybrown, Kania, Kramer, "Channeling Change", Stanford Social Innovation Review,
    2012.
    """

    INITIATE = "initiate"
    ORGANIZE = "organize"
    SUSTAIN = "sustain"


class Condition(Choice):
    """The five conditions of collective impact.

    Source: Kania, Kramer, "Collective Impact", Stanford Social Innovation Review, 2011.
    """

    COMMON_AGENDA = "common_agenda"
    SHARED_MEASUREMENT = "shared_measurement"
    REINFORCING_ACTIVITIES = "reinforcing_activities"
    CONTINUOUS_COMMUNICATION = "continuous_communication"
    BACKBONE = "backbone"


class ConditionMet(Part):
    """One of the five conditions, with what shows that it is met here."""

    shorthand: ClassVar[str] = "condition"

    condition: Condition
    """Which."""

    evidence: Prose | None = None
    """What shows it."""


class Approach(Record):
    """How the collective works: where it stands, what made it possible."""

    kind: ClassVar[str] = "approach"

    title: Line
    """What the page is called."""

    summary: Prose | None = None
    """How it was done, in a few sentences."""

    phase: Phase | None = None
    """Where the collective stands."""

    preconditions: tuple[Line, ...] = ()
    """What had to be there first."""

    conditions: tuple[ConditionMet, ...] = ()
    """The five conditions of collective impact, each with its evidence."""

    backbone: Reference | None = relation("actor", inverse="backbone_of", default=None)
    """The organisation that supports the whole."""
