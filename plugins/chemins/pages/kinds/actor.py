"""The page of an actor: who it is, whom to reach, what it does and what it undertook to do."""

from chemins.pages.actions.lines import actions_section
from chemins.pages.commitments import made_html
from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import back_sections, description, facts_section, present, section
from chemins.pages.site import Body
from chemins.records.actor import Actor
from chemins.strategy.actions import in_reading_order

_ACTIONS = ("leads", "supports", "funds")
"""The links that actions make to it, as it sees them."""


def body(desk: Desk, record: Actor) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(record.body, desk.said("actor.description", name=record.label)),
        front=front(desk, record, lead=desk.prose(record.body)),
        sections=present(
            facts_section(desk, desk.said("actor.facts"), record, ("type", "roles", "site")),
            facts_section(desk, desk.said("actor.contact"), record, ("contact",)),
            section(desk.said("actor.commitments"), made_html(desk, record), searched=False),
            *(
                actions_section(
                    desk,
                    desk.locale.text(f"relations.{name}"),
                    in_reading_order(desk.strategy.sources(record, name)),
                )
                for name in _ACTIONS
            ),
            *back_sections(desk, record, _ACTIONS),
        ),
    )
