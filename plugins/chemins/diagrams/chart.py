"""What a measure was over time: its values in one place, what it is compared with; no syntax."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chemins.diagrams.figures import dated, figure, number
from chemins.locales import Locale
from chemins.records.indicator import Indicator, Level, Measurement
from chemins.strategy.observations import span

FEWEST_OF_A_LINE = 3
"""How many dates a line needs: fewer are bars."""


FLATTENS = 4
"""How many times higher than a place another may be and still be drawn beside it.

Of a count, a quartier has a small part of what the whole territory has: on one axis, it would lie
on zero. The table has both.
"""


@dataclass(frozen=True, slots=True)
class Dot:
    """A value at a date, or its absence."""

    when: float
    """The middle of what its date covers: years and parts of them."""

    value: float | None
    """How much; nothing where it is not known."""

    word: str
    """The same as people read it; empty where it is not known."""

    date: str
    """Its date, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The values of one place."""

    name: str
    """The place."""

    dots: tuple[Dot, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A height that is marked: where one began, where one wants to be."""

    value: float
    """How high."""

    word: str
    """What is written on it."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One measure."""

    trace: Trace
    """What it is about."""

    others: tuple[Trace, ...] = ()
    """What it is compared with."""

    target: Mark | None = None
    """Where one wants to be."""

    baseline: Mark | None = None
    """Where one began."""

    illustrative: bool = False
    """Whether it is an example."""

    @property
    def has_gap(self) -> bool:
        """Whether a date has no value."""
        return any(dot.value is None for dot in self.trace.dots)

    @property
    def is_line(self) -> bool:
        """Whether its values are joined: bars stand for few."""
        return len(self.trace.dots) >= FEWEST_OF_A_LINE


Place = tuple[str, Sequence[Measurement]]
"""The name of a place and its values, oldest first."""


def chart(
    indicator: Indicator,
    place: Place,
    locale: Locale,
    others: Iterable[Place] = (),
    *,
    levels: bool = True,
) -> Chart | None:
    """The chart of ``indicator`` at ``place``; none without two values that are known.

    With the ``levels`` that one started from and aims at, which are of the whole territory.
    """
    trace = _trace(place, locale)
    if sum(dot.value is not None for dot in trace.dots) < 2:
        return None
    return Chart(
        trace=trace,
        others=tuple(
            each
            for each in (_trace(one, locale) for one in others)
            if sum(dot.value is not None for dot in each.dots) > 1
            and _highest(each) <= FLATTENS * _highest(trace)
        ),
        target=_mark(indicator.target if levels else None, "target", indicator.unit, locale),
        baseline=_mark(indicator.baseline if levels else None, "baseline", indicator.unit, locale),
        illustrative=indicator.illustrative,
    )


def _highest(trace: Trace) -> float:
    return max(abs(dot.value) for dot in trace.dots if dot.value is not None)


def _trace(place: Place, locale: Locale) -> Trace:
    name, values = place
    return Trace(
        name,
        tuple(
            Dot(
                when=sum(span(each.date)) / 2,
                value=each.value,
                word="" if each.value is None else number(each.value, locale),
                date=each.date.said(locale),
            )
            for each in values
        ),
    )


def _mark(level: Level | None, name: str, unit: str | None, locale: Locale) -> Mark | None:
    if level is None or level.value is None:
        return None
    said = figure(level.value, unit, locale)
    if level.date:
        said = dated(said, level.date, locale)
    return Mark(level.value, locale.typeset(locale.text(f"pages.indicator.{name}", said=said)))
