"""The change: the passage from one state to another, as those concerned would see it."""

from typing import Any, ClassVar

from chemins.records.base import Part, Record
from chemins.records.contribution import Contribution
from chemins.records.relations import relation
from chemins.records.types import Choice, Flag, Line, Moment, Prose, Reference, Whole


class Dimension(Choice):
    """Which side of life changes: what people know, what they do, how they live.

    Source: F3E, "Les approches orientées changement" (2016), and the grid of the CoVe's deck.
    """

    KNOWLEDGE = "knowledge"
    PRACTICE = "practice"
    WAY_OF_LIFE = "way_of_life"


class Horizon(Choice):
    """When a change should be visible. The columns of a pathway."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class State(Choice):
    """How far a change can be seen today; it may also recede."""

    NOT_OBSERVED = "not_observed"
    NOT_YET = "not_yet"
    FIRST_SIGNS = "first_signs"
    UNDER_WAY = "under_way"
    SETTLED = "settled"
    RECEDING = "receding"


class ChangeObservation(Part):
    """What was seen of a change, at a date, and what somebody told of it."""

    told_apart_by: ClassVar[tuple[str, ...]] = ("date",)
    corrected: ClassVar[tuple[str, ...]] = ("state", "observed_by")

    date: Moment
    """When."""

    state: State
    """How far it could be seen."""

    observed_by: Line | None = None
    """By whom."""

    story: Prose | None = None
    """What was seen or told, as it was lived."""

    consent: Flag = False
    """Whether those who tell the story agree to its publication: without it, it is not shown."""

    @property
    def withheld(self) -> frozenset[str]:
        """The story, unless those who tell it agree."""
        return frozenset() if self.consent else frozenset({"story"})


class MarkerLevel(Choice):
    """How far a progress marker reaches: what one expects, what one hopes, what one dreams of.

    Source: Earl, Carden and Smutylo, "Outcome Mapping" (IDRC, 2001): *expect to see, like to see,
    love to see*, by the actors who change.
    """

    EXPECTED = "expected"
    HOPED = "hoped"
    IDEAL = "ideal"


class Marker(Part):
    """A sign that an actor is changing, agreed on beforehand: one watches for it."""

    actor: Line | None = relation("actor", inverse="markers", loose=True, default=None)
    """Who would do it."""

    level: MarkerLevel
    """How far it reaches."""

    text: Line
    """What one would see them do."""

    seen_on: Moment | None = None
    """When it was seen."""


class Change(Record):
    """A desired change, stated in the present tense, as something one could observe.

    Source: F3E, "Les approches orientées changement" (2016): what changes, for whom, by which path.
    """

    kind: ClassVar[str] = "change"
    folder: ClassVar[str] = "changes"
    sorted_by: ClassVar[tuple[str, ...]] = ("order",)
    corrected: ClassVar[tuple[str, ...]] = ("title", "starting_point", "observations")

    title: Line
    """The change in a sentence that one could check by looking."""

    order: Whole | None = None
    """Its place among the changes: the rows of the plan on one page."""

    starting_point: Prose | None = None
    """The state that it starts from."""

    dimension: Dimension
    """Which side of life changes."""

    horizon: Horizon
    """When it should be visible."""

    who_changes: tuple[Line, ...] = relation("actor", inverse="changes_of", loose=True)
    """The organisations or the publics that change."""

    quartiers: tuple[Reference, ...] = relation("quartier", inverse="changes")
    """Where."""

    contributes_to: tuple[Contribution, ...] = relation(
        "change", "vision", inverse="made_possible_by"
    )
    """What this change helps to come about."""

    state: State = State.NOT_OBSERVED
    """How far it can be seen."""

    observed_on: Moment | None = None
    """When that was last observed."""

    observed_by: Line | None = None
    """By whom."""

    evidence: Prose | None = None
    """What shows it."""

    observations: tuple[ChangeObservation, ...] = ()
    """What was seen of it, at which dates."""

    markers: tuple[Marker, ...] = ()
    """The signs that one watches for, actor by actor."""

    helped_by: tuple[Line, ...] = ()
    """What helps: circumstances, never named organisations."""

    hindered_by: tuple[Line, ...] = ()
    """What hinders: circumstances, never named organisations."""

    @property
    def rank(self) -> tuple[Any, ...]:
        """By declared order, then along the pathway, then by name."""
        *declared, identifier = super().rank
        return (*declared, tuple(Horizon).index(self.horizon), identifier)
