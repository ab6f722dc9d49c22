"""How one knows whether anything moved: what was measured, what was seen, since when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from chemins.locales import fold
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change, ChangeObservation, State
from chemins.records.indicator import EVERYWHERE, Indicator, Measurement
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.when import When
from chemins.strategy.observations import span
from chemins.strategy.strategy import Strategy

INDICATORS = "indicators"
"""The name of the link from what is measured back to the indicator."""

MEASURED_BY = "measured_by"
"""The name of the link from a quartier to the indicators that have a value there."""

Where = tuple[str, str]
"""A place that values are of, as ``Measurement.where`` says it."""

_YEAR = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """How far a change can be seen, and how that moved."""

    change: Change
    """Which."""

    state: State
    """How far, today."""

    since: When | None
    """Since when, as far as observations say; none where there are none of that state."""

    seen_on: When | None
    """When it was last seen so, where no observation says since when."""

    before: State | None
    """What it was before; none where it was never seen otherwise."""

    @property
    def when(self) -> When | None:
        """The date by which it is told."""
        return self.since or self.seen_on


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """The last two values of an indicator in one place."""

    indicator: Indicator
    """Of what."""

    last: Measurement
    """The last value that is known."""

    before: Measurement | None
    """The one before it."""

    @property
    def moved(self) -> bool:
        """Whether they differ."""
        return self.before is not None and self.before.value != self.last.value


class Evidence:
    """The values of the indicators of a strategy by place, worked out once for all pages."""

    def __init__(self, strategy: Strategy) -> None:
        """Takes the graph."""
        self._by_place: dict[str, dict[Where, tuple[Measurement, ...]]] = {}
        self._in: dict[Where, list[Indicator]] = {}
        self._steps: dict[tuple[str, Where], Step | None] = {}
        for indicator in strategy.all(Indicator):
            found: dict[Where, list[Measurement]] = {}
            for each in indicator.values:
                found.setdefault(_where(strategy, each), []).append(each)
            self._by_place[indicator.identifier] = {
                where: tuple(sorted(each, key=lambda one: span(one.date)))
                for where, each in found.items()
            }
            for where in found:
                self._in.setdefault(where, []).append(indicator)

    def at(self, indicator: Indicator, where: Where = EVERYWHERE) -> tuple[Measurement, ...]:
        """What ``indicator`` was at ``where``, oldest first."""
        return self._by_place[indicator.identifier].get(where, ())

    def communes(self, indicator: Indicator) -> Mapping[Where, str]:
        """The communes that ``indicator`` has values of, each by its name."""
        return {
            where: next(each.commune for each in values if each.commune)
            for where, values in self._by_place[indicator.identifier].items()
            if where[0] == "commune"
        }

    def is_in(self, indicator: Indicator, quartier: Quartier) -> bool:
        """Whether ``indicator`` has values of ``quartier``."""
        return place_of(quartier) in self._by_place[indicator.identifier]

    def measured_in(self, quartier: Quartier) -> tuple[Indicator, ...]:
        """The indicators that have values of ``quartier``, in their order."""
        return tuple(self._in.get(place_of(quartier), ()))

    def step(self, indicator: Indicator, where: Where = EVERYWHERE) -> Step | None:
        """The last two values of ``indicator`` at ``where``; none when it has none there."""
        key = (indicator.identifier, where)
        if key not in self._steps:
            known = [each for each in self.at(indicator, where) if each.value is not None]
            before = known[-2] if len(known) > 1 else None
            self._steps[key] = Step(indicator, known[-1], before) if known else None
        return self._steps[key]

    def around(self, indicator: Indicator, quartier: Quartier) -> Where | None:
        """The commune of ``quartier`` of which ``indicator`` has values, to compare with."""
        held = self._by_place[indicator.identifier]
        places = (("commune", fold(commune.name)) for commune in quartier.communes)
        return next((where for where in places if where in held), None)


def place_of(quartier: Quartier) -> Where:
    """The place that the values of ``quartier`` are of."""
    return ("quartier", quartier.identifier)


def _where(strategy: Strategy, each: Measurement) -> Where:
    if not each.quartier:
        return each.where
    found = strategy.resolve.one(each.quartier, (Quartier.kind,))
    return place_of(found) if isinstance(found, Quartier) else each.where


def indicators_of(strategy: Strategy, record: Record) -> tuple[Indicator, ...]:
    """The indicators that tell of ``record``, in their order."""
    return tuple(
        each for each in strategy.sources(record, INDICATORS) if isinstance(each, Indicator)
    )


def observed(change: Change) -> tuple[ChangeObservation, ...]:
    """What was seen of ``change``, oldest first; of two on one date, as they are written."""
    return tuple(sorted(change.observations, key=lambda each: span(each.date)))


def seen(change: Change) -> Seen:
    """How far ``change`` can be seen, since when, and what it was before."""
    since, before = None, None
    for each in reversed(observed(change)):
        if each.state is not change.state:
            # An observation that contradicts the state says nothing of what was before it.
            before = each.state if since is not None else None
            break
        since = each.date
    return Seen(change, change.state, since, None if since else change.observed_on, before)


def latest(strategy: Strategy) -> When | None:
    """The last date on which somebody saw or did something: the « today » of a strategy.

    A site says nothing of the day on which it was built. What was measured may be a projection,
    and what is announced is still to come: neither counts.
    """
    return max(_dates(strategy), key=span, default=None)


def _dates(strategy: Strategy) -> Iterator[When]:
    for change in strategy.all(Change):
        yield from (each.date for each in change.observations)
        if change.observed_on:
            yield change.observed_on
    for action in strategy.all(Action):
        yield from (each.date for each in action.history)
    for session in strategy.all(Session):
        if session.date and not session.is_announced:
            yield session.date


def moved_lately(changes: Iterable[Change], today: When | None) -> tuple[Seen, ...]:
    """Those of ``changes`` whose state changed within a year of ``today``, the last first."""
    found = [(each.when, each) for each in map(seen, changes) if _has_moved(each)]
    dated = [(when, each) for when, each in found if when is not None]
    if today is not None:
        start, _ = span(today)
        dated = [(when, each) for when, each in dated if start - span(when)[1] < _YEAR]
    dated.sort(key=lambda pair: span(pair[0]), reverse=True)
    return tuple(each for _, each in dated)


def _has_moved(each: Seen) -> bool:
    """Whether it was seen otherwise before, or is seen now where nothing was."""
    return each.before is not None or each.state not in (State.NOT_OBSERVED, State.NOT_YET)
