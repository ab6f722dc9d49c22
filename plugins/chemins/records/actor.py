"""The actor: an organisation, or a group of residents."""

from typing import ClassVar

from chemins.records.base import Part, Record
from chemins.records.types import Choice, Line, Mail, Phone, Web


class ActorType(Choice):
    """What an actor is."""

    STATE = "state"
    OPERATOR = "operator"
    COMMUNE = "commune"
    INTERCOMMUNAL = "intercommunal"
    DEPARTMENT = "department"
    REGION = "region"
    SOCIAL_LANDLORD = "social_landlord"
    FAMILY_ALLOWANCES = "family_allowances"
    SOCIAL_PROTECTION = "social_protection"
    PUBLIC_BANK = "public_bank"
    SCHOOL = "school"
    SOCIAL_CENTRE = "social_centre"
    ASSOCIATION = "association"
    COMPANY = "company"
    CITIZENS_COUNCIL = "citizens_council"
    RESIDENTS_GROUP = "residents_group"
    BODY = "body"


class Role(Choice):
    """What an actor does in the strategy."""

    SIGNATORY = "signatory"
    STEERING = "steering"
    LEAD = "lead"
    FUNDER = "funder"
    PARTNER = "partner"


class Contact(Part):
    """Whom to reach, by function and not by name."""

    function: Line | None = None
    """The function."""

    email: Mail | None = None
    """The mailbox of the function."""

    phone: Phone | None = None
    """The number."""

    address: Line | None = None
    """The place."""


class Actor(Record):
    """An organisation or a group of residents."""

    kind: ClassVar[str] = "actor"
    folder: ClassVar[str] = "actors"
    heading: ClassVar[str] = "name"
    sorted_by: ClassVar[tuple[str, ...]] = ("name",)
    corrected: ClassVar[tuple[str, ...]] = ("name", "type", "site", "contact")

    name: Line
    """What it is called."""

    type: ActorType | None = None
    """What it is."""

    roles: tuple[Role, ...] = ()
    """What it does."""

    site: Web | None = None
    """Its page."""

    contact: Contact | None = None
    """Whom to reach."""
