"""The page of a session: how it was led, what was said, what came of it."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from chemins.exports.calendar import has_days
from chemins.pages.context import Desk
from chemins.pages.dates import when_said
from chemins.pages.front import front
from chemins.pages.ideas import groups, trace
from chemins.pages.parts import (
    back_sections,
    description,
    list_section,
    present,
    prose_section,
    records_section,
    section,
)
from chemins.pages.sheets import UNPRINTED
from chemins.pages.site import Body, Section
from chemins.pages.values import Fact, facts
from chemins.records.session import Session
from chemins.strategy.concerns import lessons_of
from chemins.text import escape

_FACTS = ("type", "date", "venue", "quartier", "stage", "publics", "present", "methods")


def body(desk: Desk, record: Session) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(record.body, desk.said("session.description", title=record.label)),
        front=front(desk, record, lead=_when(desk, record)),
        sections=present(
            section(
                desk.said("session.facts"),
                desk.template("parts/facts", facts=tuple(_facts(desk, record))),
            ),
            prose_section(desk, desk.said("session.join"), record.how_to_join),
            _calendar(desk, record),
            prose_section(desk, desk.said(f"session.{_told(record)}"), record.body),
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


def _when(desk: Desk, record: Session) -> Markup:
    """The day and the hours where hours are known, and whether it is called off."""
    if not (record.start_time or record.end_time or record.cancelled):
        return Markup("")
    return desk.template(
        "session/when",
        when=when_said(desk, record),
        cancelled=record.cancelled,
        reason=desk.prose(record.reason),
    )


def _facts(desk: Desk, record: Session) -> Iterator[Fact]:
    """Its fields; the day with its hours."""
    for name in _FACTS:
        for each in facts(desk, record, (name,)):
            if name == "date":
                when = escape.html(desk.locale.typeset(when_said(desk, record)))
                yield replace(each, value=when)
            else:
                yield each


def _told(record: Session) -> str:
    """Which words head its text: what nobody has lived yet has not gone one way or another."""
    if record.cancelled:
        return "called_off"
    return "programme" if record.is_announced else "story"


def _calendar(desk: Desk, record: Session) -> Section | None:
    """The way to keep its date in one's own calendar, unless nobody will be there.

    The file stays at its address: a calendar that reads it again learns that it is called off.
    """
    if record.cancelled or not has_days((record,)):
        return None
    files = [(desk.said("agenda.one"), desk.link(desk.context.addresses.calendar_of_one(record)))]
    html = desk.template("parts/files", files=files)
    return section(desk.said("agenda.calendar"), html, UNPRINTED, searched=False)


def _quotations(desk: Desk, record: Session) -> Markup:
    agreed = [desk.prose(each.text) for each in record.quotations if each.is_public]
    return desk.template("parts/quotations", quotations=agreed) if agreed else Markup("")
