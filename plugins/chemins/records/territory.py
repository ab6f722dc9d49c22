"""The territory: who publishes."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.types import (
    Day,
    File,
    Flag,
    Language,
    Line,
    Mail,
    Moment,
    Number,
    Phone,
    Prose,
    Siren,
    Web,
    Whole,
)
from chemins.records.venue import Venue


class Commune(Part):
    """A municipality."""

    shorthand: ClassVar[str] = "name"

    name: Line
    """Its name."""

    code: Line | None = None
    """Its code in the official geography (INSEE): five characters, text."""


class Contours(Part):
    """Published shapes that maps are drawn from."""

    shorthand: ClassVar[str] = "file"

    file: File
    """A GeoJSON file of the content folder."""

    source: Line | None = None
    """Who publishes them."""

    licence: Line | None = None
    """Under which terms."""

    updated: Moment | None = None
    """Of when they are."""


class AccessibilityAudit(Part):
    """What an audit of the site's accessibility found."""

    audited_on: Day
    """When."""

    auditor: Line
    """By whom."""

    rate: Number
    """The share of the criteria that are met, in per cent."""


class Publisher(Part):
    """Who answers for the site, by law."""

    says_whom: ClassVar[bool] = True

    name: Line
    """The organisation."""

    director: Line | None = None
    """The director of publication, a function rather than a person where the law allows it."""

    address: Line | None = None
    """Where to write."""

    phone: Phone | None = None
    """Where to call."""

    email: Mail | None = None
    """A mailbox of the service, not of a person."""

    reception: Venue | None = None
    """The place where one may go to ask."""

    hours: Line | None = None
    """When one may call or come, as one would say it."""

    site: Web | None = None
    """Its own site."""

    host: Line | None = None
    """Who hosts the pages: name, address, telephone."""


class Territory(Record):
    """The one record that says whose strategy this is."""

    kind: ClassVar[str] = "territory"

    title: Line
    """The title of the site."""

    name: Line
    """The territory's name, as its inhabitants say it."""

    nature: Line | None = None
    """What it is: commune, communauté d'agglomération…"""

    siren: Siren | None = None
    """Its number as an organisation."""

    communes: tuple[Commune, ...] = ()
    """Its municipalities."""

    language: Language | None = None
    """The language of the site and of what people type in its records."""

    contours: Contours | None = None
    """The shapes of its quartiers; each feature carries an official code."""

    commune_contours: Contours | None = None
    """The shapes of its municipalities; each feature carries an INSEE code."""

    background: Contours | None = None
    """Lines and points that help to find one's way on its maps, each with a name."""

    summary: Prose | None = None
    """What the site is, in a sentence or two."""

    newspaper: Line | None = None
    """What the newspaper of the future is called, on the front page of each vision."""

    publisher: Publisher | None = None
    """Legal and contact details."""

    accessibility: AccessibilityAudit | None = None
    """The last audit; none means that no one may say how accessible the site is."""

    demonstration: Flag = False
    """Whether the territory is not the one that publishes: banner, ``noindex``."""

    schema_version: Whole | None = None
    """The version of the form that its records are written in; the first where nothing says it."""

    @property
    def is_approved(self) -> bool:
        """Always: without it, nothing says who publishes, nor that this is a demonstration."""
        return True
