"""The page of a term: its definition."""

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import back_sections, description, present, prose_section
from chemins.pages.site import Body
from chemins.records.term import Term


def body(desk: Desk, record: Term) -> Body:
    """The page of ``record``, which links its own word nowhere."""
    desk.terms_seen.add(record.identifier)
    return Body(
        description=description(
            record.definition, desk.said("term.description", term=record.label)
        ),
        front=front(desk, record, note=record.acronym or ""),
        sections=present(
            prose_section(desk, desk.said("term.definition"), record.definition),
            prose_section(desk, desk.said("record.story"), record.body),
            *back_sections(desk, record),
        ),
    )
