"""The page of an action: where it stands, who does it, how to take part, what it is for."""

from markupsafe import Markup

from chemins.pages.actions.budget import budget_html
from chemins.pages.commitments import kept_html
from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    present,
    prose_section,
    section,
)
from chemins.pages.pathway import pathway
from chemins.pages.site import Body
from chemins.records.action import STOPPED, Action, StatusAtDate
from chemins.records.when import When

_FACTS = ("lead", "partners", "quartiers", "venue", "dates", "publics", "participation", "theme")
_UNKNOWN = When(0)


def body(desk: Desk, record: Action) -> Body:
    """The page of ``record``."""
    drawn = pathway(desk, record, desk.said("action.pathway"))
    return Body(
        description=description(
            record.body,
            desk.said(
                "action.description", title=record.label, status=record.status.said(desk.locale)
            ),
        ),
        front=front(desk, record, note="", lead=_status(desk, record)),
        sections=present(
            facts_section(desk, desk.said("action.facts"), record, _FACTS),
            prose_section(desk, desk.said("action.story"), record.body),
            prose_section(desk, desk.said("action.join"), record.how_to_join),
            drawn.section,
            section(desk.said("action.steps"), _steps(desk, record)),
            section(desk.said("action.money"), budget_html(desk, record)),
            section(desk.said("action.commitments"), kept_html(desk, record), searched=False),
            section(desk.said("action.history"), _history(desk, record)),
            *back_sections(desk, record, ("commitments",)),
        ),
        downloads=drawn.downloads,
    )


def _status(desk: Desk, record: Action) -> Markup:
    """Where it stands, since when, and why it stopped."""
    told = told_in_order(record)
    last = told[-1] if told and told[-1].status is record.status else None
    return desk.template(
        "actions/status_line",
        code=record.status.value,
        word=record.status.said(desk.locale),
        since=last.date.said(desk.locale) if last else "",
        reason=desk.prose(_reason(record, last)),
    )


def _reason(record: Action, last: StatusAtDate | None) -> str | None:
    """Why it stopped; what is under way needs no excuse."""
    return record.reason or (last.reason if last and record.status in STOPPED else None)


def _steps(desk: Desk, record: Action) -> Markup:
    steps = [
        {
            "text": desk.inline(each.text),
            "date": each.date.said(desk.locale) if each.date else "",
            "done": each.done,
        }
        for each in record.steps
    ]
    return desk.template("actions/steps", steps=steps) if steps else Markup("")


def _history(desk: Desk, record: Action) -> Markup:
    """What its status was, the last first."""
    told = [
        {
            "code": each.status.value,
            "word": each.status.said(desk.locale),
            "date": each.date.said(desk.locale),
            "reason": desk.prose(each.reason),
        }
        for each in reversed(told_in_order(record))
    ]
    return desk.template("actions/history", told=told) if told else Markup("")


def told_in_order(record: Action) -> list[StatusAtDate]:
    """Its history, oldest first."""
    return sorted(record.history, key=lambda each: each.date or _UNKNOWN)
