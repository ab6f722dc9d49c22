"""The page of any kind, from its declaration alone: its text, its fields, its links both ways."""

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    present,
    prose_section,
)
from chemins.pages.site import Body
from chemins.records.base import Record


def body(desk: Desk, record: Record) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(record.body, record.label),
        front=front(desk, record),
        sections=present(
            prose_section(desk, desk.said("record.story"), record.body),
            facts_section(desk, desk.said("record.details"), record),
            *back_sections(desk, record),
        ),
    )
