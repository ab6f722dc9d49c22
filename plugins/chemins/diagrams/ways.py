"""The ways that edges take: across the gaps between columns, and between the texts of a column.

An edge to the next column only crosses a gap. Any other one, be it longer, backwards or within its
column, goes through each column in its way on a line of its own, which the texts make room for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chemins.diagrams.columns import Span
from chemins.diagrams.rows import Extent

PASSAGE = Extent(8, 8)
"""The room that a line through a column takes."""

_TURN = 40
_LAST_TURN = 17
_BEND = 0.6


@dataclass(frozen=True, slots=True)
class Way:
    """An edge and where it goes through."""

    start: int
    """The item it leaves, on its right."""

    end: int
    """The item it reaches, on its left."""

    forward: bool
    """Whether it goes to a column further right."""

    through: tuple[tuple[int, int], ...]
    """The columns it goes through, in its order, each with the item that is its passage there."""

    illustrative: bool
    """Whether it is an example."""

    @property
    def links(self) -> Iterator[tuple[int, int]]:
        """The pairs of items in neighbouring columns that it joins; none for a way back."""
        if self.forward:
            yield from pairwise((self.start, *(item for _, item in self.through), self.end))


def ways(edges: Sequence[tuple[int, int, bool]], column_of: Sequence[int]) -> tuple[Way, ...]:
    """The way of each edge, given as its two items and whether it is illustrative.

    Edges that go the same direction through a column to the same item share their passage there.
    Passages are numbered after the items of ``column_of``, in the order in which they come up.
    """
    passages: dict[tuple[int, int, bool], int] = {}
    found = []
    for start, end, illustrative in edges:
        first, last = column_of[start], column_of[end]
        forward = first < last
        crossed = range(first + 1, last) if forward else range(first, last - 1, -1)
        through = tuple(
            (
                column,
                passages.setdefault((end, column, forward), len(column_of) + len(passages)),
            )
            for column in crossed
        )
        found.append(Way(start, end, forward, through, illustrative))
    return tuple(found)


def with_passages(
    columns: Sequence[Sequence[int]],
    extents: Sequence[Extent],
    ways: Sequence[Way],
    heights: Sequence[int],
) -> tuple[tuple[int, ...], ...]:
    """``columns`` with each passage between the two items where its ways bend least.

    ``heights`` are those of the items without the passages.
    """
    wishes: dict[tuple[int, int], list[float]] = {}
    for way in ways:
        start = heights[way.start]
        end = heights[way.end] - (0 if way.forward else extents[way.end].above)
        for index, passage in enumerate(way.through, start=1):
            steps = len(way.through) + (1 if way.forward else 0)
            wishes.setdefault(passage, []).append(start + (end - start) * index / steps)
    means = {passage: sum(wish) / len(wish) for passage, wish in wishes.items()}
    return tuple(
        _with_passages(column, extents, heights, passages)
        for index, column in enumerate(columns)
        for passages in [{item: wish for (at, item), wish in means.items() if at == index}]
    )


def _with_passages(
    column: Sequence[int],
    extents: Sequence[Extent],
    heights: Sequence[int],
    wishes: Mapping[int, float],
) -> tuple[int, ...]:
    if not column:
        return tuple(wishes)
    tops = [heights[item] - extents[item].above for item in column]
    bottoms = [heights[item] + extents[item].below for item in column]
    openings = [
        tops[0],
        *((below + top) / 2 for below, top in zip(bottoms, tops[1:], strict=False)),
        bottoms[-1],
    ]
    filled: list[list[int]] = [[] for _ in openings]
    for item in sorted(wishes, key=lambda item: (wishes[item], item)):
        nearest = min(range(len(openings)), key=lambda at: abs(openings[at] - wishes[item]))
        filled[nearest].append(item)
    return tuple(
        item
        for opening, following in zip(filled, [*([each] for each in column), []], strict=True)
        for item in (*opening, *following)
    )


def path(
    way: Way, start: tuple[int, int], end: tuple[int, int], spans: Sequence[Span], ys: Sequence[int]
) -> str:
    """The path data of ``way`` from the point ``start`` to the point ``end``.

    ``ys`` are the heights of all items, passages included.
    """
    x, y = start
    drawn = [f"M{x} {y}"]
    for column, item in way.through:
        span, height = spans[column], ys[item]
        entry, leave = (span.left, span.right) if way.forward else (span.right, span.left)
        if not way.forward and (column, item) == way.through[0]:
            drawn.append(f"C{entry + _TURN} {y} {entry + _TURN} {height} {entry} {height}")
        else:
            drawn.append(_bend(x, y, entry, height))
        drawn.append(f"H{leave}")
        x, y = leave, height
    if way.forward:
        drawn.append(_bend(x, y, *end))
    else:
        turned = end[0] - _LAST_TURN
        drawn.append(f"C{turned} {y} {turned} {end[1]} {end[0]} {end[1]}")
    return "".join(drawn)


def _bend(x: int, y: int, to_x: int, to_y: int) -> str:
    if y == to_y:
        return f"H{to_x}"
    middle = round(x + (to_x - x) * _BEND)
    return f"C{middle} {y} {middle} {to_y} {to_x} {to_y}"
