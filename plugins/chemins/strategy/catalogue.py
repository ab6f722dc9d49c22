"""The catalogue of actions: the same actions on a shelf for each place, theme, status and lead."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from chemins.locales import fold
from chemins.records.action import Action
from chemins.records.identifiers import identifier_of, reference_of
from chemins.records.quartier import Quartier
from chemins.records.theme import Theme
from chemins.records.types import Choice
from chemins.strategy.actions import READ_FIRST, in_reading_order
from chemins.strategy.strategy import Strategy

SHELVED_BY = ("quartier", "theme", "status", "lead")
"""What actions are put together by, in the order in which people ask."""


@dataclass(frozen=True, slots=True)
class Place:
    """One value by which actions are put together."""

    value: str
    """As an address has it."""

    word: str
    """As people say it."""


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """The actions that share a value."""

    by: str
    """One of ``SHELVED_BY``."""

    place: Place
    """Which value."""

    actions: tuple[Action, ...]
    """What is on first."""


def places_of(strategy: Strategy, action: Action) -> Mapping[str, tuple[Place, ...]]:
    """Where ``action`` stands: by what → its values. One without a quartier is for all of them."""
    return {by: tuple(find(strategy, action)) for by, find in _FOUND.items()}


def shelves(strategy: Strategy) -> Mapping[str, tuple[Shelf, ...]]:
    """By what → its shelves, those that hold something, in the order in which they are read."""
    named: dict[str, dict[str, Place]] = {by: {} for by in SHELVED_BY}
    held: dict[str, dict[str, list[Action]]] = {by: {} for by in SHELVED_BY}
    for action in strategy.all(Action):
        for by, places in places_of(strategy, action).items():
            for place in places:
                # Two ways of writing one lead have one address, and so one shelf.
                named[by].setdefault(place.value, place)
                held[by].setdefault(place.value, []).append(action)
    return {
        by: tuple(
            Shelf(by, place, in_reading_order(held[by][place.value]))
            for place in _sorted(strategy, by, named[by].values())
        )
        for by in SHELVED_BY
    }


def _sorted(strategy: Strategy, by: str, found: Iterable[Place]) -> list[Place]:
    if by == "lead":
        return sorted(found, key=lambda each: (fold(each.word), each.value))
    values = {
        "quartier": [each.identifier for each in strategy.all(Quartier)],
        "theme": [_value(strategy, each) for each in Theme],
        "status": [_value(strategy, each) for each in READ_FIRST],
    }[by]
    order = {value: index for index, value in enumerate(values)}
    return sorted(found, key=lambda each: order.get(each.value, len(order)))


def _quartiers(strategy: Strategy, action: Action) -> Iterator[Place]:
    quartiers = strategy.targets(action, "quartiers")
    for quartier in quartiers:
        yield Place(quartier.identifier, quartier.label)
    if not quartiers and not strategy.is_open(action, "quartiers"):
        locale = strategy.locale
        yield Place(locale.text("addresses.everywhere"), locale.text("pages.actions.everywhere"))


def _theme(strategy: Strategy, action: Action) -> Iterator[Place]:
    if action.theme:
        yield Place(_value(strategy, action.theme), action.theme.said(strategy.locale))


def _status(strategy: Strategy, action: Action) -> Iterator[Place]:
    yield Place(_value(strategy, action.status), action.status.said(strategy.locale))


def _lead(strategy: Strategy, action: Action) -> Iterator[Place]:
    if not action.lead:
        return
    actor = strategy.resolve.one(reference_of(action.lead), ("actor",))
    if actor is not None:
        yield Place(actor.identifier, actor.label)
    elif value := identifier_of(action.lead):
        yield Place(value, action.lead)


def _value(strategy: Strategy, choice: Choice) -> str:
    return identifier_of(choice.said(strategy.locale))


_FOUND: Mapping[str, Callable[[Strategy, Action], Iterator[Place]]] = MappingProxyType(
    {"quartier": _quartiers, "theme": _theme, "status": _status, "lead": _lead}
)
