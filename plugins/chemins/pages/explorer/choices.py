"""What a reader may choose on a page of pathways: a quartier, a horizon, who changes, a state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chemins.locales import fold
from chemins.pages.context import Desk
from chemins.pages.explorer.cards import values, who_value
from chemins.records.change import Change, Horizon, State
from chemins.records.identifiers import identifier_of, reference_of
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


def choices(desk: Desk, changes: Sequence[Change]) -> Iterator[Choice]:
    """The lists that tell some of ``changes`` from others."""
    found = [values(desk, change) for change in changes]
    for code in CHOICES:
        held = {value for each in found for value in each[code]}
        options = tuple(option for option in _options(desk, code, changes) if option[0] in held)
        if len({each[code] for each in found}) > 1 and options:
            asked = desk.context.addresses.asked(code)
            yield Choice(code, asked, desk.said(f"explorer.choice_{code}"), options)


def _options(desk: Desk, code: str, changes: Iterable[Change]) -> Iterable[tuple[str, str]]:
    if code == "quartier":
        return [(each.identifier, each.label) for each in desk.strategy.all(Quartier)]
    if code == "who":
        return _publics(desk, changes)
    words = Horizon if code == "horizon" else State
    return [
        (identifier_of(word), _capital(word)) for word in (each.said(desk.locale) for each in words)
    ]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _publics(desk: Desk, changes: Iterable[Change]) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for change in changes:
        for typed in change.who_changes:
            actor = desk.strategy.resolve.one(reference_of(typed), ("actor",))
            word = actor.label if actor else typed
            found.setdefault(who_value(desk, typed), _capital(word))
    return sorted(found.items(), key=lambda each: fold(each[1]))
