"""The page of the agenda: every date, where, for whom, how to take part, and to take away."""

from markupsafe import Markup

from chemins.exports.calendar import has_days
from chemins.pages.context import Desk
from chemins.pages.dates import months
from chemins.pages.parts import present, section
from chemins.pages.sheets import UNPRINTED
from chemins.pages.site import Body, Section
from chemins.records.quartier import Quartier
from chemins.records.session import Session


def body(desk: Desk) -> Body:
    """All dates."""
    sessions = desk.context.agenda.dated
    said = desk.said("agenda.description", count=len(sessions))
    further = [(desk.said("agenda.sessions"), desk.link(desk.context.addresses.index(Session)))]
    return Body(
        description=said,
        front=desk.template("plain_front", title=desk.said("agenda.title"), lead=said),
        sections=present(
            Section(
                identifier=desk.said("index.anchor"),
                heading=desk.said("agenda.heading"),
                html=months(desk, sessions),
                style="section section--margin",
                searched=False,
            ),
            _calendars(desk),
            section(
                desk.said("agenda.further"),
                desk.template("parts/files", files=further),
                UNPRINTED,
                searched=False,
            ),
        ),
    )


def _calendars(desk: Desk) -> Section | None:
    """The same dates, for the calendar of a phone."""
    agenda, addresses = desk.context.agenda, desk.context.addresses
    if not has_days(agenda.dated):
        return None
    files = [(desk.said("agenda.whole"), desk.link(addresses.calendar(None)))]
    for quartier in desk.strategy.all(Quartier):
        if has_days(agenda.of(quartier)):
            said = desk.said("agenda.of_quartier", name=quartier.label)
            files.append((said, desk.link(addresses.calendar(quartier))))
    html = desk.template("parts/files", files=files)
    html += Markup('<p class="note">{}</p>').format(desk.locale.typeset(desk.said("agenda.how")))
    return section(desk.said("agenda.calendar"), html, UNPRINTED, searched=False)
