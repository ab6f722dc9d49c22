"""The poster of a quartier: its name, its outline, what is wished for there, what happens.

To be read from two metres: type of 20 points at least, of 24 for what is said, but for who speaks
and of when.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from chemins.diagrams.metrics import wrap
from chemins.maps.svg import shape_on_paper
from chemins.pages.beginning import beginning
from chemins.pages.maps import credit, outline_of
from chemins.pages.sheets import POSTER
from chemins.printing.happening import (
    action_entries,
    change_entries,
    entry_of,
    on_now,
    session_entries,
    under_way,
)
from chemins.printing.measures import height, held, name_size, on_lines, rem
from chemins.printing.press import Press, SheetDesk
from chemins.printing.sheet import Sheet
from chemins.printing.stories import Entry, Story, Told, told
from chemins.records.base import Record
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.vision import Vision
from chemins.records.when import When
from chemins.strategy.concerns import Concerns, concerns
from chemins.text import escape

WIDE, HIGH = 740.0, 1094.0
"""Between the margins of A3 standing on its short side, in points."""

NAMES = (140, 128, 116, 106, 96, 88, 80, 72, 64, 58, 52, 46, 40)
"""The sizes of the name."""

TITLES = (60, 54, 48, 44, 40, 36, 33, 30, 27, 24)
"""The sizes of the titles of visions."""

SIZES = (32, 30, 28, 26, 24)
"""The sizes of what happens."""

LEAD = 32
"""The size of the words that stand where there is no vision, and nothing happens yet."""

_LEADING, _TITLE_LEADING = 1.06, 1.14
_TOP, _FOOT, _PLACE = 64.0, 216.0, 48.0
_EASY_NAMES = (96.0, 58.0, 52.0, 40.0)
_FRAMES = 350.0
_SHAPE, _LARGE_SHAPE, _GAP = 250.0, 400.0, 36.0
_FRAME, _UNDER_FRAME = 22.0, 16.0
_KICKER = 40.0
_TERRITORY = (20, 18, 16, 14, 12)
_ADDRESS = (24, 22, 20, 18, 16, 14, 12, 10, 8)
_BESIDE_CODE, _PLACE_SIZE = 546.0, 24.0
_MOST_VISIONS = 3
_MOST_DATES = 3


@dataclass(frozen=True, slots=True)
class _Wishes:
    """The visions, as they lie."""

    entries: tuple[Entry, ...]
    """Those there is room for."""

    further: int
    """How many more there are."""

    size: float
    """The size of their titles."""

    height: float
    """How high they stand together."""


def poster_sheet(press: Press, quartier: Quartier) -> Sheet:
    """The poster of ``quartier``, on A3."""
    desk = press.desk(press.context.addresses.of(quartier))
    found = concerns(desk.strategy, quartier)
    shape = _outline(desk, quartier, _SHAPE if found.visions else _LARGE_SHAPE)
    beside = WIDE - (_GAP + (_SHAPE if found.visions else _LARGE_SHAPE) if shape else 0)
    name = held(desk.locale.typeset(quartier.label))
    size = name_size(name, NAMES, WIDE, _EASY_NAMES)
    wishes = _wishes(desk, found.visions, beside)
    room = HIGH - _TOP - height(name, "display", size, WIDE, _LEADING) - _PLACE - _FOOT
    below = room - (max(wishes.height, _SHAPE if shape else 0) + _GAP if found.visions else 0)
    happening = _happening(desk, found, WIDE if found.visions else beside, below)
    lead = desk.locale.typeset(beginning(quartier.body))
    territory = press.territory.title if press.territory else ""
    html = desk.template(
        "poster",
        form=POSTER,
        paper="A3",
        title=escape.html(desk.locale.typeset(_title(desk, quartier))),
        author=press.author,
        version=press.version(_records(quartier, found)),
        name=name,
        name_size=size,
        name_wide=WIDE,
        example=desk.locale.text("site.example") if quartier.illustrative else "",
        territory=territory,
        territory_size=on_lines(territory, "bold", _TERRITORY, WIDE, 1),
        places=_places(quartier),
        address_size=on_lines(desk.page_url, "text", _ADDRESS, _BESIDE_CODE, 2),
        shape=shape,
        beside=beside,
        wishes=wishes,
        lead=lead,
        happening=happening,
        credit=credit(desk) if shape else "",
        is_quiet=not (shape or wishes.entries or happening.stories or lead),
        rem=rem,
    )
    return Sheet(
        form=POSTER,
        paper="A3",
        quartier=quartier.identifier,
        address=press.context.addresses.sheet(POSTER, "A3", quartier),
        title=desk.locale.typeset(_title(desk, quartier)),
        html=str(html),
    )


def _places(quartier: Quartier) -> str:
    """Its municipalities, as many as a line holds."""
    names = [commune.name for commune in quartier.communes]
    for count in range(len(names), 0, -1):
        said = ", ".join((*names[:count], *(("…",) if count < len(names) else ())))
        if len(wrap(said, "text", _PLACE_SIZE, WIDE)) == 1:
            return said
    return ""


def _title(desk: SheetDesk, quartier: Quartier) -> str:
    return desk.said("sheets.poster_title", name=quartier.label)


def _records(quartier: Quartier, found: Concerns) -> tuple[Record, ...]:
    return (quartier, *found.visions, *found.changes, *found.sessions, *found.actions)


def _outline(desk: SheetDesk, quartier: Quartier, size: float) -> Markup:
    outline = outline_of(desk, quartier)
    if outline is None:
        return Markup("")
    said = desk.said("sheets.outline", name=quartier.label)
    return shape_on_paper(outline, size, desk.locale.typeset(said))


def _wishes(desk: SheetDesk, visions: Sequence[Vision], wide: float) -> _Wishes:
    """As many of ``visions``, and as large, as the sheet has room for."""
    entries = [entry_of(desk, vision, ()) for vision in visions]
    inner = wide - 2 * _FRAME
    for count in range(min(len(entries), _MOST_VISIONS), 0, -1):
        for size in TITLES:
            high = _KICKER + sum(
                height(entry.title, "display", size, inner, _TITLE_LEADING)
                + 2 * _FRAME
                + _UNDER_FRAME
                + (size if entry.mark else 0)
                for entry in entries[:count]
            )
            whole = all(
                len(wrap(word, "display", size, inner)) == 1
                for entry in entries[:count]
                for word in entry.title.split()
            )
            if high <= _FRAMES and whole:
                return _Wishes(tuple(entries[:count]), len(entries) - count, size, high)
    return _Wishes(tuple(entries[:1]), max(0, len(entries) - 1), TITLES[-1], _FRAMES)


def _happening(desk: SheetDesk, found: Concerns, wide: float, room: float) -> Told:
    story = Story(desk.said("sheets.happening"), tuple(_entries(desk, found)))
    return told((story,), SIZES, wide, room, desk.said("sheets.further", count=99))


def _entries(desk: SheetDesk, found: Concerns) -> Iterator[Entry]:
    """The last dates first, since one may still go; what is done, what moves, what has no date."""
    held = [each for each in found.sessions if not each.cancelled]
    dated = sorted((each for each in held if each.date), key=_date, reverse=True)
    yield from session_entries(desk, dated[:_MOST_DATES])
    yield from action_entries(desk, on_now(found.actions))
    yield from change_entries(desk, under_way(found.changes))
    undated = [each for each in held if not each.date]
    yield from session_entries(desk, (*dated[_MOST_DATES:], *undated))


def _date(session: Session) -> When:
    return session.date or When(0)
