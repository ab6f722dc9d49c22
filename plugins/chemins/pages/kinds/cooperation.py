"""The page of a cooperation: who, on what, and what was observed at which dates."""

from chemins.pages.context import Desk
from chemins.pages.cooperation import observed
from chemins.pages.front import front
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    present,
    prose_section,
    section,
)
from chemins.pages.site import Body
from chemins.records.cooperation import Cooperation
from chemins.strategy.observations import published


def body(desk: Desk, record: Cooperation) -> Body:
    """The page of ``record``; an observation without consent is not on it."""
    return Body(
        description=description(record.body, desk.said("cooperation.page", subject=record.label)),
        front=front(desk, record),
        sections=present(
            facts_section(desk, desk.said("cooperation.who"), record, ("between",)),
            prose_section(desk, desk.said("record.story"), record.body),
            section(
                desk.said("cooperation.observed"),
                desk.template(
                    "cooperation/one",
                    observed=observed(desk, record),
                    drawn=bool(published(record)),
                ),
                style="section",
            ),
            *back_sections(desk, record),
        ),
    )
