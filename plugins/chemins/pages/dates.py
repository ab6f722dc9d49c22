"""When people meet: a session as a line that says the day, the hour, the place, how to come.

A page does not know what day it is read. It gives every date, and a script puts what is to come
first in the reader's browser: see ``agenda.js``.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, time
from itertools import groupby

from markupsafe import Markup

from chemins.exports.calendar import has_days
from chemins.pages.beginning import beginning
from chemins.pages.context import Desk
from chemins.pages.parts import MARGIN
from chemins.pages.site import Section
from chemins.pages.values import anchored
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.when import When

SCRIPTS = ("chemins/agenda.js",)
"""What the pages that show dates load."""

STYLES = ("chemins/dates.css",)
"""What the pages that show dates or news load."""

_SHOWN = 3
"""How many dates home and a quartier show."""

_HELD = 30
"""How many they hold, for the script to find those to come among them."""


def months(desk: Desk, sessions: Sequence[Session]) -> Markup:
    """``sessions``, which all have a date, in the order given: a list under the name of a month."""
    grouped = groupby(sessions, key=lambda each: _month(desk, each.date or When(0)))
    return desk.template(
        "agenda/months",
        months=[(name, [line(desk, each) for each in found]) for name, found in grouped],
        ahead=desk.said("agenda.ahead"),
        past=desk.said("agenda.past"),
        none_ahead=desk.said("agenda.none_ahead"),
    )


def next_dates(desk: Desk, quartier: Quartier | None) -> Section | None:
    """The last dates of ``quartier``, or of all, and the way to the others; none without a date."""
    sessions = desk.context.agenda.of(quartier)[:_HELD]
    if not sessions:
        return None
    addresses = desk.context.addresses
    files = [(desk.said("agenda.all"), desk.link(addresses.page("agenda")))]
    if quartier and has_days(desk.context.agenda.of(quartier)):
        said = desk.said("agenda.of_quartier", name=quartier.label)
        files.append((said, desk.link(addresses.calendar(quartier))))
    return Section(
        identifier=desk.said("agenda.next_anchor"),
        heading=desk.said("agenda.next"),
        html=desk.template(
            "agenda/next",
            lines=[line(desk, each, quartier) for each in sessions],
            shown=_SHOWN,
            none_ahead=desk.said("agenda.none_ahead"),
            files=files,
        ),
        style=MARGIN if quartier else "section",
        searched=False,
    )


def line(desk: Desk, session: Session, here: Quartier | None = None) -> dict[str, object]:
    """What is said of ``session`` where dates are listed; not that it is ``here``."""
    when, venue = session.date or When(0), session.venue
    places = [desk.inline(venue.name), desk.inline(venue.address)] if venue else []
    where = desk.strategy.targets(session, "quartier")
    quartiers = [anchored(desk, each) for each in where if each is not here]
    return {
        "title": session.label,
        "href": desk.href(session),
        "when": when_said(desk, session),
        "machine": _machine(session),
        "until": _last_day(when).isoformat(),
        "form": session.type.said(desk.locale) if session.type else "",
        "cancelled": session.cancelled,
        "reason": beginning(session.reason or "") if session.cancelled else "",
        "place": Markup(", ").join(filter(None, places)),
        "quartiers": Markup(", ").join(quartiers),
        "join": "" if session.cancelled else beginning(session.how_to_join or ""),
        "illustrative": session.illustrative,
        "waits": desk.waits(session),
    }


def when_said(desk: Desk, session: Session) -> str:
    """« vendredi 12 juin 2026, de 18 h 30 à 20 h »; as much of it as is known."""
    when, locale = session.date, desk.locale
    if when is None:
        return hours_said(desk, session)
    said = when.said(locale)
    if when.day:
        weekday = locale.weekdays[date(when.year, when.month, when.day).weekday()]
        said = locale.text("dates.weekday", weekday=weekday, date=said)
    return ", ".join(filter(None, (said, hours_said(desk, session))))


def hours_said(desk: Desk, session: Session) -> str:
    """« de 18 h 30 à 20 h », « à 9 h »; empty when no hour is known."""
    known = {"start": session.start_time, "end": session.end_time}
    said = {name: _time(desk, at) for name, at in known.items() if at is not None}
    return desk.said(f"agenda.{'_'.join(said)}", **said) if said else ""


def _month(desk: Desk, when: When) -> str:
    return desk.locale.date(when.year, when.month or None)


def _time(desk: Desk, at: time) -> str:
    return desk.locale.time(at.hour, at.minute)


def _machine(session: Session) -> str:
    """The date as HTML takes it."""
    hour = f"T{session.start_time:%H:%M}" if session.start_time else ""
    return f"{session.date}{hour if session.date and session.date.day else ''}"


def _last_day(when: When) -> date:
    """The last day that ``when`` may mean."""
    month = when.month or 12
    return date(when.year, month, when.day or monthrange(when.year, month)[1])
