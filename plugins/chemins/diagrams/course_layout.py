"""The course of a cooperation as a picture is laid out: time across, the seven degrees one above
the other, trust at the top. Everything measured and placed, nothing written yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from chemins.diagrams.course import Course, Mark
from chemins.diagrams.metrics import width
from chemins.diagrams.stations import SOFT, TEXT

WIDTH = 640
"""How wide a picture is, in pixels."""

RADIUS = 7
"""Half the height of a mark."""

GAP = 1.5
"""How many years without an observation break the line: what happened meanwhile, nobody says."""

ROW = 46
"""From one degree to the next."""

_TOP = 46
_FOOT = 34
_AFTER_NAMES = 28
_RIGHT = 14
_BETWEEN_YEARS = 46
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_ABOVE, _BELOW, _LEVEL = -14, 26, 5
_CLEAR = 3

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and where it stands."""

    mark: Mark
    """What was observed."""

    left: int
    """Where it begins; its middle where it is no wider than high."""

    right: int
    """Where it ends."""

    y: int
    """Its height."""

    label: tuple[int, int] | None
    """The middle and the foot of its date; none where there is no room: the table says it."""

    @property
    def box(self) -> Box:
        """What it covers."""
        return (self.left - RADIUS, self.y - RADIUS, self.right + RADIUS, self.y + RADIUS)


@dataclass(frozen=True, slots=True)
class CourseLayout:
    """A picture, in pixels from its upper left corner."""

    height: int
    """The height of the picture."""

    plot: tuple[int, int]
    """Where time begins and ends, from the left."""

    degrees: tuple[tuple[str, int], ...]
    """The words of the degrees, each with its height, from rivalry to trust."""

    years: tuple[tuple[int, int], ...]
    """The years that are named, each with the place where it begins."""

    marks: tuple[Placed, ...]
    """Oldest first."""

    lines: tuple[tuple[int, int, int, int], ...]
    """Between observations that are near: from which point to which."""


def arrange(course: Course) -> CourseLayout:
    """The layout of ``course``, which has at least one mark."""
    names = max(width(degree, "bold", TEXT) for degree in course.degrees)
    plot = (ceil(names) + _AFTER_NAMES, WIDTH - _RIGHT)
    first = floor(min(mark.start for mark in course.marks))
    last = max(first + 1, ceil(max(mark.end for mark in course.marks)))
    scale = (plot[1] - plot[0]) / (last - first)
    heights = [_TOP + ROW * at for at in reversed(range(len(course.degrees)))]
    bare = [_placed(mark, first, scale, plot[0], heights[mark.degree]) for mark in course.marks]
    lines = tuple(_lines(bare))
    return CourseLayout(
        height=heights[0] + ROW // 2 + _FOOT,
        plot=plot,
        degrees=tuple(zip(course.degrees, heights, strict=True)),
        years=tuple(_years(first, last, scale, plot[0])),
        marks=tuple(_labelled(bare, lines, plot)),
        lines=lines,
    )


def _placed(mark: Mark, first: int, scale: float, left: int, y: int) -> Placed:
    """``mark`` as wide as what its date covers, and never less than it is high."""
    start, end = (left + (when - first) * scale for when in (mark.start, mark.end))
    if end - start < 2 * RADIUS:
        middle = round((start + end) / 2)
        return Placed(mark, middle, middle, y, None)
    return Placed(mark, round(start) + RADIUS, round(end) - RADIUS, y, None)


def _lines(marks: Sequence[Placed]) -> Iterator[tuple[int, int, int, int]]:
    for before, after in pairwise(marks):
        if 0 <= after.mark.start - before.mark.end <= GAP and before.right < after.left:
            yield before.right, before.y, after.left, after.y


def _years(first: int, last: int, scale: float, left: int) -> Iterator[tuple[int, int]]:
    fits = (step for step in _STEPS if step * scale >= _BETWEEN_YEARS)
    step = next(fits, _STEPS[-1])
    for year in range(first, last, step):
        yield year, round(left + (year - first) * scale)


def _labelled(
    marks: Sequence[Placed], lines: Sequence[tuple[int, int, int, int]], plot: tuple[int, int]
) -> Iterator[Placed]:
    """``marks``, each with its date where it covers nothing else."""
    taken = [mark.box for mark in marks]
    for mark in marks:
        half = width(mark.mark.word, "text", SOFT) / 2
        for middle, foot in _beside(mark, half, plot):
            box = (middle - half - _CLEAR, foot - SOFT, middle + half + _CLEAR, foot + 4)
            if not any(_meets(box, each) for each in taken) and not _crossed(box, lines):
                taken.append(box)
                yield Placed(mark.mark, mark.left, mark.right, mark.y, (round(middle), foot))
                break
        else:
            yield mark


def _beside(mark: Placed, half: float, plot: tuple[int, int]) -> Iterator[tuple[float, int]]:
    """Where a date of twice ``half`` may stand: above its mark, below, on its right, its left."""
    above = max(plot[0] + half, min(plot[1] - half, (mark.left + mark.right) / 2))
    yield above, mark.y + _ABOVE
    yield above, mark.y + _BELOW
    for middle in (mark.box[2] + _CLEAR + 2 + half, mark.box[0] - _CLEAR - 2 - half):
        if plot[0] <= middle - half and middle + half <= plot[1]:
            yield middle, mark.y + _LEVEL


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crossed(box: Box, lines: Sequence[tuple[int, int, int, int]]) -> bool:
    """Whether a line passes through ``box``: a line never stands upright, so its ends clip it."""
    for x1, y1, x2, y2 in lines:
        left, right = max(x1, box[0]), min(x2, box[2])
        if left < right:
            heights = [y1 + (y2 - y1) * (x - x1) / (x2 - x1) for x in (left, right)]
            if min(heights) < box[3] and max(heights) > box[1]:
                return True
    return False
