"""A chart is laid out: time across, the values upwards. Everything placed, nothing written yet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from statistics import median

from chemins.diagrams.chart import Chart, Dot, Trace
from chemins.diagrams.chart_frame import Frame, frame_of
from chemins.diagrams.chart_words import (
    RADIUS,
    RIGHT,
    Box,
    Label,
    box,
    marked,
    numbered,
    points,
    valued,
)
from chemins.diagrams.metrics import width as text_width
from chemins.diagrams.stations import SOFT
from chemins.locales import Locale

WIDE, NARROW = 640, 288
"""How wide a picture is, in pixels: beside a text, and on the narrowest phone."""

HOLE = 1.6
"""How many usual steps without a value break a line: what happened meanwhile, nobody says."""

_HEIGHT = {WIDE: 240, NARROW: 176}
_TOP = 28
_FOOT = 30

Across = Callable[[float], float]
"""A date or a value → where it stands."""


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A picture, in pixels from its upper left corner."""

    width: int
    """How wide."""

    height: int
    """How high."""

    plot: Box
    """Where the values stand."""

    ticks: tuple[tuple[int, str], ...]
    """The heights that are named."""

    dates: tuple[Label, ...]
    """The dates that are named, by their middle."""

    dots: tuple[tuple[float, float], ...]
    """Where each known value stands."""

    bars: tuple[tuple[float, float, float, float], ...]
    """The bars: left, top, width, height. None where there is a line."""

    runs: tuple[tuple[tuple[float, float], ...], ...]
    """The values that are joined."""

    compared: tuple[tuple[tuple[float, float], ...], ...]
    """The same, of what it is compared with."""

    holes: tuple[int, ...]
    """Where a value is missing, from the left."""

    words: tuple[Label, ...]
    """The values that are written, by their middle."""

    names: tuple[Label, ...]
    """What each compared line is called, by its beginning; none in a narrow picture."""

    numbers: tuple[Label, ...]
    """In a narrow picture, which line is which, where several are compared."""

    marks: tuple[tuple[str, int, Label | None], ...]
    """``target`` and ``baseline``: the height, and what is written there, if there is room."""


def arrange(
    chart: Chart, locale: Locale, width: int = WIDE, frame: Frame | None = None
) -> ChartLayout:
    """The layout of ``chart``, ``width`` pixels wide, in ``frame`` or in its own."""
    frame = frame or frame_of((chart,))
    low, high, start, end = frame.low, frame.high, frame.start, frame.end
    decimals = max(0, -floor(log10(frame.step)))
    names = [
        (low + frame.step * at, locale.number(round(low + frame.step * at, decimals)))
        for at in range(round((high - low) / frame.step) + 1)
    ]
    left = ceil(max(text_width(name, "text", SOFT) for _, name in names)) + 12
    bottom = _TOP + _HEIGHT[width]
    plot = (left, _TOP, width - _right(chart, width), bottom)
    inset = _inset(chart, plot)

    def x(when: float) -> float:
        span = plot[2] - plot[0] - 2 * inset
        return plot[0] + inset + (when - start) / (end - start) * span

    def y(value: float) -> float:
        return bottom - (value - low) / (high - low) * (bottom - _TOP)

    known = [dot for dot in chart.trace.dots if dot.value is not None]
    dots = tuple((round(x(dot.when), 1), round(y(dot.value or 0), 1)) for dot in known)
    half = _bar(chart, plot) / 2
    bars = () if chart.is_line else tuple(_bars(dots, half, y(max(low, 0))))
    holes = tuple(round(x(dot.when)) for dot in chart.trace.dots if dot.value is None)
    runs = tuple(_runs(chart.trace, x, y)) if chart.is_line else ()
    others = tuple(tuple(_runs(each, x, y)) for each in chart.others)
    compared = tuple(run for each in others for run in each)
    covered = [*points(dots), *((hole - 8, bottom - 24, hole + 8, bottom) for hole in holes)]
    covered += [(left, top, left + wide, top + high) for left, top, wide, high in bars]
    if width == NARROW:
        # Where the numbers would stand, a mark has no words; they give way only to the values.
        covered += [box(label) for label in numbered(others, plot, ())]
    marks = tuple(marked(chart, plot, y, covered, (*runs, *compared)))
    taken = [box(label) for _, _, label in marks if label]
    words = tuple(valued(known, dots, plot, taken))
    return ChartLayout(
        width=width,
        height=bottom + _FOOT,
        plot=plot,
        ticks=tuple((round(y(value)), name) for value, name in names),
        dates=tuple(_dates(chart.trace.dots, x, plot, bottom)),
        dots=dots,
        bars=bars,
        runs=runs,
        compared=compared,
        holes=holes,
        words=words,
        names=tuple(_names(chart, y, plot)) if width == WIDE else (),
        numbers=tuple(numbered(others, plot, taken)) if width == NARROW else (),
        marks=marks,
    )


