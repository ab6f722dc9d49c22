"""How large the type of a plan may be, and how wide its columns, for a sheet to hold all of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, inf

from chemins.diagrams.lanes import FRAME, FRAMES_GAP, NOTE, SLACK, Lane, list_width, shared
from chemins.diagrams.metrics import width
from chemins.diagrams.paper import Paper

SIZES = (13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5)
"""The sizes of the lines of a plan, in points, largest first."""

TITLES = (26, 24, 22, 20, 18, 17, 16, 15, 14, *SIZES)
"""The sizes of the titles of visions."""

SHARES = 24
"""What the width of a sheet is divided into: columns take so many shares each."""

GAP = 22.0
"""Between two columns, their rule in the middle, in points."""

MOST_ROWS = 12
"""How many rows may hold across the columns."""

_LEAST_SHARE = 4
_LARGER = (1.5, 1.35, 1.2)
_EASY_LINE, _EASY_TITLE = 8.0, 7.5
_ROWS_WORTH = 0.84
_LARGER_ROOM = 0.8
_FIRST_TITLE, _MOST_TITLE = 14.0, 2.1
_MOST_STRETCH = 2.2
_HOPELESS = 1.12

_Height = Callable[[Lane, float, float], float]
"""A column, its width, the size of its lines → how high it stands."""


@dataclass(frozen=True, slots=True)
class LaneFit:
    """How one column lies."""

    share: int
    """Its part of the width, in ``SHARES``."""

    width: float
    """What is left of it for texts, in points, the gaps beside it taken off."""

    size: float
    """The size of its lines, or of the titles of its visions."""

    lists: tuple[int, ...] = ()
    """How many lines stand in each of its lists, side by side."""

    heights: tuple[float, ...] = ()
    """How high each line stands at least."""

    @property
    def list_width(self) -> float:
        """How wide each of its lists is."""
        return list_width(self.width, max(1, len(self.lists)))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a plan lies on a sheet."""

    size: float
    """The size of most of its lines, in points of the A4 sheet."""

    heading: float
    """The size of the headings of columns."""

    head: float
    """How high the headings stand."""

    lanes: tuple[LaneFit, ...]
    """Its columns."""

    rows: int
    """How many rows hold across the columns, as in the deck's grid; 0 when they do not."""

    @property
    def note(self) -> float:
        """The size of the notes under headings."""
        return self.heading * NOTE


def laid(lanes: Sequence[Lane], paper: Paper) -> Layout | None:
    """``lanes`` on ``paper`` in the largest type that holds; none when the smallest does not."""
    sizes = [size for size in SIZES if size >= paper.smallest]
    if not lanes or _is_hopeless(lanes, paper, sizes[-1]):
        return None
    best = None
    first, last = 0, len(sizes) - 1
    while first <= last:
        middle = (first + last) // 2
        layout = _at(lanes, paper, sizes[middle], Lane.about)
        if layout is None:
            first = middle + 1
        else:
            best, last = layout, middle - 1
    if best is None:
        return _at(lanes, paper, sizes[-1], Lane.exactly)
    return _with_rows(lanes, paper, best) or best


def _with_rows(lanes: Sequence[Lane], paper: Paper, best: Layout) -> Layout | None:
    """``lanes`` in type a little smaller than in ``best``, if rows then hold across the columns."""
    if any(len(lane.texts) > MOST_ROWS for lane in lanes if not lane.framed):
        return None
    least = max(paper.smallest, best.size * _ROWS_WORTH)
    for size in (each for each in SIZES if least <= each <= best.size):
        layout = best if size == best.size else _at(lanes, paper, size, Lane.about)
        if layout and layout.rows:
            return layout
    return None


def overflowing(lanes: Sequence[Lane], paper: Paper) -> Layout:
    """``lanes`` in the smallest type of ``paper``, over as many sheets as they take."""
    endless = replace(paper, height=inf)
    layout = _at(lanes, endless, min(size for size in SIZES if size >= paper.smallest), Lane.about)
    assert layout is not None
    return layout


def _is_hopeless(lanes: Sequence[Lane], paper: Paper, size: float) -> bool:
    """Whether the texts would overflow the sheet even if they filled it like water."""
    wide = paper.width / len(lanes)
    return sum(lane.about(wide, size) for lane in lanes) / len(lanes) > paper.height * _HOPELESS


