"""A site that ``chemins new`` has started: what of it is not the territory's own yet."""

from collections.abc import Iterator

from chemins.checks.legal import unsigned
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import fold
from chemins.records.base import Record
from chemins.records.territory import Territory
from chemins.records.words import key_of
from chemins.strategy import Strategy

_NAMED = 20
"""How many records are named; the rest are counted."""


def started_site(strategy: Strategy) -> Iterator[Fault]:
    """The records that still say that ``chemins new`` wrote them; what a demonstration lacks."""
    examples = _that_say(strategy, "new.example")
    unfinished = _that_say(strategy, "new.unfinished")
    yield from _told(strategy, examples, "")
    yield from _told(strategy, unfinished, "unfinished")
    territory = strategy.single(Territory)
    if territory is None or territory not in unfinished or not territory.demonstration:
        return
    if missing := unsigned(territory, strategy.locale):
        yield fault("W-DEMONSTRATION", territory.place_of("demonstration"), missing=missing)


def _that_say(strategy: Strategy, key: str) -> list[Record]:
    words = fold(strategy.locale.text(key))
    return [each for each in strategy.records if fold(each.provenance or "") == words]


def _told(strategy: Strategy, records: list[Record], variant: str) -> Iterator[Fault]:
    if not records:
        return
    names = [each.source.path for each in records[:_NAMED]]
    more = ["…"] if len(records) > _NAMED else []
    keys = {name: key_of(Record, name, strategy.locale) for name in ("illustrative", "provenance")}
    said = ", ".join(names + more)
    yield fault("W-EXAMPLE", Place("."), variant, count=len(records), names=said, **keys)
