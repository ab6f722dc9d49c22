"""What a chart shows of the values and of time; charts that are compared by eye share one frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from chemins.diagrams.chart import Chart

_TICKS = 4
_NEAR_ZERO = 0.5
"""A line whose least value is over this part of its greatest need not stand on zero."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture shows of the values and of time: charts that are compared share one."""

    low: float
    """The least height."""

    high: float
    """The greatest."""

    step: float
    """From one height that is named to the next."""

    start: float
    """The first date."""

    end: float
    """The last."""

    @property
    def stands_on_zero(self) -> bool:
        """Whether heights can be compared by eye."""
        return self.low <= 0


def frame_of(charts: Sequence[Chart]) -> Frame:
    """The frame in which all of ``charts`` have room."""
    low, high, step = _scale(charts)
    whens = [
        dot.when for chart in charts for each in (chart.trace, *chart.others) for dot in each.dots
    ]
    start, end = min(whens), max(whens)
    if end == start:
        start, end = start - 0.5, end + 0.5
    return Frame(low, high, step, start, end)


def _scale(charts: Sequence[Chart]) -> tuple[float, float, float]:
    """From which height to which, and from one tick to the next."""
    values = [value for chart in charts for value in _values(chart)]
    least, most = min(values), max(values)
    is_line = all(chart.is_line for chart in charts)
    if least > 0 and not (is_line and least > _NEAR_ZERO * most):
        least = 0.0
    most = max(most, 0.0)
    if most == least:
        most = least + 1
    step = _round_step((most - least) / _TICKS)
    low, high = floor(least / step) * step, ceil(most / step) * step
    return low, high if high > low else low + step, step


def _values(chart: Chart) -> Iterator[float]:
    for trace in (chart.trace, *chart.others):
        yield from (dot.value for dot in trace.dots if dot.value is not None)
    yield from (mark.value for mark in (chart.target, chart.baseline) if mark)


def _round_step(rough: float) -> float:
    unit = 10.0 ** floor(log10(rough))
    return next(unit * each for each in (1, 2, 2.5, 5, 10) if unit * each >= rough * 0.999)
