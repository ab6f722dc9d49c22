"""The update of a quartier: a page that an elected official can hand out. Approved words only.

A record is approved when it says by whom and when (``approved_by``, ``approved_on``). What is not
is left out, and the page says how much that is. Where nothing is, there is no update.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chemins.diagrams.paper import FOOT_LEADING, FOOT_TEXT
from chemins.diagrams.pathway import word_of
from chemins.maps.svg import shape_on_paper
from chemins.pages.maps import credit, outline_of
from chemins.pages.sheets import UPDATE
from chemins.printing.happening import (
    action_entries,
    change_entries,
    entry_of,
    on_now,
    session_entries,
    to_come,
    under_way,
)
from chemins.printing.measures import height, held, name_size, rem
from chemins.printing.press import Press, SheetDesk
from chemins.printing.sheet import Sheet
from chemins.printing.stories import Entry, Story, told
from chemins.records.base import Record
from chemins.records.quartier import PlaceToGo, Quartier
from chemins.records.session import Session
from chemins.records.territory import Publisher
from chemins.records.when import When
from chemins.strategy.concerns import Concerns, concerns
from chemins.strategy.version import Version
from chemins.text import escape
from chemins.text.markdown import plain

WIDE, MARGIN, HIGH = 312.0, 164.0, 768.0
"""The column of what is told, the one beside it, and the height of both, in points of A4."""

NAMES = (40, 36, 32, 28, 25, 22, 20, 18, 16, 14)
"""The sizes of the name."""

SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9)
"""The sizes of what is told."""

ASIDE_SIZES = (10.5, 10, 9.5, 9, 8.5)
"""The sizes of where to go and whom to call."""

_ALL = 500.0
_TOP, _FOOT, _GAP = 34.0, 66.0, 18.0
_SHAPE, _CODE = 120.0, 96.0
_LEAD, _LEAD_SIZE = 420, 11.5
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class _Approved:
    """What of a quartier may be handed out."""

    of: Quartier
    """The quartier."""

    quartier: Quartier | None
    """Its record, when that is approved."""

    found: Concerns
    """What is approved of what concerns it."""

    left_out: tuple[Record, ...]
    """What is not."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All that is approved."""
        own = (self.quartier,) if self.quartier else ()
        found = self.found
        return (*own, *found.visions, *found.changes, *found.sessions, *found.actions)


def update_sheet(press: Press, quartier: Quartier) -> Sheet | None:
    """The update of ``quartier``, on A4; none where nothing approved has anything to say."""
    desk = press.desk(press.context.addresses.of(quartier))
    approved = _approved(desk, quartier)
    if not approved.records:
        return None
    version = press.version(approved.records)
    name = held(desk.locale.typeset(quartier.label))
    size = name_size(name, NAMES, _ALL, (28, 22, 14))
    lead = _lead(desk, approved)
    top = _TOP + height(name, "display", size, _ALL, 1.1) + _GAP
    top += height(lead, "text", _LEAD_SIZE, _ALL, 1.4) + (_GAP if lead else 0)
    foot = _foot(desk, approved, version)
    said_below = sum(height(line, "text", FOOT_TEXT, _ALL, FOOT_LEADING) for line in foot)
    room = HIGH - top - max(_FOOT, said_below + _GAP + 8)
    outline = outline_of(desk, quartier)
    further = desk.said("sheets.further", count=99)
    main = told(tuple(_stories(desk, approved, version)), SIZES, WIDE, room, further)
    if not (lead or main.stories):
        return None
    aside = room - (_SHAPE + _GAP if outline else 0) - (_CODE + _GAP if desk.page_url else 0)
    title = desk.locale.typeset(desk.said("sheets.update_title", name=quartier.label))
    said = desk.said("sheets.outline", name=quartier.label)
    html = desk.template(
        "update",
        form=UPDATE,
        paper="A4",
        title=escape.html(title),
        author=press.author,
        version=version,
        name=name,
        name_size=size,
        name_wide=_ALL,
        lead=lead,
        told=main,
        room=room,
        aside=told(tuple(_aside(desk, approved)), ASIDE_SIZES, MARGIN, aside, further),
        shape=shape_on_paper(outline, _SHAPE, desk.locale.typeset(said)) if outline else "",
        foot=foot,
        example=desk.locale.text("site.example") if quartier.illustrative else "",
        rem=rem,
    )
    return Sheet(
        form=UPDATE,
        paper="A4",
        quartier=quartier.identifier,
        address=press.context.addresses.sheet(UPDATE, "A4", quartier),
        title=title,
        html=str(html),
    )


