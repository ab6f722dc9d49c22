"""Cycles: contributions that lead back to where they began."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from chemins.records.change import Change, Horizon
from chemins.strategy.pathways import DOWNSTREAM
from chemins.strategy.strategy import Link, Strategy

_WHEN = {horizon: index for index, horizon in enumerate(Horizon)}
"""Horizons in the order in which they come."""

_TOLD = 20
"""How many cycles of one knot are told, when it has that few."""

_MANY = 200
"""How many are told of a knot that nobody could undo at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Cycle:
    """A way round: each link begins where the one before ends."""

    links: tuple[Link, ...]
    """In order; the last one closes it, and is the first to be doubted."""

    @property
    def closing(self) -> Link:
        """The link to look at: one that runs back in time where there is one."""
        return self.links[-1]


def runs_back(link: Link) -> bool:
    """Whether ``link`` leads from a change to one that should be visible earlier."""
    if not (isinstance(link.source, Change) and isinstance(link.target, Change)):
        return False
    return _WHEN[link.source.horizon] > _WHEN[link.target.horizon]


def cycles(strategy: Strategy) -> tuple[Cycle, ...]:
    """The cycles among the changes, each once; none passes twice through a change.

    Where changes are knotted together in more than twenty ways, only as many are told as it takes
    to undo them all: one for each link that leads back.
    """
    changes = strategy.all(Change)
    place = {change.key: index for index, change in enumerate(changes)}
    out = [
        [link for link in strategy.links_from(change, DOWNSTREAM) if link.target.key in place]
        for change in changes
    ]
    by_ends = {
        (index, place[link.target.key]): link for index, links in enumerate(out) for link in links
    }
    graph = [[place[link.target.key] for link in links] for links in out]
    for node, onward in enumerate(graph):
        graph[node] = [each for each in onward if each != node]
    alone = ([node] for node in range(len(graph)) if (node, node) in by_ends)
    knots = _knots(graph, range(len(graph)))
    return tuple(
        _cycle([by_ends[ends] for ends in zip(nodes, (*nodes[1:], nodes[0]), strict=True)])
        for nodes in chain(alone, *(_rounds(graph, knot) for knot in knots))
    )


def _cycle(links: list[Link]) -> Cycle:
    """The cycle of ``links``, turned so that the one to be doubted first comes last."""
    last = next((index for index, link in enumerate(links) if runs_back(link)), len(links) - 1)
    return Cycle((*links[last + 1 :], *links[: last + 1]))


def _rounds(graph: list[list[int]], knot: list[int]) -> list[list[int]]:
    """The cycles of ``knot``, each from its first node on."""
    found = []
    budget = 4 * sum(len(graph[node]) for node in knot) + 1000
    for nodes in _elementary(graph, knot, budget):
        found.append(nodes)
        if len(found) > _TOLD or not nodes:
            return list(islice(_fundamental(graph, knot), _MANY))
    return found


def _elementary(graph: list[list[int]], knot: list[int], budget: int) -> Iterator[list[int]]:
    """Every cycle of ``knot``; an empty one, at the end, when ``budget`` steps find not all."""
    knots = [knot]
    while knots:
        first, *rest = knots.pop()
        inside = set(rest)
        path, stack = [first], [iter(graph[first])]
        while stack:
            budget -= 1
            if budget < 0:
                yield []
                return
            for node in stack[-1]:
                if node == first:
                    yield list(path)
                elif node in inside:
                    inside.discard(node)
                    path.append(node)
                    stack.append(iter(graph[node]))
                    break
            else:
                stack.pop()
                inside.add(path.pop())
        # What no longer lies on any cycle without the first is not walked again.
        budget -= len(rest)
        knots += _knots(graph, rest)


def _fundamental(graph: list[list[int]], knot: list[int]) -> Iterator[list[int]]:
    """One cycle for each link that leads back to where a walk through ``knot`` came from."""
    inside, first = set(knot), min(knot)
    path, stack, depth = [first], [iter(graph[first])], {first: 0}
    seen = {first}
    while stack:
        for node in stack[-1]:
            if node in depth:
                yield _turned(path[depth[node] :])
            elif node in inside and node not in seen:
                seen.add(node)
                depth[node] = len(path)
                path.append(node)
                stack.append(iter(graph[node]))
                break
        else:
            stack.pop()
            del depth[path.pop()]


def _turned(nodes: list[int]) -> list[int]:
    at = nodes.index(min(nodes))
    return nodes[at:] + nodes[:at]


def _knots(graph: list[list[int]], within: Iterable[int]) -> list[list[int]]:
    """The groups of nodes among ``within`` that all lead to one another, in order.

    Strongly connected components, by Kosaraju's two walks: one forward, one back.
    """
    inside = set(within)
    back: dict[int, list[int]] = {node: [] for node in inside}
    for node in inside:
        for each in graph[node]:
            if each in inside:
                back[each].append(node)
    seen: set[int] = set()
    order = [node for start in sorted(inside) for node in _walk(start, graph, inside, seen)]
    seen = set()
    groups = [_walk(start, back, inside, seen) for start in reversed(order)]
    return sorted(sorted(group) for group in groups if len(group) > 1)


def _walk(
    start: int, onward: list[list[int]] | dict[int, list[int]], inside: set[int], seen: set[int]
) -> list[int]:
    """The nodes not yet ``seen`` that ``start`` leads to, each after all that it leads to."""
    if start in seen:
        return []
    seen.add(start)
    done: list[int] = []
    stack = [(start, iter(onward[start]))]
    while stack:
        node, rest = stack[-1]
        following = next((each for each in rest if each in inside and each not in seen), None)
        if following is None:
            done.append(node)
            stack.pop()
        else:
            seen.add(following)
            stack.append((following, iter(onward[following])))
    return done
