"""The cooperation: how organisations work together on a subject, seen at dates."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.relations import relation
from chemins.records.types import Choice, Flag, Line, Moment


class Degree(Choice):
    """Seven ways of standing to one another, between rivalry and trust; further is not better.

    Source: the Tamarack Institute's Collaboration Spectrum, as the CoVe's deck gives it.
    """

    COMPETITION = "competition"
    COEXISTENCE = "coexistence"
    COMMUNICATION = "communication"
    ASSISTANCE = "assistance"
    COORDINATION = "coordination"
    COLLABORATION = "collaboration"
    INTEGRATION = "integration"


class CooperationObservation(Part):
    """What was seen of a cooperation, at a date."""

    date: Moment
    """When."""

    degree: Degree
    """Which of the seven."""

    observed_by: Line | None = None
    """By whom."""

    consent: Flag = False
    """Whether those concerned agree to its publication: without it, it is not shown."""

    @property
    def is_public(self) -> bool:
        """Only with consent."""
        return self.consent


class Cooperation(Record):
    """How some organisations work together on a subject."""

    kind: ClassVar[str] = "cooperation"
    folder: ClassVar[str] = "cooperations"
    heading: ClassVar[str] = "subject"

    subject: Line
    """What they work on."""

    between: tuple[Line, ...] = relation("actor", inverse="cooperations", loose=True)
    """Who."""

    observations: tuple[CooperationObservation, ...] = ()
    """What was seen, at which dates."""
