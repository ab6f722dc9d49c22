"""Contributions lead forward: nothing helps to bring about what it comes from."""

from collections.abc import Iterator, Sequence

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.base import Record
from chemins.strategy import Strategy
from chemins.strategy.cycles import cycles

_SHOWN = 10
"""How many changes of a cycle are named; of more, those at both ends."""

_THEN = " → "
_LENGTH = 520
"""How many characters are shown in all: titles are cut so that they make a sentence together."""


@rule("CYCLE", Severity.ERROR)
def changes_turn_in_a_circle(strategy: Strategy) -> Iterator[Finding]:
    """These changes contribute to one another in a circle: none can come first."""
    for cycle in cycles(strategy):
        link = cycle.closing
        around = [each.source for each in cycle.links]
        yield Finding(
            at=link.place,
            about=link.source,
            values={
                "cycle": _shown([*around, around[0]]),
                "target": link.target.label,
            },
            variant="self" if len(around) == 1 else "",
        )


def _shown(records: Sequence[Record]) -> str:
    """« a → b → c → a »."""
    room = _LENGTH // min(len(records), _SHOWN) - len(_THEN)
    if len(records) <= _SHOWN + 1:
        return _THEN.join(_cut(each.label, room) for each in records)
    half = _SHOWN // 2
    first, last = records[:half], records[-half:]
    return _THEN.join(
        (
            *(_cut(each.label, room) for each in first),
            "…",
            *(_cut(each.label, room) for each in last),
        )
    )


def _cut(title: str, room: int) -> str:
    return title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
