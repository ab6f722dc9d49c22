"""What a reader may choose on a page of pathways: a quartier, a horizon, who changes, a state."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from chemins.locales import fold
from chemins.pages.context import Desk
from chemins.pages.explorer.cards import Card
from chemins.records.change import Horizon, State
from chemins.records.identifiers import identifier_of
from chemins.records.quartier import Quartier

CHOICES = ("quartier", "horizon", "who", "state")
"""What cards can be chosen by, in this order."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One list to choose from."""

    code: str
    """Which one."""

    name: str
    """What the page's address calls it."""

    label: str
    """What the reader sees."""

    options: tuple[tuple[str, str], ...]
    """Value, word."""


def choices(desk: Desk, cards: Collection[Card]) -> Iterator[Choice]:
    """The lists that tell some of the changes among ``cards`` from others."""
    changes = [card for card in cards if "state" in card.values]
    for code in CHOICES:
        found = {card.values[code] for card in changes}
        held = {value for values in found for value in values}
        options = tuple(option for option in _options(desk, code, changes) if option[0] in held)
        if len(found) > 1 and options:
            asked = desk.context.addresses.asked(code)
            yield Choice(code, asked, desk.said(f"explorer.choice_{code}"), options)


def _options(desk: Desk, code: str, changes: Collection[Card]) -> Iterable[tuple[str, str]]:
    if code == "quartier":
        return [(each.identifier, each.label) for each in desk.strategy.all(Quartier)]
    if code == "who":
        publics = {each.value: _capital(each.word) for card in changes for each in card.publics}
        return sorted(publics.items(), key=lambda each: fold(each[1]))
    words = Horizon if code == "horizon" else State
    return [
        (identifier_of(word), _capital(word)) for word in (each.said(desk.locale) for each in words)
    ]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
