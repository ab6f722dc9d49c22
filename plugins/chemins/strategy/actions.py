"""What is done: where, and towards which visions."""

from collections.abc import Iterable

from chemins.records.action import Action, Status
from chemins.records.base import Record
from chemins.records.quartier import Quartier
from chemins.records.vision import Vision
from chemins.strategy.pathways import DOWNSTREAM, upstream
from chemins.strategy.resolve import Key
from chemins.strategy.strategy import Strategy

SERVED = "actions"
"""The name of the link from what an action contributes to, back to the action."""

READ_FIRST = (
    Status.UNDER_WAY,
    Status.PLANNED,
    Status.UNDER_STUDY,
    Status.SUSPENDED,
    Status.DONE,
    Status.ABANDONED,
)
"""The statuses in the order in which a resident asks: what is on, what comes, what was."""


def actions_in(strategy: Strategy, quartier: Quartier) -> tuple[Action, ...]:
    """What is done in ``quartier`` and names it, what is on first."""
    return in_reading_order(strategy.sources(quartier, "actions_here"))


def actions_for(strategy: Strategy, record: Record) -> tuple[Action, ...]:
    """What is done for a change or a vision itself, what is on first."""
    return in_reading_order(strategy.sources(record, SERVED))


def actions_towards(strategy: Strategy, vision: Vision) -> tuple[Action, ...]:
    """What is done for ``vision`` or for a change on the way to it, what is on first."""
    along = (vision, *upstream(strategy, vision))
    return in_reading_order(each for one in along for each in strategy.sources(one, SERVED))


def in_reading_order(records: Iterable[Record]) -> tuple[Action, ...]:
    """The actions among ``records``, each once: by status, then in their own order."""
    found = {each.key: each for each in records if isinstance(each, Action)}
    return tuple(
        sorted(found.values(), key=lambda each: (READ_FIRST.index(each.status), each.rank))
    )


def reaching(strategy: Strategy, led: frozenset[Key]) -> tuple[Action, ...]:
    """The actions that a path leads from to a vision; ``led`` are the changes that reach one."""
    return tuple(
        action
        for action in strategy.all(Action)
        if any(
            isinstance(each, Vision) or each.key in led
            for each in strategy.targets(action, DOWNSTREAM)
        )
    )
