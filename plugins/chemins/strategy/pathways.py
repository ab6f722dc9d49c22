"""Pathways: what a change rests on and contributes to, step after step. Cycles end the walk."""

from collections.abc import Callable
from dataclasses import dataclass

from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.quartier import Quartier
from chemins.records.vision import Vision
from chemins.strategy.strategy import Link, Strategy

UPSTREAM, DOWNSTREAM = "made_possible_by", "contributes_to"


@dataclass(frozen=True, slots=True, eq=False)
class Pathway:
    """A part of the strategy as one reads it: changes, the visions they reach, their links."""

    changes: tuple[Change, ...]
    """In the order of the strategy."""

    visions: tuple[Vision, ...]
    """Where they lead."""

    links: tuple[Link, ...]
    """The contributions among them."""

    actions: tuple[Action, ...] = ()
    """What is done so that they come about, where this is what one asks."""


def upstream(strategy: Strategy, record: Record, steps: int | None = None) -> tuple[Change, ...]:
    """The changes that ``record`` rests on, nearest first, at most ``steps`` away."""
    return tuple(
        each
        for each in _walk(record, lambda one: strategy.sources(one, UPSTREAM), steps)
        if isinstance(each, Change)
    )


def downstream(strategy: Strategy, start: Record, steps: int | None = None) -> tuple[Record, ...]:
    """The changes and visions that a change or an action contributes to, nearest first."""
    return _walk(start, lambda one: strategy.targets(one, DOWNSTREAM), steps)


def visions_reached(strategy: Strategy, change: Change) -> tuple[Vision, ...]:
    """The visions that some path leads to from ``change``."""
    return tuple(each for each in downstream(strategy, change) if isinstance(each, Vision))


def pathway_of(strategy: Strategy, vision: Vision) -> Pathway:
    """All that leads to ``vision``."""
    return _pathway(strategy, (vision, *upstream(strategy, vision)))


def whole_pathway(strategy: Strategy) -> Pathway:
    """All changes and all visions, linked or not."""
    return _pathway(strategy, (*strategy.all(Change), *strategy.all(Vision)))


def pathway_in(strategy: Strategy, quartier: Quartier) -> Pathway:
    """What is wished for in ``quartier`` and all that leads to it; what changes there, and where
    that leads."""
    visions = strategy.sources(quartier, "visions")
    changes = strategy.sources(quartier, "changes")
    return _pathway(
        strategy,
        (
            *visions,
            *(each for vision in visions for each in upstream(strategy, vision)),
            *changes,
            *(
                each
                for change in changes
                if isinstance(change, Change)
                for each in downstream(strategy, change)
            ),
        ),
    )


def pathway_around(strategy: Strategy, change: Change, steps: int = 2) -> Pathway:
    """What ``change`` rests on, at most ``steps`` away, and all that it leads to."""
    return _pathway(
        strategy, (change, *upstream(strategy, change, steps), *downstream(strategy, change))
    )


def pathway_from(strategy: Strategy, action: Action) -> Pathway:
    """What ``action`` is for: the changes that it serves and all that they lead to."""
    return _pathway(strategy, (action, *downstream(strategy, action)))


def _pathway(strategy: Strategy, records: tuple[Record, ...]) -> Pathway:
    inside = {record.key: record for record in records}
    changes = [each for each in inside.values() if isinstance(each, Change)]
    actions = [each for each in inside.values() if isinstance(each, Action)]
    return Pathway(
        changes=tuple(sorted(changes, key=lambda each: each.rank)),
        visions=tuple(each for each in inside.values() if isinstance(each, Vision)),
        links=tuple(
            link
            for each in (*actions, *changes)
            for link in strategy.links_from(each, DOWNSTREAM)
            if link.target.key in inside
        ),
        actions=tuple(actions),
    )


def _walk(
    start: Record, neighbours: Callable[[Record], tuple[Record, ...]], steps: int | None
) -> tuple[Record, ...]:
    seen = {start.key}
    found: list[Record] = []
    frontier = [start]
    while frontier and (steps is None or steps > 0):
        reached = []
        for record in frontier:
            for each in neighbours(record):
                if each.key not in seen:
                    seen.add(each.key)
                    reached.append(each)
        found += reached
        frontier = reached
        steps = None if steps is None else steps - 1
    return tuple(found)
