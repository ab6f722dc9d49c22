"""The order within columns that makes the fewest edges cross.

Barycenter sweeps, then single moves, on columns in which an edge that skips a column holds a place
of its own. The order that was given is kept unless another has strictly fewer crossings.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from chemins.diagrams.diagram import Diagram

_SWEEPS = 8
_ROUNDS = 2
_REACH = 20

_Order = list[list[int]]
_Columns = tuple[tuple[str, ...], ...]
_Edges = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Layers:
    """The columns as numbers: nodes first, in reading order, then the places of long edges."""

    order: _Order
    """The items of each column, from top to bottom."""

    before: list[list[int]]
    """For each item, those it is linked to in the column on its left."""

    after: list[list[int]]
    """For each item, those it is linked to in the column on its right."""

    nodes: int
    """How many items are nodes."""


def ordered(diagram: Diagram) -> Diagram:
    """``diagram``, its columns ordered so that few edges cross; itself when none need to move.

    Edges within one column are left out of the count. The same diagram always gives the same order.
    """
    columns = tuple(tuple(node.identifier for node in each.nodes) for each in diagram.columns)
    rows = _arranged(columns, tuple((edge.source, edge.target) for edge in diagram.edges))
    if rows is None:
        return diagram
    nodes = tuple(diagram.nodes)
    return replace(
        diagram,
        columns=tuple(
            replace(column, nodes=tuple(nodes[item] for item in row))
            for column, row in zip(diagram.columns, rows, strict=True)
        ),
    )


@lru_cache(maxsize=1024)
def _arranged(columns: _Columns, edges: _Edges) -> tuple[tuple[int, ...], ...] | None:
    """The nodes of each column in the best order, by their place in reading order; none: as given.

    A pathway stands on several pages, and in each its parts are the same.
    """
    layers = _layers(columns, edges)
    best = _settled(layers, layers.order, movable=range(layers.nodes, len(layers.before)))
    fewest = given = _crossings(layers, best)
    if not given:
        return None
    for candidate in _sweeps(layers, best):
        count = _crossings(layers, candidate)
        if count < fewest:
            best, fewest = candidate, count
        if not fewest:
            break
    else:
        best = _settled(layers, best, movable=range(len(layers.before)))
        if _crossings(layers, best) == given:
            return None
    return tuple(tuple(item for item in row if item < layers.nodes) for row in best)


def _layers(columns: _Columns, edges: _Edges) -> _Layers:
    """A diagram in numbers. Edges through a column to the same node share their place there."""
    order: _Order = []
    place: dict[str, tuple[int, int]] = {}
    for index, column in enumerate(columns):
        first = len(place)
        order.append(list(range(first, first + len(column))))
        place |= {node: (index, first + i) for i, node in enumerate(column)}
    links: dict[tuple[int, int], None] = {}
    shared: dict[tuple[str, int, bool], int] = {}
    passing: list[list[tuple[float, int]]] = [[] for _ in order]
    for source, target in edges:
        forward = place[source] < place[target]
        (left, last), (right, end) = sorted((place[source], place[target]))
        if left == right:
            continue
        start_height, end_height = _height(order[left], last), _height(order[right], end)
        for at in range(left + 1, right):
            item = shared.setdefault((target, at, forward), len(place) + len(shared))
            if item == len(place) + sum(map(len, passing)):
                along = (at - left) / (right - left)
                passing[at].append((start_height + (end_height - start_height) * along, item))
            links[last, item] = None
            last = item
        links[last, end] = None
    before: list[list[int]] = [[] for _ in range(len(place) + len(shared))]
    after: list[list[int]] = [[] for _ in before]
    for start, end in links:
        after[start].append(end)
        before[end].append(start)
    rows = [_with_passing(row, held) for row, held in zip(order, passing, strict=True)]
    return _Layers(rows, before, after, len(place))


def _height(row: Sequence[int], item: int) -> float:
    """Where ``item`` stands in its column, from 0 at the top to 1 at the bottom."""
    return (item - row[0] + 0.5) / len(row)


def _with_passing(row: list[int], held: list[tuple[float, int]]) -> list[int]:
    places = [(_height(row, item), item) for item in row]
    return [item for _, item in sorted(places + held)]


def _crossings(layers: _Layers, order: _Order) -> int:
    """How many pairs of links cross."""
    total = 0
    for row, following in pairwise(order):
        rank = {item: index for index, item in enumerate(following)}
        passed: list[int] = []
        for item in row:
            ends = [rank[end] for end in layers.after[item]]
            for end in ends:
                total += len(passed) - bisect_right(passed, end)
            for end in ends:
                insort(passed, end)
    return total


def _sweeps(layers: _Layers, order: _Order) -> Iterator[_Order]:
    """Orders in which each column follows the one on its left, then the one on its right…

    No more come once they would come again.
    """
    current = [list(row) for row in order]
    earlier: list[_Order] = []
    for sweep in range(_SWEEPS):
        rightward = sweep % 2 == 0
        links = layers.before if rightward else layers.after
        indices = range(len(current))
        for index in indices if rightward else reversed(indices):
            other = index - 1 if rightward else index + 1
            if 0 <= other < len(current):
                rank = {item: place for place, item in enumerate(current[other])}
                current[index] = _by_barycenter(current[index], links, rank)
        if current in earlier[-2:-1]:
            return
        earlier.append([list(row) for row in current])
        yield earlier[-1]


def _by_barycenter(row: list[int], links: list[list[int]], rank: dict[int, int]) -> list[int]:
    """``row`` sorted by the mean place of what each is linked to; the others keep their place."""
    linked = [item for item in row if links[item]]
    linked.sort(key=lambda item: sum(rank[end] for end in links[item]) / len(links[item]))
    following = iter(linked)
    return [next(following) if links[item] else item for item in row]


def _settled(layers: _Layers, order: _Order, movable: range) -> _Order:
    """``order`` once each ``movable`` item stands where its links cross fewest."""
    settled = [list(row) for row in order]
    for _ in range(_ROUNDS if movable else 0):
        before = [list(row) for row in settled]
        for index, row in enumerate(settled):
            left = _ranks(settled, index - 1)
            right = _ranks(settled, index + 1)
            ends = {
                item: (
                    sorted(left[end] for end in layers.before[item]),
                    sorted(right[end] for end in layers.after[item]),
                )
                for item in row
            }
            gains: dict[tuple[int, int], int] = {}
            for item in [item for item in row if item in movable]:
                _move(row, item, ends, gains)
        if settled == before:
            break
    return settled


def _ranks(order: _Order, index: int) -> dict[int, int]:
    row = order[index] if 0 <= index < len(order) else []
    return {item: place for place, item in enumerate(row)}


def _move(
    row: list[int],
    item: int,
    ends: dict[int, tuple[list[int], list[int]]],
    gains: dict[tuple[int, int], int],
) -> None:
    """Moves ``item`` within ``row`` to the nearest of its best places, if it gains by it.

    Places further than ``_REACH`` are not tried, so that the work grows with the items alone.
    ``gains`` keeps what it is worth to put the first of two items below the second.
    """
    here = row.index(item)
    best, place = 0, here
    for step in (-1, 1):
        gain, index = 0, here + step
        while 0 <= index < len(row) and abs(index - here) <= _REACH:
            upper, lower = (row[index], item) if step < 0 else (item, row[index])
            if (upper, lower) not in gains:
                worth = _pair(ends[upper], ends[lower]) - _pair(ends[lower], ends[upper])
                gains[upper, lower], gains[lower, upper] = worth, -worth
            gain += gains[upper, lower]
            if gain > best:
                best, place = gain, index
            index += step
    row.insert(place, row.pop(here))


def _pair(upper: tuple[list[int], list[int]], lower: tuple[list[int], list[int]]) -> int:
    """How many links of two items cross when one stands above the other."""
    total = 0
    for above, below in zip(upper, lower, strict=True):
        for end in below:
            total += len(above) - bisect_right(above, end)
    return total
