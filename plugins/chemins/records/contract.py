"""The contract: what was signed, by whom, for how long, and what becomes of it each year.

Source: law n° 2014-173 of 21 February 2014, article 6: who signs a contrat de ville, and for what.
"""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.period import Period
from chemins.records.relations import relation
from chemins.records.types import Choice, Day, File, Line, Moment, Prose, Reference, Year


class CommitmentState(Choice):
    """What became of a commitment, in a year."""

    KEPT = "kept"
    KEPT_IN_PART = "kept_in_part"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"
    NOT_KEPT = "not_kept"


class CommitmentYear(Part):
    """What became of a commitment in one year."""

    year: Year
    """Which."""

    state: CommitmentState
    """How far it was kept."""

    said: Prose | None = None
    """What was done, or why it was not."""


class Commitment(Part):
    """What a signatory undertook to do."""

    shorthand: ClassVar[str] = "text"

    text: Line
    """What."""

    actions: tuple[Reference, ...] = relation("action", inverse="commitments")
    """The actions by which it is kept."""

    years: tuple[CommitmentYear, ...] = ()
    """What became of it, year after year."""


class Signatory(Part):
    """One who signed."""

    says_whom: ClassVar[bool] = True

    shorthand: ClassVar[str] = "actor"

    actor: Line = relation("actor", inverse="signs", loose=True, default=...)
    """Who."""

    commitments: tuple[Commitment, ...] = ()
    """To what."""


class SteeringBody(Part):
    """A body that steers the contract."""

    says_whom: ClassVar[bool] = True

    shorthand: ClassVar[str] = "name"

    name: Line
    """What it is called."""

    role: Line | None = None
    """What it decides or prepares."""

    members: tuple[Line, ...] = ()
    """Who sits in it, by function."""

    frequency: Line | None = None
    """How often it meets."""


class Amendment(Part):
    """A change to the contract, signed like it."""

    title: Line
    """What it is called."""

    date: Moment | None = None
    """When it was signed."""

    summary: Prose | None = None
    """What it changes."""

    document: File | None = None
    """The file or the page where it can be read whole."""


class Opinion(Part):
    """What a citizens' council said of the contract, and what it was answered."""

    author: Line = relation("actor", inverse="opinions", loose=True, default=...)
    """Who said it."""

    date: Moment | None = None
    """When."""

    text: Prose
    """What was said."""

    reply: Prose | None = None
    """What was answered."""

    replied_on: Moment | None = None
    """When."""

    document: File | None = None
    """The file or the page where it can be read whole."""


class ContractDocument(Part):
    """A document of the contract."""

    shorthand: ClassVar[str] = "file"

    title: Line | None = None
    """What it is called."""

    file: File
    """A file of the content folder, or an address."""

    date: Moment | None = None
    """Of when it is."""


class Contract(Record):
    """The signed contract."""

    kind: ClassVar[str] = "contract"

    title: Line
    """What it is called."""

    code: Line | None = None
    """Its code in the State's register, such as ``CN08404I``."""

    summary: Prose | None = None
    """What it is, in a few sentences."""

    signed_on: Day | None = None
    """When it was signed."""

    period: Period | None = None
    """From when to when it holds."""

    signatories: tuple[Signatory, ...] = ()
    """Who signed, and what each undertook to do."""

    bodies: tuple[SteeringBody, ...] = ()
    """Who steers it."""

    amendments: tuple[Amendment, ...] = ()
    """What was changed since."""

    opinions: tuple[Opinion, ...] = ()
    """What the citizens' councils said of it."""

    documents: tuple[ContractDocument, ...] = ()
    """What can be read whole."""
