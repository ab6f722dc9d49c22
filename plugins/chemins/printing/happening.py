"""What happens in a quartier, as its poster and its update tell it."""

from collections.abc import Iterable, Iterator

from chemins.diagrams.pathway import kind_of, word_of
from chemins.pages.actions.lines import lead_of
from chemins.pages.dates import hours_said
from chemins.pages.items import note_of
from chemins.printing.press import SheetDesk
from chemins.printing.stories import Entry
from chemins.records.action import Action, Status
from chemins.records.base import Record
from chemins.records.change import Change, State
from chemins.records.session import Session
from chemins.records.when import When
from chemins.text.markdown import plain

VISIBLE = frozenset({State.FIRST_SIGNS, State.UNDER_WAY, State.SETTLED, State.RECEDING})
"""The states of a change that somebody has seen; a change that recedes is told as well."""

DONE_NOW = frozenset({Status.UNDER_WAY, Status.PLANNED})
"""The statuses of an action of which one may still take part."""

_NEVER = When(0)
_EVIDENCE = 180


def under_way(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that can be seen, the last observed first."""
    seen = [each for each in changes if each.state in VISIBLE]
    return tuple(sorted(seen, key=lambda each: each.observed_on or _NEVER, reverse=True))


def to_come(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that nobody has seen yet, along the pathway."""
    return tuple(
        sorted((each for each in changes if each.state not in VISIBLE), key=lambda each: each.rank)
    )


def on_now(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The actions that are on, then those that are planned."""
    return tuple(each for each in actions if each.status in DONE_NOW)


def action_entries(desk: SheetDesk, actions: Iterable[Action]) -> Iterator[Entry]:
    """Actions with their status, and who carries them."""
    for action in actions:
        status = action.status.said(desk.locale)
        meta = (word_of(action, desk.locale), status, lead_of(desk, action))
        yield entry_of(desk, action, meta)


def change_entries(
    desk: SheetDesk, changes: Iterable[Change], *, evidence: bool = False
) -> Iterator[Entry]:
    """Changes with what they are about, their state, and when it was seen."""
    for change in changes:
        date = change.observed_on.said(desk.locale) if change.observed_on else ""
        seen = change.state.said(desk.locale) if change.state in VISIBLE else note_of(desk, change)
        shown = (plain(change.evidence, _EVIDENCE),) if evidence and change.evidence else ()
        yield entry_of(desk, change, (word_of(change, desk.locale), seen, date), shown)


def session_entries(desk: SheetDesk, sessions: Iterable[Session]) -> Iterator[Entry]:
    """Sessions with their form; their date, their hours and their place where they are known."""
    for session in sessions:
        said = note_of(desk, session) or word_of(session, desk.locale)
        venue = session.venue
        place = ", ".join(filter(None, (venue.name, venue.address))) if venue else ""
        meta = (said[0].upper() + said[1:], hours_said(desk, session))
        yield entry_of(desk, session, meta, (place,) if place else ())


def entry_of(
    desk: SheetDesk, record: Record, meta: Iterable[str], lines: Iterable[str] = ()
) -> Entry:
    """A record as an entry; ``meta`` stands above its title, ``lines`` below."""
    return Entry(
        title=desk.locale.typeset(record.label),
        shape=kind_of(record),
        meta=" · ".join(filter(None, meta)),
        lines=tuple(map(desk.locale.typeset, lines)),
        mark=desk.locale.text("site.example") if record.illustrative else "",
        href=desk.href(record),
    )
