"""Where the words of a chart stand, so that they cover neither its lines nor one another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chemins.diagrams.chart import Chart, Dot
from chemins.diagrams.metrics import width as text_width
from chemins.diagrams.stations import SOFT

RIGHT = 16
"""What is left free to the right of the values."""

RADIUS = 4.5
"""Of a dot."""

_CLEAR = 4
_STEP = 12

Point = tuple[float, float]
Run = Sequence[Point]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words and where they stand."""

    word: str
    """What they say."""

    x: int
    """Where they begin, or their middle, or their end."""

    y: int
    """The foot of the letters."""


def marked(
    chart: Chart,
    plot: Box,
    y: Callable[[float], float],
    covered: Sequence[Box],
    runs: Sequence[Run],
) -> Iterator[tuple[str, int, Label | None]]:
    """Where one began and where one wants to be, each with its words where they cover nothing.

    Where no room is free along the mark, it has no words: they are said under the picture.
    """
    taken: list[Box] = list(covered)
    held = (("target", chart.target), ("baseline", chart.baseline))
    marks = [(name, mark.word, round(y(mark.value))) for name, mark in held if mark]
    lines = (*runs, *(((plot[0], height), (plot[2], height)) for _, _, height in marks))
    for name, word, height in marks:
        tried = (Label(word, at, foot) for at, foot in _tried(word, height, plot))
        label = next((each for each in tried if _is_free(box(each), taken, lines)), None)
        if label:
            taken.append(box(label))
        yield name, height, label


def _tried(word: str, height: int, plot: Box) -> Iterator[tuple[int, int]]:
    """Above the mark, then below it; at its beginning, at its end, then in between."""
    left, right = round(plot[0]) + 4, round(plot[2] - text_width(word, "text", SOFT))
    for foot in (height - 6, height + SOFT + 3):
        if foot < plot[3] or foot < height:
            yield from ((at, foot) for at in (left, right, *range(left + _STEP, right, _STEP)))


def _is_free(words: Box, taken: Iterable[Box], runs: Iterable[Run]) -> bool:
    return not any(_meet(words, each) for each in taken) and not any(
        _enters(words, a, b) for run in runs for a, b in pairwise(run)
    )


def _enters(words: Box, a: Point, b: Point) -> bool:
    """Whether the line from ``a`` to ``b`` passes through ``words``."""
    low, high = 0.0, 1.0
    for start, end, least, most in (
        (a[0], b[0], words[0], words[2]),
        (a[1], b[1], words[1], words[3]),
    ):
        if start == end:
            if not least < start < most:
                return False
            continue
        near, far = sorted(((least - start) / (end - start), (most - start) / (end - start)))
        low, high = max(low, near), min(high, far)
    return low < high


def numbered(others: Sequence[Sequence[Run]], plot: Box, taken: Iterable[Box]) -> Iterator[Label]:
    """A number at the end of each line that is compared, where they are several."""
    ends = [next(run[-1] for run in reversed(runs) if run) for runs in others]
    if len(ends) < 2:
        return
    covered = list(taken)
    lowest = plot[1] - SOFT * 2 / 3
    for at in sorted(range(len(ends)), key=lambda each: ends[each][1]):
        x, y = ends[at]
        lowest = max(lowest + SOFT, y + SOFT / 3)
        label = Label(str(at + 1), round(x) + 14, round(lowest))
        while any(_meet(box(label), each) for each in covered):
            label = Label(label.word, label.x, label.y + 2)
        lowest = label.y
        yield label


def valued(
    known: Sequence[Dot], dots: Sequence[tuple[float, float]], plot: Box, taken: list[Box]
) -> Iterator[Label]:
    """The values that have room above or below their dot, the last and the first before all."""
    spots = points(dots)
    order = [len(known) - 1, 0, *range(1, len(known) - 1)]
    for at in dict.fromkeys(order):
        x, y = dots[at]
        half = text_width(known[at].word, "bold", SOFT) / 2
        middle = min(max(x, plot[0] + half), plot[2] + RIGHT - half)
        for foot in (y - 10, y + SOFT + 8):
            label = Label(known[at].word, round(middle), round(foot))
            box = (middle - half - _CLEAR, foot - SOFT, middle + half + _CLEAR, foot + 3)
            others = [each for other, each in enumerate(spots) if other != at]
            if foot < plot[3] - 2 and not any(_meet(box, each) for each in (*taken, *others)):
                taken.append(box)
                yield label
                break


def points(dots: Sequence[tuple[float, float]]) -> list[Box]:
    """What the dots cover."""
    return [(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in dots]


def box(label: Label) -> Box:
    """What a label covers that begins at its place."""
    wide = text_width(label.word, "text", SOFT)
    return (label.x, label.y - SOFT, label.x + wide, label.y + 4)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
