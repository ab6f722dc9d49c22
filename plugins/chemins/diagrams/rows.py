"""Where the items of a picture stand from top to bottom.

Items that are each other's only link in neighbouring columns share a row. Rows are packed from the
top, then each goes towards the middle of what it is linked to, as far as its neighbours allow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

_PASSES = 24
_STILL = 1.0
_TOUCHING = 0.5


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an item goes from its line, in pixels, the space around it included."""

    above: int
    """Upwards."""

    below: int
    """Downwards."""


def place(
    columns: Sequence[Sequence[int]],
    extents: Sequence[Extent],
    links: Sequence[tuple[int, int]],
    pulls: Sequence[tuple[int, int]] = (),
) -> list[int]:
    """The height of each item's line, in pixels, the uppermost extent at 0.

    ``columns`` hold the items from top to bottom, by their number in ``extents``; ``links`` join
    items of neighbouring columns, the left one first. In ``pulls`` the first item goes towards the
    second, which does not mind.
    """
    row = _rows(columns, len(extents), links)
    gaps = [
        (row[upper], row[lower], extents[upper].below + extents[lower].above)
        for column in columns
        for upper, lower in pairwise(column)
    ]
    heights = _packed(columns, extents, row, gaps)
    both = [*links, *((end, start) for start, end in links), *pulls]
    _centre(heights, gaps, [(row[start], row[end]) for start, end in both])
    placed = [round(heights[number]) for number in row]
    top = min((y - extent.above for y, extent in zip(placed, extents, strict=True)), default=0)
    return [y - top for y in placed]


def _rows(
    columns: Sequence[Sequence[int]], count: int, links: Sequence[tuple[int, int]]
) -> list[int]:
    """For each item, the number of its row: the leftmost item of it."""
    before: list[set[int]] = [set() for _ in range(count)]
    after: list[set[int]] = [set() for _ in range(count)]
    for start, end in links:
        after[start].add(end)
        before[end].add(start)
    rank = {item: index for column in columns for index, item in enumerate(column)}
    row = list(range(count))
    for column in columns:
        lowest = -1
        for item in column:
            if len(after[item]) != 1:
                continue
            (end,) = after[item]
            # Two rows that cross would each have to stand above the other.
            if len(before[end]) == 1 and rank[end] > lowest:
                row[end] = row[item]
                lowest = rank[end]
    return row


def _packed(
    columns: Sequence[Sequence[int]],
    extents: Sequence[Extent],
    row: Sequence[int],
    gaps: Sequence[tuple[int, int, int]],
) -> dict[int, float]:
    """The height of each row when all are as high as they can be."""
    heights = dict.fromkeys(row, 0.0)
    for column in columns:
        for item in column[:1]:
            heights[row[item]] = max(heights[row[item]], extents[item].above)
    moved = True
    while moved:
        moved = False
        for upper, lower, gap in gaps:
            if heights[lower] < heights[upper] + gap:
                heights[lower] = heights[upper] + gap
                moved = True
    return heights


def _centre(
    heights: dict[int, float],
    gaps: Sequence[tuple[int, int, int]],
    pulls: Sequence[tuple[int, int]],
) -> None:
    """Moves each row towards the mean of what pulls it, with those that stand in its way."""
    count = max(heights, default=-1) + 1
    above: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    below: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for upper, lower, gap in gaps:
        below[upper].append((lower, gap))
        above[lower].append((upper, -gap))
    linked: list[list[int]] = [[] for _ in range(count)]
    for pulled, pulling in pulls:
        if pulled != pulling:
            linked[pulled].append(pulling)
    pulled_rows = [(each, linked[each], len(linked[each])) for each in heights if linked[each]]
    order = sorted(pulled_rows, key=lambda each: heights[each[0]])
    height_of = heights.__getitem__
    for index in range(_PASSES):
        furthest = 0.0
        for number, wishes, weight in order if index % 2 else reversed(order):
            pull = sum(map(height_of, wishes)) - heights[number] * weight
            if pull >= _STILL:
                furthest = max(furthest, _push(heights, number, below, linked, pull, 1.0))
            elif pull <= -_STILL:
                furthest = max(furthest, _push(heights, number, above, linked, -pull, -1.0))
        if furthest < _STILL:
            break


def _push(
    heights: dict[int, float],
    number: int,
    neighbours: Sequence[Sequence[tuple[int, int]]],
    linked: Sequence[Sequence[int]],
    pull: float,
    sign: float,
) -> float:
    """Moves a row, and the rows that touch it on that side, as far as they wish together.

    ``pull`` is how much it wishes to go to that side, downwards when ``sign`` is 1, upwards when
    it is -1.
    """
    block = [number]
    weight = len(linked[number])
    free = inf
    for each in block:
        height = heights[each]
        for other, gap in neighbours[each]:
            if other in block:
                continue
            room = (heights[other] - gap - height) * sign
            if room >= _TOUCHING:
                free = min(free, room)
                continue
            block.append(other)
            wishes = linked[other]
            weight += len(wishes)
            wish = sum(map(heights.__getitem__, wishes)) - heights[other] * len(wishes)
            pull += wish * sign
    shift = min(pull / weight, free)
    if shift <= 0:
        return 0.0
    for each in block:
        heights[each] += shift * sign
    return shift
