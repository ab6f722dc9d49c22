"""The page of a lesson: the statement as on a wall, what it means, where it comes from."""

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    present,
    prose_section,
    records_section,
)
from chemins.pages.site import Body
from chemins.pages.turn import turn
from chemins.records.lesson import Lesson


def body(desk: Desk, record: Lesson) -> Body:
    """The page of ``record``."""
    note = desk.said("lesson.number", number=record.order) if record.order is not None else ""
    return Body(
        description=description(
            record.body, desk.said("lesson.description", statement=record.label)
        ),
        front=front(desk, record, note=note, style="front wall"),
        sections=present(
            prose_section(desk, desk.said("lesson.meaning"), record.body),
            records_section(
                desk,
                desk.said("lesson.origin"),
                desk.strategy.targets(record, "drawn_from"),
                excerpts=True,
            ),
            facts_section(desk, desk.said("record.details"), record, ("theme",)),
            *back_sections(desk, record),
        ),
        turn=turn(desk, record, "lesson"),
    )
