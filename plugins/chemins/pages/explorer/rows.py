"""The rows that the cards of a picture stand in, so that what is linked stands side by side.

The column of most cards has a row for each. In the others, a card stands in the rows of what it is
linked to, or amid them, as far as its neighbours leave room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from chemins.diagrams.diagram import Diagram


@dataclass(frozen=True, slots=True)
class Rows:
    """Where a card stands from top to bottom."""

    start: int
    """Its first row, from 0."""

    end: int
    """The row after its last."""

    @property
    def middle(self) -> float:
        """The height of its middle, in rows."""
        return (self.start + self.end) / 2


def rows_of(diagram: Diagram) -> Mapping[str, Rows]:
    """The rows of each node of ``diagram``, in the order of its columns."""
    columns = [[node.identifier for node in column.nodes] for column in diagram.columns]
    linked: dict[str, list[str]] = {each: [] for column in columns for each in column}
    for edge in diagram.edges:
        linked[edge.source].append(edge.target)
        linked[edge.target].append(edge.source)
    count = max(map(len, columns), default=0)
    widest = next((at for at, column in enumerate(columns) if len(column) == count), 0)
    placed: dict[str, Rows] = {}
    for column in (*columns[widest:], *reversed(columns[:widest])):
        placed |= _placed(column, linked, placed, count)
    return placed


def _placed(
    column: Sequence[str],
    linked: Mapping[str, Sequence[str]],
    placed: Mapping[str, Rows],
    count: int,
) -> dict[str, Rows]:
    if len(column) == count:
        return {each: Rows(at, at + 1) for at, each in enumerate(column)}
    partners = [[placed[other] for other in linked[each] if other in placed] for each in column]
    wishes = [
        sum(each.middle for each in some) / len(some) if some else (at + 0.5) * count / len(column)
        for at, some in enumerate(partners)
    ]
    edges = _edges(wishes, count)
    return {
        each: _amid(wish, edges[at], edges[at + 1], some)
        for at, (each, wish, some) in enumerate(zip(column, wishes, partners, strict=True))
    }


def _edges(wishes: Sequence[float], count: int) -> list[int]:
    """Where the room of each card begins and ends: half-way to its neighbours, a row at least."""
    edges = [0]
    for at in range(1, len(wishes)):
        half_way = round((wishes[at - 1] + wishes[at]) / 2)
        edges.append(max(edges[-1] + 1, min(half_way, count - (len(wishes) - at))))
    return [*edges, count]


def _amid(wish: float, top: int, bottom: int, partners: Sequence[Rows]) -> Rows:
    """The rows around ``wish``, from ``top`` to ``bottom`` at most; those of an only partner."""
    if len(partners) == 1 and top <= partners[0].start and partners[0].end <= bottom:
        return partners[0]
    half = min(wish - top, bottom - wish)
    if half < 1:
        start = min(max(top, int(wish)), bottom - 1)
        return Rows(start, start + 1)
    return Rows(floor(wish - half), ceil(wish + half))