def is_approved(record: Record) -> bool:
    """Whether ``record`` says who approved its publication, and when."""
    return bool(record.approved_by and record.approved_on)


def _approved(desk: SheetDesk, quartier: Quartier) -> _Approved:
    found = concerns(desk.strategy, quartier)
    every: tuple[Record, ...] = (
        quartier,
        *found.visions,
        *found.changes,
        *found.sessions,
        *found.actions,
    )
    return _Approved(
        of=quartier,
        quartier=quartier if is_approved(quartier) else None,
        found=Concerns(
            visions=tuple(filter(is_approved, found.visions)),
            changes=tuple(filter(is_approved, found.changes)),
            sessions=tuple(filter(is_approved, found.sessions)),
            actions=tuple(filter(is_approved, found.actions)),
        ),
        left_out=tuple(each for each in every if not is_approved(each)),
    )


def _lead(desk: SheetDesk, approved: _Approved) -> str:
    text = approved.quartier.body if approved.quartier else ""
    return desk.locale.typeset(plain(text, _LEAD)) if text else ""


def _stories(desk: SheetDesk, approved: _Approved, version: Version) -> Iterator[Story]:
    """What is wished for, what is done, what moved, what is next."""
    visions, changes = approved.found.visions, approved.found.changes
    wished = (entry_of(desk, each, (word_of(each, desk.locale),)) for each in visions)
    yield Story(desk.said("sheets.wish"), tuple(wished))
    done = tuple(action_entries(desk, on_now(approved.found.actions)))
    yield Story(desk.said("sheets.done"), done)
    moved = [each for each in under_way(changes) if each.observed_on]
    yield Story(desk.said("sheets.moved"), tuple(change_entries(desk, moved, evidence=True)))
    ahead = _ahead(approved.found.sessions, version)
    entries = (*session_entries(desk, ahead), *change_entries(desk, to_come(changes)))
    yield Story(desk.said("sheets.next"), entries)


def _ahead(sessions: Iterable[Session], version: Version) -> list[Session]:
    """The sessions after the last day on which anything was approved or observed."""
    if version.dated is None:
        return []
    later = [
        each for each in sessions if each.date and each.date > version.dated and not each.cancelled
    ]
    return sorted(later, key=lambda each: each.date or When(0))


def _aside(desk: SheetDesk, approved: _Approved) -> Iterator[Story]:
    """Where to go, whom to call."""
    places = approved.quartier.places if approved.quartier else ()
    yield Story(desk.said("sheets.where_to_go"), tuple(map(_place, places)))
    territory = desk.press.territory
    if territory and territory.publisher:
        yield Story(desk.said("sheets.whom_to_call"), tuple(_contact(territory.publisher)))


def _place(place: PlaceToGo) -> Entry:
    return Entry(place.name, lines=_lines(place.address, place.phone, place.hours))


def _contact(publisher: Publisher) -> Iterator[Entry]:
    if ways := _lines(None, publisher.phone, publisher.email):
        yield Entry(publisher.name, lines=ways)


def _lines(first: str | None, phone: str | None, last: str | None = None) -> tuple[str, ...]:
    unbroken = phone.replace(" ", "\u00a0") if phone else None
    return tuple(filter(None, (first, unbroken, last)))


def _foot(desk: SheetDesk, approved: _Approved, version: Version) -> tuple[str, ...]:
    """Whose site it is not, who approved, what is left out, of when, who drew the outline."""
    territory = desk.press.territory
    banner = ""
    if territory and territory.demonstration:
        banner = desk.locale.text("site.banner", name=territory.name)
    names = list(dict.fromkeys(str(each.approved_by) for each in approved.records))
    others = [desk.said("sheets.others")] if len(names) > _MOST_NAMES else []
    by = desk.locale.listing((*names[:_MOST_NAMES], *others))
    source = credit(desk) if outline_of(desk, approved.of) else ""
    last = (
        f"{desk.version_said(version)}.",
        desk.page_url,
        desk.said("map.credit", credit=source) if source else "",
    )
    said = (
        banner,
        f"{desk.said('sheets.approved', by=by)} {_left_out(desk, approved)}",
        " ".join(filter(None, last)),
    )
    return tuple(desk.locale.typeset(line) for line in said if line)


def _left_out(desk: SheetDesk, approved: _Approved) -> str:
    """How much is not on the page, because nobody approved it yet; empty when all is."""
    counts: dict[str, int] = {}
    for record in approved.left_out:
        counts[record.kind] = counts.get(record.kind, 0) + 1
    said = [desk.said(f"sheets.count_{kind}", count=count) for kind, count in counts.items()]
    return desk.said("sheets.left_out", list=desk.locale.listing(said)) if said else ""