def unwritten(chart: Chart, locale: Locale, *widths: int) -> tuple[str, ...]:
    """The marks whose words have no room at one of ``widths``."""
    layouts = (arrange(chart, locale, width) for width in widths)
    found = (name for layout in layouts for name, _, label in layout.marks if label is None)
    return tuple(dict.fromkeys(found))


def _right(chart: Chart, width: int) -> int:
    """What is left free on the right: the names of the lines that are compared stand there."""
    if width != WIDE or not chart.others:
        return RIGHT
    return min(width // 4, RIGHT + ceil(max(_wide(each) for each in chart.others)))


def _wide(trace: Trace) -> float:
    return text_width(trace.name, "text", SOFT)


def _names(chart: Chart, y: Across, plot: Box) -> Iterator[Label]:
    """The name of each compared line at its end, those that would meet pushed apart."""
    ends: list[tuple[float, str]] = []
    for trace in chart.others:
        known = [dot for dot in trace.dots if dot.value is not None]
        ends.append((y(known[-1].value or 0), trace.name))
    foot = 0.0
    for height, name in sorted(ends):
        foot = max(height + 5, foot + SOFT + 2)
        if _wide(Trace(name, ())) <= WIDE - plot[2]:
            yield Label(name, round(plot[2]) + 2, round(foot))


def _inset(chart: Chart, plot: Box) -> float:
    return RADIUS + 14 if chart.is_line else (plot[2] - plot[0]) / (2 * len(chart.trace.dots))


def _bar(chart: Chart, plot: Box) -> float:
    return min(64.0, (plot[2] - plot[0]) / len(chart.trace.dots) * 0.5)


def _bars(
    dots: Sequence[tuple[float, float]], half: float, zero: float
) -> Iterator[tuple[float, float, float, float]]:
    for x, y in dots:
        top, foot = min(y, zero), max(y, zero)
        yield round(x - half, 1), round(top, 1), round(2 * half, 1), round(max(foot - top, 1), 1)


def _runs(trace: Trace, x: Across, y: Across) -> Iterator[tuple[tuple[float, float], ...]]:
    """The values of ``trace`` that are joined: a gap, or a long silence, parts them."""
    usual = median([b.when - a.when for a, b in pairwise(trace.dots)] or [1.0])
    run: list[tuple[float, float]] = []
    last: Dot | None = None
    for dot in trace.dots:
        if last is not None and dot.when - last.when > HOLE * usual:
            yield tuple(run)
            run = []
        last = dot
        if dot.value is None:
            yield tuple(run)
            run = []
        else:
            run.append((round(x(dot.when), 1), round(y(dot.value), 1)))
    yield tuple(run)


def _dates(dots: Sequence[Dot], x: Across, plot: Box, bottom: float) -> Iterator[Label]:
    """The dates that have room, the last and the first before the others."""
    taken: list[tuple[float, float]] = []
    found: list[Label] = []
    order = [len(dots) - 1, 0, *range(1, len(dots) - 1)]
    for at in dict.fromkeys(order):
        dot = dots[at]
        half = text_width(dot.date, "text", SOFT) / 2
        middle = min(max(x(dot.when), half), plot[2] + RIGHT - half)
        if all(middle + half + 8 < a or middle - half - 8 > b for a, b in taken):
            taken.append((middle - half, middle + half))
            found.append(Label(dot.date, round(middle), round(bottom) + 22))
    return iter(sorted(found, key=lambda label: label.x))
