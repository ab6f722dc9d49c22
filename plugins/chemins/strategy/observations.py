"""What was observed of a cooperation and may be published, and how it moved."""

from dataclasses import dataclass
from enum import Enum

from chemins.records.cooperation import Cooperation, CooperationObservation, Degree
from chemins.records.when import When


class Movement(Enum):
    """Where a cooperation went since it was last observed. Neither way is better than the other."""

    TRUST = "trust"
    RIVALRY = "rivalry"
    SAME = "same"


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """An observation that those concerned agreed to publish."""

    observation: CooperationObservation
    """What was seen, when, by whom."""

    movement: Movement | None
    """Where it went since the one before; none for the first, and for two of one time."""


def published(record: Cooperation) -> tuple[Seen, ...]:
    """The observations of ``record`` that those concerned agreed to publish, oldest first.

    Nothing in it depends on the others: not the order, not the movements.
    """
    agreed = sorted((each for each in record.observations if each.is_public), key=_by_date)
    before: list[CooperationObservation | None] = [None, *agreed]
    return tuple(
        Seen(each, _movement(last, each)) for last, each in zip(before, agreed, strict=False)
    )


def span(when: When) -> tuple[float, float]:
    """What ``when`` covers, as years and parts of them: all of a year, of a month, or a point."""
    if not when.month:
        return when.year, when.year + 1
    start = when.year + (when.month - 1) / 12
    if not when.day:
        return start, start + 1 / 12
    day = start + (when.day - 1) / 366
    return day, day


def _by_date(observation: CooperationObservation) -> tuple[float, float]:
    return span(observation.date)


def _movement(last: CooperationObservation | None, each: CooperationObservation) -> Movement | None:
    if last is None or span(last.date)[1] > span(each.date)[0] or last.date == each.date:
        return None
    degrees = tuple(Degree)
    steps = degrees.index(each.degree) - degrees.index(last.degree)
    if not steps:
        return Movement.SAME
    return Movement.TRUST if steps > 0 else Movement.RIVALRY
