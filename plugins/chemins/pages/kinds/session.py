"""The page of a session: how it was led, what was said, what came of it."""

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.ideas import groups, trace
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
from chemins.pages.site import Body
from chemins.records.session import Session
from chemins.strategy.concerns import lessons_of

_FACTS = ("stage", "type", "date", "quartier", "publics", "present", "methods")


def body(desk: Desk, record: Session) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(record.body, desk.said("session.description", title=record.label)),
        front=front(desk, record),
        sections=present(
            facts_section(desk, desk.said("session.facts"), record, _FACTS),
            prose_section(desk, desk.said("session.story"), record.body),
            section(
                desk.said("session.groups"),
                groups(desk, record),
                style="section section--picture",
                searched=bool(record.versions),
            ),
            section(desk.said("session.ideas"), trace(desk, record), style="section"),
            section(desk.said("session.quotations"), _quotations(desk, record)),
            list_section(desk, desk.said("session.outputs"), record.outputs),
            records_section(
                desk, desk.said("session.visions"), desk.strategy.sources(record, "visions_born")
            ),
            records_section(desk, desk.said("session.lessons"), lessons_of(desk.strategy, record)),
            *back_sections(desk, record, ("visions_born", "lessons")),
        ),
    )


def _quotations(desk: Desk, record: Session) -> Markup:
    agreed = [desk.prose(each.text) for each in record.quotations if each.is_public]
    return desk.template("parts/quotations", quotations=agreed) if agreed else Markup("")
