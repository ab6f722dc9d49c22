"""The page of the process: what had to be there first, the stages, what was learned."""

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    list_section,
    present,
    records_section,
)
from chemins.pages.site import Body
from chemins.records.approach import Approach
from chemins.records.stage import Stage
from chemins.strategy.concerns import lessons_of


def body(desk: Desk, record: Approach) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(record.body, desk.said("approach.description")),
        front=front(desk, record, lead=desk.prose(record.body)),
        sections=present(
            list_section(desk, desk.said("approach.preconditions"), record.preconditions),
            records_section(
                desk, desk.said("approach.stages"), desk.strategy.all(Stage), excerpts=True
            ),
            facts_section(
                desk, desk.said("approach.conditions"), record, ("phase", "conditions", "backbone")
            ),
            records_section(desk, desk.said("approach.lessons"), lessons_of(desk.strategy, record)),
            *back_sections(desk, record, ("lessons",)),
        ),
    )