def _at(lanes: Sequence[Lane], paper: Paper, size: float, height: _Height) -> Layout | None:
    """``lanes`` with lines of ``size``; none when they do not hold."""
    heading = max(min(12.5, size * 1.12 // 0.5 / 2), ceil(paper.smallest / NOTE * 2) / 2)
    fits = _spread(lanes, paper, size, heading, height)
    head = max(lane.head(fit.width, heading) for lane, fit in zip(lanes, fits, strict=True))
    room = paper.height - head
    placed = [
        _placed(lane, fit, room, paper.smallest) for lane, fit in zip(lanes, fits, strict=True)
    ]
    kept = [fit for fit in placed if fit is not None]
    if len(kept) < len(placed):
        return None
    rows = _rows(lanes, kept, room)
    if rows:
        kept = [
            fit if lane.framed else replace(fit, heights=rows[: len(lane.texts)])
            for lane, fit in zip(lanes, kept, strict=True)
        ]
    return Layout(size, heading, head, tuple(kept), len(rows))


def _spread(
    lanes: Sequence[Lane], paper: Paper, size: float, heading: float, height: _Height
) -> list[LaneFit]:
    """Widths for ``lanes``: the same for all, unless the tallest column needs more.

    Widths go from the lowest column to the tallest as long as that lowers the whole.
    """
    room = paper.height * SLACK - 4 * size

    def inner(at: int, share: int) -> float:
        beside = GAP / 2 * ((at > 0) + (at < len(lanes) - 1))
        return share * paper.width / SHARES - beside

    def standing(at: int, share: int) -> float:
        return height(lanes[at], inner(at, share), size)

    every = range(len(lanes))
    least = [_least_share(lane, partial(inner, at), heading) for at, lane in enumerate(lanes)]
    shares = [SHARES // len(lanes) + (at < SHARES % len(lanes)) for at in every]
    heights = [standing(at, share) for at, share in enumerate(shares)]
    while (most := max(heights)) > room:
        tallest = heights.index(most)
        givers = [
            (risen, at)
            for at in every
            if at != tallest
            and shares[at] > least[at]
            and (risen := standing(at, shares[at] - 1)) < most
        ]
        spare = sum(shares[at] - least[at] for _, at in givers)
        if not givers or standing(tallest, shares[tallest] + spare) >= most:
            break
        risen, giver = min(givers)
        shares[giver] -= 1
        shares[tallest] += 1
        heights[giver] = risen
        heights[tallest] = standing(tallest, shares[tallest])
    return [LaneFit(share, inner(at, share), size) for at, share in enumerate(shares)]


def _least_share(lane: Lane, inner: Callable[[int], float], heading: float) -> int:
    """The share below which a word of the heading would not hold on a line."""
    needed = lane.least_width(heading)
    return next((each for each in range(_LEAST_SHARE, SHARES) if inner(each) >= needed), SHARES)


def _placed(lane: Lane, fit: LaneFit, room: float, smallest: float) -> LaneFit | None:
    """How ``lane`` lies in ``room`` points; none when it does not hold."""
    if lane.framed:
        return _framed(lane, fit, room, smallest)
    size = fit.size
    lists = shared(
        lane.heights(list_width(fit.width, lane.lists(fit.width, size)), size),
        lane.lists(fit.width, size),
        room,
    )
    if not lists:
        return None
    # Fewer, larger, as one nears the vision.
    for larger in (size * times // 0.5 / 2 for times in _LARGER if 0 < len(lane.texts) <= 2):
        easy = larger * _EASY_LINE <= fit.width
        if easy and sum(lane.heights(fit.width, larger)) <= room * _LARGER_ROOM:
            size, lists = larger, (len(lane.texts),)
            break
    heights = lane.heights(list_width(fit.width, len(lists)), size)
    return replace(fit, size=size, lists=lists, heights=heights)


def _framed(lane: Lane, fit: LaneFit, room: float, smallest: float) -> LaneFit | None:
    """The largest titles that hold and read well; those that cut a long word only if they must."""
    cut = None
    most = max(_FIRST_TITLE, fit.size * _MOST_TITLE)
    for title in (each for each in TITLES if smallest <= each <= most):
        heights = lane.heights(fit.width, title)
        if sum(heights) + FRAMES_GAP * len(heights) <= room:
            held = replace(fit, size=title, lists=(len(heights),), heights=heights)
            if _is_easy(lane, fit.width, title):
                return held
            cut = cut or (held if title <= SIZES[0] else None)
    return cut


def _is_easy(lane: Lane, wide: float, title: float) -> bool:
    """Whether titles read well in their frames: lines of a few words, none cut in its middle."""
    inner = wide - 2 * FRAME
    words = (word for text in lane.texts for word in text.split())
    return (title <= SIZES[0] or title * _EASY_TITLE <= inner) and all(
        width(word, "display", title) <= inner for word in words
    )


def _rows(lanes: Sequence[Lane], fits: Sequence[LaneFit], room: float) -> tuple[float, ...]:
    """The heights of rows that hold across the columns; none when they do not hold in ``room``."""
    columns = [fit for lane, fit in zip(lanes, fits, strict=True) if not lane.framed]
    count = max((len(fit.heights) for fit in columns), default=0)
    if not 0 < count <= MOST_ROWS or any(len(fit.lists) > 1 for fit in columns):
        return ()
    # A line that is alone in its column reaches over as many rows as it needs.
    several = [fit for fit in columns if len(fit.heights) > 1] or columns
    rows = [
        max(fit.heights[row] for fit in several if row < len(fit.heights)) for row in range(count)
    ]
    if sum(rows) > room:
        return ()
    spare = min((room - sum(rows)) / count, max(rows) * (_MOST_STRETCH - 1))
    return tuple(row + spare for row in rows)
