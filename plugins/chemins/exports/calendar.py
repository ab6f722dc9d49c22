"""Sessions as a calendar that phones and computers open: iCalendar (RFC 5545).

Only what is known to the day is in it: nobody comes « in June ». What is said of a day is of the
records: DTSTAMP is the day on which the record was approved, else that of the session, since a site
says nothing of the day it was built (decision 20).
"""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from chemins.addresses import Addresses
from chemins.exports.identity import uid
from chemins.exports.zones import Zone, lines, zone_of
from chemins.records.session import Session
from chemins.records.venue import Venue
from chemins.strategy import Strategy
from chemins.text.markdown import plain

_OCTETS = 75
"""The longest line, its end left out (3.1)."""

_PRODUCT = "-//Chemins//Agenda//FR"


def has_days(sessions: Iterable[Session]) -> bool:
    """Whether a calendar of ``sessions`` would hold anything."""
    return any(each.date and each.date.day for each in sessions)


def calendar(
    strategy: Strategy, addresses: Addresses, sessions: Iterable[Session], name: str, url: str
) -> tuple[bytes]:
    """The calendar of ``sessions`` called ``name``, of the site published at ``url``, as a file."""
    said = _calendar(strategy, addresses, tuple(sessions), name, url)
    return (b"".join(_folded(line) for line in said),)


def _calendar(
    strategy: Strategy, addresses: Addresses, sessions: tuple[Session, ...], name: str, url: str
) -> Iterator[str]:
    zone = zone_of(strategy)
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{_PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"NAME:{escaped(name)}"
    yield f"X-WR-CALNAME:{escaped(name)}"
    yield f"X-WR-TIMEZONE:{zone.name}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"
    if any(each.start_time for each in sessions):
        yield from lines(zone)
    for session in sorted(sessions, key=_soonest_first):
        if session.date and session.date.day:
            day = date(session.date.year, session.date.month, session.date.day)
            yield from _event(strategy, addresses, session, day, zone, url)
    yield "END:VCALENDAR"


def _soonest_first(session: Session) -> tuple[str, str, str]:
    return (str(session.date), str(session.start_time or ""), session.identifier)


def _event(
    strategy: Strategy,
    addresses: Addresses,
    session: Session,
    day: date,
    zone: Zone,
    url: str,
) -> Iterator[str]:
    locale = strategy.locale
    address = addresses.of(session)
    stamp = session.approved_on or day
    title = locale.typeset(session.label)
    if session.cancelled:
        title = f"{locale.typeset(locale.text('pages.agenda.cancelled'))} – {title}"
    if session.illustrative:
        title = locale.typeset(locale.text("news.example", title=title))
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(strategy, url, address)}"
    yield f"DTSTAMP:{_written(stamp)}T000000Z"
    yield from _times(day, session.start_time, session.end_time, zone)
    yield f"SUMMARY:{escaped(title)}"
    if said := _description(strategy, session):
        yield f"DESCRIPTION:{escaped(said)}"
    if session.venue:
        yield from _place(session.venue)
    if session.type:
        yield f"CATEGORIES:{escaped(session.type.said(locale))}"
    if url:
        yield f"URL:{url}{address}"
    # A program that has the event already takes word of its end from a higher number (3.8.7.4).
    yield f"SEQUENCE:{int(session.cancelled)}"
    yield f"STATUS:{'CANCELLED' if session.cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'TRANSPARENT' if session.cancelled else 'OPAQUE'}"
    yield "END:VEVENT"


def _times(day: date, start: time | None, end: time | None, zone: Zone) -> Iterator[str]:
    if start is None:
        yield f"DTSTART;VALUE=DATE:{_written(day)}"
        return
    yield f"DTSTART;TZID={zone.name}:{_written(day)}T{start:%H%M%S}"
    if end is not None and end != start:
        # The last day of all calendars has none after it.
        last = day + timedelta(days=1) if end < start and day < date.max else day
        if (last, end) > (day, start):
            yield f"DTEND;TZID={zone.name}:{_written(last)}T{end:%H%M%S}"


def _written(day: date) -> str:
    return day.isoformat().replace("-", "")


def _place(venue: Venue) -> Iterator[str]:
    yield f"LOCATION:{escaped(', '.join(filter(None, (venue.name, venue.address))))}"
    if venue.latitude is not None and venue.longitude is not None:
        yield f"GEO:{venue.latitude:.6f};{venue.longitude:.6f}"


def _description(strategy: Strategy, session: Session) -> str:
    """Why it is cancelled, how to take part, in which quartier, whom to call."""
    locale = strategy.locale
    quartiers = (each.label for each in strategy.targets(session, "quartier"))
    said = (
        plain(session.reason) if session.cancelled and session.reason else "",
        plain(session.how_to_join) if session.how_to_join and not session.cancelled else "",
        *quartiers,
        session.venue.phone if session.venue else "",
    )
    return locale.typeset("\n".join(filter(None, said)))


def escaped(text: str) -> str:
    """``text`` as the value of a property (3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> bytes:
    """``line`` cut where it is too long, never inside a character."""
    pieces, piece = [], b""
    for character in line:
        encoded = character.encode()
        if len(piece) + len(encoded) > _OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
