"""The page of an actor: who it is, whom to reach, what concerns it."""

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import back_sections, description, facts_section, present
from chemins.pages.site import Body
from chemins.records.actor import Actor


def body(desk: Desk, record: Actor) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(record.body, desk.said("actor.description", name=record.label)),
        front=front(desk, record, lead=desk.prose(record.body)),
        sections=present(
            facts_section(desk, desk.said("actor.facts"), record, ("type", "roles", "site")),
            facts_section(desk, desk.said("actor.contact"), record, ("contact",)),
            *back_sections(desk, record),
        ),
    )
