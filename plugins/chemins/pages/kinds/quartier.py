"""The page of a quartier: what is wished for there, what moves, who met."""

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.maps import map_of
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    list_section,
    present,
    prose_section,
    records_section,
)
from chemins.pages.site import Body
from chemins.records.quartier import Quartier
from chemins.strategy.concerns import concerns

_FACTS = ("official_name", "code", "perimeter", "communes", "population", "places", "project")


def body(desk: Desk, record: Quartier) -> Body:
    """The page of ``record``."""
    found = concerns(desk.strategy, record)
    facts = _FACTS if record.usual_name else _FACTS[1:]
    return Body(
        description=description(record.body, desk.said("quartier.description", name=record.label)),
        front=front(
            desk,
            record,
            lead=desk.prose(record.body),
            figure=map_of(desk, (record,), named=False),
        ),
        sections=present(
            records_section(desk, desk.said("quartier.visions"), (*found.visions, *found.changes)),
            records_section(desk, desk.said("quartier.sessions"), found.sessions),
            list_section(desk, desk.said("quartier.strengths"), record.strengths),
            list_section(desk, desk.said("quartier.challenges"), record.challenges),
            facts_section(desk, desk.said("quartier.facts"), record, facts),
            *(prose_section(desk, summary.language, summary.text) for summary in record.summaries),
            *back_sections(desk, record, ("visions", "changes", "sessions")),
        ),
    )
