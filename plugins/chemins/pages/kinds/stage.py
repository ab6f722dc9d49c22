"""The page of a stage: what one believed, how one went about it, who met, what was learned."""

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
from chemins.records.session import Session
from chemins.records.stage import Stage
from chemins.strategy.concerns import lessons_of, produced_by
from chemins.strategy.process import in_order


def body(desk: Desk, record: Stage) -> Body:
    """The page of ``record``."""
    note = desk.said("stage.number", number=record.order) if record.order is not None else ""
    found = desk.strategy.sources(record, "sessions")
    sessions = in_order(each for each in found if isinstance(each, Session))
    return Body(
        description=description(
            record.conviction or record.body, desk.said("stage.description", title=record.label)
        ),
        front=front(desk, record, note=note),
        sections=present(
            facts_section(
                desk,
                desk.said("stage.how"),
                record,
                ("publics", "conviction", "posture", "method", "conditions"),
            ),
            prose_section(desk, desk.said("stage.said"), record.body),
            records_section(desk, desk.said("stage.sessions"), sessions),
            records_section(desk, desk.said("stage.produced"), produced_by(desk.strategy, record)),
            records_section(desk, desk.said("stage.lessons"), lessons_of(desk.strategy, record)),
            *back_sections(desk, record, ("sessions", "lessons")),
        ),
        turn=turn(desk, record, "stage"),
    )
