"""The page of a session: how it was led, what was said, what came of it."""

from itertools import groupby

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.items import items
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
from chemins.records.identifiers import reference_of
from chemins.records.session import Idea, Session
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
            section(desk.said("session.ideas"), _ideas(desk, record)),
            section(desk.said("session.quotations"), _quotations(desk, record)),
            list_section(desk, desk.said("session.outputs"), record.outputs),
            records_section(
                desk, desk.said("session.visions"), desk.strategy.sources(record, "visions_born")
            ),
            records_section(desk, desk.said("session.lessons"), lessons_of(desk.strategy, record)),
            *back_sections(desk, record, ("visions_born", "lessons")),
        ),
    )


def _ideas(desk: Desk, record: Session) -> Markup:
    if not record.ideas:
        return Markup("")
    ordered = sorted(record.ideas, key=lambda idea: (idea.group is None, idea.group or ""))
    groups = [
        (group or desk.said("session.ungrouped"), [_idea(desk, each) for each in ideas])
        for group, ideas in groupby(ordered, key=lambda idea: idea.group)
    ]
    return desk.template("parts/ideas", groups=groups)


def _idea(desk: Desk, idea: Idea) -> dict[str, object]:
    found = (desk.strategy.resolve.one(reference_of(each)) for each in idea.becomes)
    return {
        "text": desk.inline(idea.text),
        "outcome": idea.outcome.said(desk.locale) if idea.outcome else "",
        "reason": desk.prose(idea.reason),
        "becomes": items(desk, (each for each in found if each is not None)),
    }


def _quotations(desk: Desk, record: Session) -> Markup:
    agreed = [desk.prose(each.text) for each in record.quotations if each.is_public]
    return desk.template("parts/quotations", quotations=agreed) if agreed else Markup("")
