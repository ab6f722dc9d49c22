"""Where the changes of a strategy lead, and from where they are reached: in one walk for all.

Each function walks every contribution once, whatever the number of visions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.vision import Vision
from chemins.strategy.actions import SERVED
from chemins.strategy.pathways import DOWNSTREAM, UPSTREAM
from chemins.strategy.resolve import Key
from chemins.strategy.strategy import Link, Strategy


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Where the changes of a strategy lead. Each change is in one of three, or turns in circles."""

    reaching: frozenset[Key]
    """The changes from which a path leads to a vision."""

    unsure: frozenset[Key]
    """Those from which one leads, at best, to what could not be read."""

    stops: Mapping[Key, Change]
    """The others, each with the change at which its nearest path stops: itself, at the end."""


def ways(strategy: Strategy) -> Ways:
    """Where each change of ``strategy`` leads."""
    changes = strategy.all(Change)
    reaching = _led_to(strategy, strategy.all(Vision))
    open_ended = [
        each for each in changes if each.key not in reaching and strategy.is_open(each, DOWNSTREAM)
    ]
    unsure = _led_to(strategy, open_ended) - reaching
    ends = [
        each
        for each in changes
        if each.key not in unsure and not strategy.links_from(each, DOWNSTREAM)
    ]
    stops = _nearest(strategy, ends)
    return Ways(
        frozenset(each.key for each in changes if each.key in reaching),
        frozenset(unsure),
        {key: end for key, end in stops.items() if key not in reaching and key not in unsure},
    )


def leading(strategy: Strategy, change: Change, found: Ways) -> tuple[Link, ...]:
    """The contributions by which ``change`` reaches visions."""
    return tuple(
        link
        for link in strategy.links_from(change, DOWNSTREAM)
        if isinstance(link.target, Vision) or link.target.key in found.reaching
    )


def reached_from(strategy: Strategy, starts: Iterable[Record]) -> frozenset[Key]:
    """``starts``, and all that a path leads to from one of them."""
    return frozenset(_walked(starts, lambda one: strategy.targets(one, DOWNSTREAM)))


def in_doubt(strategy: Strategy) -> frozenset[Key]:
    """The changes and visions that something unread leads to, or may, at any distance."""
    kinds: tuple[type[Record], ...] = (Change, Vision)
    return reached_from(
        strategy,
        (
            each
            for kind in kinds
            for each in strategy.all(kind)
            if strategy.may_be_reached(each, UPSTREAM)
        ),
    )


def is_carried(strategy: Strategy, change: Change) -> bool:
    """Whether somebody changes, something comes before, or something is done.

    Without any, nothing bears it. What could not be read may carry it.
    """
    return bool(
        change.who_changes
        or strategy.links_to(change, UPSTREAM)
        or strategy.links_to(change, SERVED)
        or strategy.is_open(change, "who_changes")
        or strategy.may_be_reached(change, UPSTREAM)
        or strategy.may_be_reached(change, SERVED)
    )


def _led_to(strategy: Strategy, ends: Iterable[Record]) -> set[Key]:
    """``ends``, and all from which a path leads to one of them."""
    return _walked(ends, lambda one: strategy.sources(one, UPSTREAM))


def _walked(starts: Iterable[Record], onward: Callable[[Record], tuple[Record, ...]]) -> set[Key]:
    waiting = list(starts)
    seen = {each.key for each in waiting}
    while waiting:
        for each in onward(waiting.pop()):
            if each.key not in seen:
                seen.add(each.key)
                waiting.append(each)
    return seen


def _nearest(strategy: Strategy, ends: Iterable[Change]) -> dict[Key, Change]:
    """Each record that leads to one of ``ends``, with the one that is fewest steps away."""
    found: dict[Key, Change] = {each.key: each for each in ends}
    frontier: list[Record] = list(found.values())
    while frontier:
        reached: list[Record] = []
        for record in frontier:
            for each in strategy.sources(record, UPSTREAM):
                if each.key not in found:
                    found[each.key] = found[record.key]
                    reached.append(each)
        frontier = reached
    return found
