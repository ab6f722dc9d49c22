"""A diagram too large for one picture → an overview, then parts that each fit one.

It splits by what it leads to, the visions; what still is too large, by what contributes to it, the
long-term changes; and so on upstream. Each node keeps all its edges, in one part or several.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from chemins.diagrams.diagram import MOST_DRAWN, Diagram, Edge, Node
from chemins.diagrams.glyphs import VISION
from chemins.diagrams.order import ordered

_TOWARDS = 3
"""How many of the nodes that a part leads to it shows at most, so that one sees what it is for."""


class Scope(StrEnum):
    """What a part shows."""

    WHOLE = "whole"
    """All there is."""

    OVERVIEW = "overview"
    """Where all leads, and what contributes to that directly."""

    BRANCH = "branch"
    """What contributes to one node."""

    ALONE = "alone"
    """What is linked to nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one picture shows of a diagram."""

    scope: Scope
    """Which part it is."""

    diagram: Diagram
    """Its nodes, ordered for few crossings, and the edges among them."""

    root: Node | None = None
    """What a branch contributes to."""

    number: int = 1
    """Its place among the parts that share its root, when what contributes to it is too much."""

    count: int = 1
    """How many such parts there are."""


def split(
    diagram: Diagram, beyond: Callable[[int], str], most: int = MOST_DRAWN
) -> tuple[Part, ...]:
    """The parts of ``diagram``, of ``most`` nodes at most, in reading order; itself if it fits.

    Only an overview of more ends than ``most`` has more nodes: it has no edges then. A node whose
    upstream stands in another part says how much it is, in the words of ``beyond``.
    """
    if diagram.size <= most:
        return (Part(Scope.WHOLE, diagram),)
    graph = _graph(diagram)
    return tuple(
        Part(
            shown.scope,
            ordered(_within(diagram, graph, shown, beyond)),
            graph.nodes[shown.root] if shown.root else None,
            shown.number,
            shown.count,
        )
        for shown in _selections(graph, most)
    )


@dataclass(frozen=True, slots=True)
class _Graph:
    """A diagram as one walks it. Nodes go by their identifier, in reading order."""

    nodes: Mapping[str, Node]
    before: Mapping[str, Sequence[str]]
    after: Mapping[str, Sequence[str]]
    edges_to: Mapping[str, Sequence[tuple[int, Edge]]]

    def upstream(self, start: str) -> set[str]:
        """All from which a way leads to ``start``, but itself."""
        found = {start}
        frontier = [start]
        while frontier:
            reached = {each for one in frontier for each in self.before[one]} - found
            found |= reached
            frontier = list(reached)
        return found - {start}


@dataclass(frozen=True, slots=True)
class _Selection:
    """The nodes of a part."""

    scope: Scope
    nodes: Collection[str]
    root: str | None = None
    cut: Collection[str] = ()
    """The nodes whose upstream may stand elsewhere, which they say."""

    number: int = 1
    count: int = 1


def _graph(diagram: Diagram) -> _Graph:
    nodes = {node.identifier: node for node in diagram.nodes}
    before: dict[str, dict[str, None]] = {each: {} for each in nodes}
    after: dict[str, dict[str, None]] = {each: {} for each in nodes}
    edges_to: dict[str, list[tuple[int, Edge]]] = {each: [] for each in nodes}
    for index, edge in enumerate(diagram.edges):
        edges_to[edge.target].append((index, edge))
        if edge.source != edge.target:
            before[edge.target][edge.source] = None
            after[edge.source][edge.target] = None
    rank = {each: at for at, each in enumerate(nodes)}
    in_order = {each: sorted(found, key=rank.__getitem__) for each, found in before.items()}
    return _Graph(nodes, in_order, {each: list(found) for each, found in after.items()}, edges_to)


def _within(
    diagram: Diagram, graph: _Graph, shown: _Selection, beyond: Callable[[int], str]
) -> Diagram:
    """The part of ``diagram`` that ``shown`` selects."""
    inside = set(shown.nodes)
    notes = {
        each: beyond(len(more))
        for each in shown.cut
        if (more := graph.upstream(each)) and not more <= inside
    }
    columns = (
        replace(
            column,
            nodes=tuple(
                replace(node, note=notes[node.identifier]) if node.identifier in notes else node
                for node in column.nodes
                if node.identifier in inside
            ),
        )
        for column in diagram.columns
    )
    edges = sorted(
        (index, edge)
        for each in inside
        for index, edge in graph.edges_to[each]
        if edge.source in inside
    )
    return replace(
        diagram,
        columns=tuple(column for column in columns if column.nodes),
        edges=tuple(edge for _, edge in edges),
    )


def _selections(graph: _Graph, most: int) -> Iterator[_Selection]:
    ends = [each for each in graph.nodes if not graph.after[each]]
    alone = [each for each in ends if not graph.before[each] and not _is_vision(graph, each)]
    ends = [each for each in ends if each not in set(alone)]
    ends.sort(key=lambda each: not _is_vision(graph, each))
    branches = _Branches(graph, most)
    starts = ends
    if len(ends) > 1:
        overview = _overview(graph, ends, most)
        yield overview
        branches.shown |= set(overview.nodes)
        if overview.cut != ends:
            branches.complete |= set(ends)
            starts = list(overview.cut)
    for start in starts:
        yield from branches.of(start)
    shares = _even(alone, most) if alone else []
    for number, share in enumerate(shares, start=1):
        yield _Selection(Scope.ALONE, share, number=number, count=len(shares))
    # What only leads round in a circle ends nowhere.
    for each in graph.nodes:
        if graph.after[each] and each not in branches.shown:
            yield from branches.of(each)


def _is_vision(graph: _Graph, node: str) -> bool:
    return graph.nodes[node].kind == VISION


def _overview(graph: _Graph, ends: list[str], most: int) -> _Selection:
    """The ``ends``, with what contributes to them directly if there is room."""
    first = list(dict.fromkeys(each for end in ends for each in graph.before[end]))
    if len(ends) + len(first) > most:
        return _Selection(Scope.OVERVIEW, ends, cut=ends)
    return _Selection(Scope.OVERVIEW, [*ends, *first], cut=first)


@dataclass(slots=True)
class _Branches:
    """Walks upstream, and notes what needs no further part."""

    graph: _Graph
    most: int
    complete: set[str] = field(default_factory=set)
    """The nodes that some part shows with all that they rest on directly."""

    shown: set[str] = field(default_factory=set)
    """The nodes that some part shows."""

    def of(self, start: str) -> Iterator[_Selection]:
        """The parts of what stands upstream of ``start``, nearest first."""
        waiting = [start]
        while waiting:
            root = waiting.pop()
            if root in self.complete:
                continue
            further: list[str] = []
            for selection in self._parts(root):
                inside = set(selection.nodes)
                self.shown |= inside
                cut = [each for each in selection.cut if not self.graph.upstream(each) <= inside]
                self.complete |= set(selection.cut) - set(cut)
                further += cut
                yield selection
            waiting += reversed(further)

    def _parts(self, root: str) -> Iterator[_Selection]:
        above = self.graph.upstream(root)
        towards = [each for each in self.graph.after[root] if each not in above][:_TOWARDS]
        self.complete.add(root)
        if len(above) >= self.most:
            yield from self._cut(root, towards[:1])
        elif above or root not in self.shown:
            self.complete |= above
            inside = [root, *above, *towards[: self.most - len(above) - 1]]
            yield _Selection(Scope.BRANCH, inside, root)

    def _cut(self, root: str, towards: list[str]) -> Iterator[_Selection]:
        """The way up from ``root`` as long as there is but one, then all that leads to its top."""
        way = [root]
        room = self.most - len(towards) - 1
        first = self._further(way)
        while len(first) == 1 and room > 1:
            way += first
            room -= 1
            first = self._further(way)
        self.complete |= set(way)
        first = [each for each in first if each not in towards]
        shares: Sequence[Collection[str]] = (
            self._bundles(first, {*way, *towards}) if towards else _even(first, room)
        )
        for number, share in enumerate(shares, start=1):
            inside = [*way, *share, *towards]
            cut = [each for each in first if each in share]
            yield _Selection(Scope.BRANCH, inside, root, cut, number, len(shares))

    def _bundles(self, first: Sequence[str], base: set[str]) -> list[set[str]]:
        """``first``, each with all that stands upstream of it if that fits a part, in few parts.

        ``base`` is what each of those parts shows besides.
        """
        bundles: list[set[str]] = []
        for each in first:
            share = {each, *self.graph.upstream(each)} - base
            if len(base) + len(share) > self.most:
                share = {each}
            if bundles and len(base | bundles[-1] | share) <= self.most:
                bundles[-1] |= share
            else:
                bundles.append(share)
        return bundles or [set()]

    def _further(self, way: list[str]) -> list[str]:
        return [each for each in self.graph.before[way[-1]] if each not in way]


def _even(nodes: Sequence[str], most: int) -> list[Sequence[str]]:
    """``nodes`` in as few shares as ``most`` lets, of even size; one when there are none."""
    count = max(1, -(-len(nodes) // most))
    return [
        nodes[len(nodes) * number // count : len(nodes) * (number + 1) // count]
        for number in range(count)
    ]
