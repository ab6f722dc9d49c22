"""The time of a territory: which zone it lives in, and that zone as a calendar writes it.

Source: the IANA time zone database; RFC 5545, 3.6.5. The zones are written out here rather than
taken from the machine, so that a site is the same bytes wherever it is built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chemins.records.quartier import Quartier
from chemins.records.territory import Territory
from chemins.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone, with its time of summer where it has one."""

    name: str
    """As the IANA database calls it."""

    offset: str
    """From universal time, in winter: ``+0100``."""

    short: str = ""
    """What it is called in winter, in short; its offset where it has no name."""

    summer: str = ""
    """Its offset in summer; empty where the clocks stay as they are."""

    summer_short: str = ""
    """What it is called in summer, in short."""

    begins: tuple[str, str] = ("", "")
    """When summer time first began by the rule of today, and that rule."""

    ends: tuple[str, str] = ("", "")
    """The same of its end."""


PARIS = Zone(
    "Europe/Paris",
    "+0100",
    "CET",
    "+0200",
    "CEST",
    begins=("19960331T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ends=("19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
)
"""The time of mainland France."""

OVERSEAS: Mapping[str, Zone] = {
    "971": Zone("America/Guadeloupe", "-0400", "AST"),
    "972": Zone("America/Martinique", "-0400", "AST"),
    "973": Zone("America/Cayenne", "-0300"),
    "974": Zone("Indian/Reunion", "+0400"),
    "975": Zone(
        "America/Miquelon",
        "-0300",
        summer="-0200",
        begins=("20070311T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
        ends=("20071104T020000", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
    ),
    "976": Zone("Indian/Mayotte", "+0300", "EAT"),
    "977": Zone("America/St_Barthelemy", "-0400", "AST"),
    "978": Zone("America/Marigot", "-0400", "AST"),
    "986": Zone("Pacific/Wallis", "+1200"),
    "987": Zone("Pacific/Tahiti", "-1000"),
    "988": Zone("Pacific/Noumea", "+1100"),
}
"""The time of each overseas department or collectivity, by the beginning of its communes' codes."""


def zone_of(strategy: Strategy) -> Zone:
    """The zone of the territory of ``strategy``: that of its communes, mainland otherwise."""
    for code in _communes(strategy):
        return OVERSEAS.get(code[:3], PARIS)
    return PARIS


def _communes(strategy: Strategy) -> Iterator[str]:
    territory = strategy.single(Territory)
    holders = (*((territory,) if territory else ()), *strategy.all(Quartier))
    for holder in holders:
        yield from (commune.code for commune in holder.communes if commune.code)


def lines(zone: Zone) -> Iterator[str]:
    """``zone`` as a component of a calendar."""
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.name}"
    if zone.summer:
        yield from _part("DAYLIGHT", zone.begins, zone.offset, zone.summer, zone.summer_short)
        yield from _part("STANDARD", zone.ends, zone.summer, zone.offset, zone.short)
    else:
        yield from _part("STANDARD", ("19700101T000000", ""), zone.offset, zone.offset, zone.short)
    yield "END:VTIMEZONE"


def _part(sort: str, since: tuple[str, str], before: str, after: str, short: str) -> Iterator[str]:
    start, rule = since
    yield f"BEGIN:{sort}"
    yield f"DTSTART:{start}"
    if rule:
        yield f"RRULE:{rule}"
    yield f"TZOFFSETFROM:{before}"
    yield f"TZOFFSETTO:{after}"
    yield f"TZNAME:{short or after[:3]}"
    yield f"END:{sort}"
