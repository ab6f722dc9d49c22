"""Strategies made of a bare graph, for tests of what walks it."""

from collections.abc import Iterable, Sequence

from chemins.locales import load
from chemins.records import KINDS
from chemins.records.change import Change, Dimension, Horizon
from chemins.records.contribution import Contribution, Strength
from chemins.records.vision import Vision
from chemins.strategy import Strategy, strategy_of

VISION = "v"
"""The one vision there is."""

Edge = tuple[int, int]
"""From a change to another, both by their number; to the vision, by the number after the last."""


def strategy(
    changes: int,
    edges: Iterable[Edge],
    horizons: Sequence[Horizon] = (),
    fragile: Iterable[Edge] = (),
) -> Strategy:
    """A strategy of that many ``changes``, with a vision, and contributions along ``edges``."""
    weak = set(fragile)
    onward: dict[int, list[Contribution]] = {}
    for source, target in edges:
        to = name(target) if target < changes else VISION
        strength = Strength.FRAGILE if (source, target) in weak else None
        onward.setdefault(source, []).append(Contribution(to=to, strength=strength))
    return strategy_of(
        [
            Vision(identifier=VISION, title="Une vision"),
            *(
                Change(
                    identifier=name(index),
                    title=f"Changement {index}",
                    dimension=Dimension.KNOWLEDGE,
                    horizon=horizons[index] if horizons else Horizon.SHORT,
                    contributes_to=tuple(onward.get(index, ())),
                )
                for index in range(changes)
            ),
        ],
        KINDS,
        load("fr"),
    )


def name(number: int) -> str:
    """The identifier of a change; their order is that of their numbers."""
    return f"c{number:05}"


def number(identifier: str, changes: int) -> int:
    """The number of a change, or of the vision."""
    return changes if identifier == VISION else int(identifier[1:])
