"""The action: what is done, by whom, with what money, for which change."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.contribution import Contribution
from chemins.records.period import Period
from chemins.records.relations import relation
from chemins.records.theme import Theme
from chemins.records.types import (
    Choice,
    Flag,
    Line,
    Moment,
    Number,
    Prose,
    Reference,
    Whole,
    Year,
)
from chemins.records.venue import Venue


class Status(Choice):
    """How far an action has come. It may also stop, and then says why."""

    UNDER_STUDY = "under_study"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    SUSPENDED = "suspended"
    DONE = "done"
    ABANDONED = "abandoned"


STOPPED = (Status.SUSPENDED, Status.ABANDONED)
"""Those of which one asks why."""


class StatusAtDate(Part):
    """What the status was, from a date."""

    date: Moment
    """Since when."""

    status: Status
    """Which."""

    reason: Prose | None = None
    """Why it changed."""


class Participation(Choice):
    """How far those concerned take part in an action.

    After Arnstein, "A Ladder of Citizen Participation", Journal of the American Planning
    Association, 1969, in the four words that French public bodies use.
    """

    INFORMATION = "information"
    CONSULTATION = "consultation"
    DIALOGUE = "dialogue"
    CO_CONSTRUCTION = "co_construction"


class FundingNature(Choice):
    """What a sum is taken from.

    Source: law n° 2014-173 of 21 February 2014, article 1: the policy for the city mobilises common
    law first (« droit commun »), and its own instruments only where that does not suffice.
    """

    COMMON_LAW = "common_law"
    SPECIFIC_CREDITS = "specific_credits"
    OTHER = "other"


class FundingStep(Choice):
    """How sure a sum is."""

    PLANNED = "planned"
    VOTED = "voted"
    PAID = "paid"


class Funding(Part):
    """A sum, from a funder, for a year."""

    says_whom: ClassVar[bool] = True
    told_apart_by: ClassVar[tuple[str, ...]] = ("funder", "year")
    corrected: ClassVar[tuple[str, ...]] = ("amount", "nature", "step")

    funder: Line = relation("actor", inverse="funds", loose=True, default=...)
    """Who pays."""

    year: Year | None = None
    """For which year."""

    amount: Number | None = None
    """Euros."""

    nature: FundingNature | None = None
    """What it is taken from."""

    step: FundingStep | None = None
    """How sure it is."""


class ActionStep(Part):
    """A step of an action: what is to be done, or was."""

    shorthand: ClassVar[str] = "text"

    text: Line
    """What."""

    date: Moment | None = None
    """When it is due, or was done."""

    done: Flag = False
    """Whether it is behind us."""


class Action(Record):
    """What is done so that something changes."""

    kind: ClassVar[str] = "action"
    folder: ClassVar[str] = "actions"
    sorted_by: ClassVar[tuple[str, ...]] = ("order",)
    corrected: ClassVar[tuple[str, ...]] = (
        *("status", "reason", "lead", "partners", "dates", "venue"),
        *("participation", "how_to_join", "fundings"),
    )

    title: Line
    """What is done, so that a resident understands it."""

    order: Whole | None = None
    """Its place among the actions."""

    status: Status
    """How far it has come."""

    reason: Prose | None = None
    """Why it is suspended or abandoned."""

    theme: Theme | None = None
    """The objective of the law that it serves."""

    lead: Line | None = relation("actor", inverse="leads", loose=True, default=None)
    """Who carries it."""

    partners: tuple[Line, ...] = relation("actor", inverse="supports", loose=True)
    """With whom."""

    contributes_to: tuple[Contribution, ...] = relation("change", "vision", inverse="actions")
    """The changes that it serves."""

    quartiers: tuple[Reference, ...] = relation("quartier", inverse="actions_here")
    """Where."""

    dates: Period | None = None
    """From when to when."""

    steps: tuple[ActionStep, ...] = ()
    """On the way."""

    fundings: tuple[Funding, ...] = ()
    """With what money."""

    publics: tuple[Line, ...] = ()
    """For whom."""

    participation: Participation | None = None
    """How far those concerned take part."""

    venue: Venue | None = None
    """Where one goes."""

    how_to_join: Prose | None = None
    """How to take part."""

    history: tuple[StatusAtDate, ...] = ()
    """What the status was, from which dates."""
