"""Which records a strategy of a given size has, and how they lead to one another.

Records come in blocks of 150 that link among themselves, as the parts of a territory do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

SIZE = 150
"""How many records a block has."""

SHARES: Mapping[str, int] = MappingProxyType(
    {
        "quartier": 4,
        "vision": 4,
        "change": 64,
        "action": 12,
        "stage": 5,
        "session": 22,
        "lesson": 17,
        "actor": 10,
        "term": 12,
    }
)
"""Kind → how many of them a block has."""

SHORT, MEDIUM, LONG = range(7), range(7, 13), range(13, 16)
"""The changes of a vision by horizon, as places among its sixteen."""

TO_A_VISION = len(SHORT) + len(MEDIUM) + len(LONG)
"""How many changes lead to a vision."""


@dataclass(frozen=True, slots=True)
class Block:
    """The identifiers of 150 records."""

    number: int
    """From 0."""

    @property
    def singles(self) -> int:
        """How many records of the block there is one of in a strategy: they replace terms."""
        return 2 if self.number == 0 else 0

    def named(self, kind: str, index: int) -> str:
        """The identifier of the record of ``kind`` at ``index``; past the last, the first again."""
        return f"{kind}-{self.number:02d}-{index % self.count(kind):02d}"

    def count(self, kind: str) -> int:
        """How many records of ``kind`` there are."""
        return SHARES[kind] - (self.singles if kind == "term" else 0)


def blocks(records: int) -> Iterator[Block]:
    """The blocks of a strategy of ``records`` records.

    Raises:
        ValueError: the number is no multiple of 150, or is none.
    """
    if records < SIZE or records % SIZE:
        raise ValueError(f"{records} is not a multiple of {SIZE}")
    return (Block(number) for number in range(records // SIZE))


def horizon_of(change: int) -> str:
    """The horizon of the change at that index of a block, as an officer types it."""
    place = change % TO_A_VISION
    return "court" if place in SHORT else "moyen" if place in MEDIUM else "long"


def contributions(block: Block, change: int) -> list[str]:
    """What the change at that index contributes to: two of the next horizon, or its vision."""
    first, place = change - change % TO_A_VISION, change % TO_A_VISION
    if place in LONG:
        return [block.named("vision", change // TO_A_VISION)]
    after = MEDIUM if place in SHORT else LONG
    chosen = {(place + step) % len(after) for step in (0, 1 + place % 2)}
    return [block.named("change", first + after[each]) for each in sorted(chosen)]
