"""The session: people met, and something came of it."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.hours import Time
from chemins.records.relations import RECORDS, relation
from chemins.records.types import Choice, Counts, Flag, Line, Moment, Prose, Reference, Whole
from chemins.records.venue import Venue


class SessionType(Choice):
    """The form of a session."""

    INTERVIEWS = "interviews"
    MEETING = "meeting"
    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    COMMITTEE = "committee"
    EVENT = "event"


class Outcome(Choice):
    """What was made of an idea."""

    TAKEN = "taken"
    TAKEN_IN_PART = "taken_in_part"
    ALREADY_UNDER_WAY = "already_under_way"
    UNDER_STUDY = "under_study"
    PASSED_ON = "passed_on"
    NOT_TAKEN = "not_taken"


class Idea(Part):
    """Something that was said, and what was made of it."""

    shorthand: ClassVar[str] = "text"

    text: Line
    """The idea, in the words of the room."""

    group: Line | None = None
    """The group it was put in."""

    outcome: Outcome | None = None
    """What was made of it."""

    reason: Prose | None = None
    """Why."""

    becomes: tuple[Reference, ...] = relation(RECORDS, inverse="ideas")
    """The records that came of it."""


class IdeaGroup(Part):
    """Ideas that the room put together."""

    shorthand: ClassVar[str] = "name"

    name: Line
    """What the group was called."""

    ideas: tuple[Line, ...] = ()
    """What was in it, in the words of the room."""


class IdeaMap(Part):
    """One state of the ideas in their groups, while they were being sorted.

    Source of the form: Kawakita's affinity diagram (KJ method, 1967); the CoVe's deck calls it
    « schéma patates ».
    """

    title: Line | None = None
    """What this state was called."""

    date: Moment | None = None
    """Of when it is."""

    groups: tuple[IdeaGroup, ...] = ()
    """The groups, in the order in which they were read out."""


class Quotation(Part):
    """Words that somebody agreed to see published."""

    text: Prose
    """The words."""

    consent: Flag = False
    """Whether the person agreed."""

    @property
    def is_public(self) -> bool:
        """Only with consent."""
        return self.consent


class Session(Record):
    """An interview round, meeting, seminar, workshop, committee or event: held, or to come."""

    kind: ClassVar[str] = "session"
    folder: ClassVar[str] = "sessions"
    sorted_by: ClassVar[tuple[str, ...]] = ("date", "order")
    corrected: ClassVar[tuple[str, ...]] = (
        *("title", "date", "start_time", "end_time", "venue"),
        *("how_to_join", "cancelled", "reason"),
    )

    title: Line
    """What it was called."""

    stage: Reference | None = relation("stage", inverse="sessions", default=None)
    """The step of the process it belongs to."""

    type: SessionType | None = None
    """Its form."""

    order: Whole | None = None
    """Its place among the sessions, where dates are not known."""

    date: Moment | None = None
    """When."""

    start_time: Time | None = None
    """From what time, where the day is known."""

    end_time: Time | None = None
    """Until what time; one that comes before the start is of the day after."""

    venue: Venue | None = None
    """The place where one goes."""

    how_to_join: Prose | None = None
    """How to take part."""

    cancelled: Flag = False
    """Whether it will not take place, or did not."""

    reason: Prose | None = None
    """Why it is cancelled."""

    quartier: Reference | None = relation("quartier", inverse="sessions", default=None)
    """Where."""

    publics: tuple[Line, ...] = ()
    """With whom."""

    methods: tuple[Line, ...] = ()
    """How the talk was led."""

    present: Counts = ()
    """How many of whom. No names."""

    ideas: tuple[Idea, ...] = ()
    """What was said."""

    versions: tuple[IdeaMap, ...] = ()
    """How the ideas were grouped before, oldest first; ``ideas`` is where they came to."""

    quotations: tuple[Quotation, ...] = ()
    """In whose words, with their consent."""

    outputs: tuple[Line, ...] = ()
    """What came of it."""

    @property
    def is_told(self) -> bool:
        """Whether something is said of what happened: it was held."""
        said = (self.present, self.ideas, self.versions, self.quotations, self.outputs)
        return any(said) and not self.cancelled

    @property
    def is_announced(self) -> bool:
        """Whether all that is said of it is when and where to come: nobody has spoken there yet."""
        said = (self.start_time, self.venue, self.how_to_join)
        return self.cancelled or (any(said) and not self.is_told)
