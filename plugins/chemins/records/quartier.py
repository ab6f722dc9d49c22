"""The quartier: a priority neighbourhood, or a lived one."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.plain import PlainSummary
from chemins.records.territory import Commune
from chemins.records.types import (
    Choice,
    Day,
    File,
    Language,
    Latitude,
    Line,
    Longitude,
    Phone,
    Prose,
    QuartierCode,
    Web,
    Whole,
    Year,
)


class Perimeter(Choice):
    """What the outline of a quartier means."""

    PRIORITY = "priority"
    LIVED = "lived"
    OUTSIDE = "outside"


class Population(Part):
    """How many people live there, by whom it is said."""

    value: Whole
    """Inhabitants."""

    year: Year | None = None
    """The year of the figure."""

    source: Line | None = None
    """Who counted."""


class QuartierProject(Part):
    """The « projet de quartier »."""

    summary: Prose | None = None
    """What it holds."""

    adopted_on: Day | None = None
    """When it was adopted."""

    document: File | None = None
    """The file or page where it can be read whole."""


class PlaceToGo(Part):
    """A place that residents can walk to."""

    says_whom: ClassVar[bool] = True

    shorthand: ClassVar[str] = "name"
    told_apart_by: ClassVar[tuple[str, ...]] = ("name",)
    corrected: ClassVar[tuple[str, ...]] = ("address", "phone", "hours", "site", "checked_on")

    name: Line
    """What it is called."""

    address: Line | None = None
    """Where it is."""

    phone: Phone | None = None
    """Its number."""

    hours: Line | None = None
    """When it is open, as one would say it."""

    site: Web | None = None
    """Its page."""

    checked_on: Day | None = None
    """When somebody last made sure of it."""

    longitude: Longitude | None = None
    """Degrees east, WGS 84."""

    latitude: Latitude | None = None
    """Degrees north, WGS 84."""


class Summary(Part):
    """A summary in a language that residents speak."""

    language: Language
    """Which."""

    text: Prose
    """The summary."""

    reviewed_by: Line | None = None
    """The person who read it over: without one, it is not shown."""

    @property
    def is_public(self) -> bool:
        """Only once a person has read it over."""
        return bool(self.reviewed_by)


class Quartier(Record):
    """A part of the territory that its residents can name."""

    kind: ClassVar[str] = "quartier"
    folder: ClassVar[str] = "quartiers"
    heading: ClassVar[str] = "official_name"
    corrected: ClassVar[tuple[str, ...]] = ("usual_name", "population", "places")

    official_name: Line
    """The name of the official list."""

    usual_name: Line | None = None
    """What residents call it, where that differs."""

    code: QuartierCode | None = None
    """The official code (ANCT)."""

    perimeter: Perimeter | None = None
    """What its outline means; being a priority is a legal status that nobody guesses."""

    communes: tuple[Commune, ...] = ()
    """The municipalities it lies in."""

    plain: PlainSummary | None = None
    """« En bref, en clair »."""

    population: Population | None = None
    """How many people live there."""

    strengths: tuple[Line, ...] = ()
    """What it has, said before what it lacks."""

    challenges: tuple[Line, ...] = ()
    """What is at stake."""

    project: QuartierProject | None = None
    """Its « projet de quartier »."""

    places: tuple[PlaceToGo, ...] = ()
    """Where one can go."""

    summaries: tuple[Summary, ...] = ()
    """Summaries in other languages."""

    @property
    def label(self) -> str:
        """The usual name where there is one."""
        return self.usual_name or self.official_name
