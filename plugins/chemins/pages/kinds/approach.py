"""The page of the process: what had to be there first, the stages, what was learned."""

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    list_section,
    present,
    prose_section,
    records_section,
    section,
)
from chemins.pages.site import Body, Section
from chemins.pages.timeline import timeline
from chemins.records.approach import Approach
from chemins.strategy.concerns import lessons_of
from chemins.strategy.process import process


def body(desk: Desk, record: Approach) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(record.summary or record.body, desk.said("approach.description")),
        front=front(desk, record, lead=desk.prose(record.summary)),
        sections=present(
            list_section(desk, desk.said("approach.preconditions"), record.preconditions),
            _stages(desk),
            prose_section(desk, desk.said("approach.story"), record.body),
            section(desk.said("approach.conditions"), _conditions(desk, record)),
            facts_section(desk, desk.said("approach.where"), record, ("phase", "backbone")),
            records_section(desk, desk.said("approach.lessons"), lessons_of(desk.strategy, record)),
            *back_sections(desk, record, ("lessons",)),
        ),
    )


def _stages(desk: Desk) -> Section | None:
    steps = process(desk.strategy)
    html = timeline(desk, steps, told=True) if steps else Markup("")
    return section(desk.said("approach.stages"), html)


def _conditions(desk: Desk, record: Approach) -> Markup:
    if not record.conditions:
        return Markup("")
    lines = [
        {"word": each.condition.said(desk.locale), "evidence": desk.prose(each.evidence)}
        for each in record.conditions
    ]
    return desk.template("approach/conditions", conditions=lines)
