"""The vision: a desirable future, told as a story."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.plain import PlainSummary
from chemins.records.relations import relation
from chemins.records.types import Choice, Line, Prose, Reference, Year


class ImaginedBy(Choice):
    """Who imagined a vision."""

    RESIDENTS = "residents"
    PROFESSIONALS = "professionals"
    OFFICIALS = "officials"
    TOGETHER = "together"


class FrontPage(Part):
    """The front page of the newspaper of the future."""

    shorthand: ClassVar[str] = "title"

    title: Line
    """Its headline."""

    standfirst: Prose | None = None
    """The lines under the headline."""


class Vision(Record):
    """A desirable future; the body is the story."""

    kind: ClassVar[str] = "vision"
    folder: ClassVar[str] = "visions"

    title: Line
    """The future in a sentence."""

    year: Year | None = None
    """The year in which the story is set."""

    plain: PlainSummary | None = None
    """« En bref, en clair »."""

    quartiers: tuple[Reference, ...] = relation("quartier", inverse="visions")
    """Where it takes place."""

    front_page: FrontPage | None = None
    """« La une »."""

    leads: tuple[Line, ...] = ()
    """« Les pistes de réflexion qui émergent »."""

    born_of: Reference | None = relation("session", inverse="visions_born", default=None)
    """The session that imagined it."""

    imagined_by: tuple[ImaginedBy, ...] = ()
    """By whom."""
