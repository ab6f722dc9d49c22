"""Cycles of any shape are found, each told once; what hangs on one link is counted right."""

import time
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategy.graphs import Edge, number, strategy

from chemins.records.change import Change, Horizon
from chemins.strategy.bridges import bridges
from chemins.strategy.cycles import cycles, runs_back
from chemins.strategy.ways import ways

FEW = 4
"""Changes among which all ways round are few enough to be told."""


@st.composite
def graphs(draw, most=FEW, to_vision=False):
    count = draw(st.integers(1, most))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1 + to_vision))
    return count, draw(st.lists(ends, unique=True, max_size=20))


def around(cycle, count) -> tuple[int, ...]:
    """The changes of ``cycle`` by their numbers, from the smallest on."""
    numbers = [number(link.source.identifier, count) for link in cycle.links]
    at = numbers.index(min(numbers))
    return tuple(numbers[at:] + numbers[:at])


def every_way_round(count: int, edges: list[Edge]) -> set[tuple[int, ...]]:
    """By trying all."""
    there = set(edges)
    return {
        way
        for length in range(1, count + 1)
        for way in permutations(range(count), length)
        if way[0] == min(way) and all(step in there for step in pairwise((*way, way[0])))
    }


@given(graphs())
def test_cycles_of_any_shape_are_each_told_once(graph):
    count, edges = graph
    told = [around(cycle, count) for cycle in cycles(strategy(count, edges))]
    assert len(set(told)) == len(told)
    assert set(told) == every_way_round(count, edges)


@given(graphs(most=12), st.lists(st.sampled_from(list(Horizon)), min_size=12, max_size=12))
def test_a_cycle_is_a_way_round_whose_last_link_is_the_first_to_doubt(graph, horizons):
    count, edges = graph
    found = cycles(strategy(count, edges, horizons))
    for cycle in found:
        for link, following in pairwise((*cycle.links, cycle.links[0])):
            assert link.target is following.source
        assert len({link.source.key for link in cycle.links}) == len(cycle.links)
        assert runs_back(cycle.closing) or not any(map(runs_back, cycle.links))
    assert len({around(cycle, count) for cycle in found}) == len(found)


@given(graphs(most=12))
def test_a_knot_of_many_ways_is_undone_by_what_is_told(graph):
    # Whatever is told of a knot, no way round is left once one link of each told one is cut.
    count, edges = graph
    told = [around(cycle, count) for cycle in cycles(strategy(count, edges))]
    assert bool(told) == has_a_way_round(count, edges)
    involved = {step for way in told for step in pairwise((*way, way[0]))}
    assert not has_a_way_round(count, [edge for edge in edges if edge not in involved])


def has_a_way_round(count: int, edges: list[Edge]) -> bool:
    """By taking away, again and again, the changes that nothing leads to."""
    left, links = set(range(count)), set(edges)
    while free := left - {target for _, target in links}:
        left -= free
        links = {link for link in links if link[0] in left}
    return bool(left)


def test_of_a_complete_knot_only_as_many_are_told_as_it_takes():
    edges = [(a, b) for a in range(8) for b in range(8) if a != b]
    assert len(cycles(strategy(8, edges))) == 28


@given(graphs(most=6, to_vision=True))
def test_what_hangs_on_a_link_is_what_is_lost_without_it(graph):
    count, edges = graph
    found = {
        (number(each.link.source.identifier, count), number(each.link.target.identifier, count)): (
            each.hanging
        )
        for each in bridges(strategy(count, edges))
    }
    whole = reaching(count, edges)
    lost = {
        edge: len(whole - reaching(count, [each for each in edges if each != edge]))
        for edge in edges
    }
    assert found == {edge: many for edge, many in lost.items() if many}


def reaching(count: int, edges: list[Edge]) -> set[int]:
    """The changes that reach the vision, by going back from it until nothing is new."""
    found = {count}
    while new := {a for a, b in edges if b in found} - found:
        found |= new
    return found - {count}


@given(graphs(most=8, to_vision=True))
def test_each_change_reaches_a_vision_stops_somewhere_or_turns_in_circles(graph):
    count, edges = graph
    made = strategy(count, edges)
    found = ways(made)
    whole = reaching(count, edges)
    ends = {index for index in range(count) if all(a != index for a, _ in edges)}
    for change in made.all(Change):
        index = number(change.identifier, count)
        assert (change.key in found.reaching) == (index in whole)
        if stop := found.stops.get(change.key):
            assert number(stop.identifier, count) in ends
        elif index not in whole:
            assert index not in ends
            assert has_a_way_round(count, edges)


@pytest.mark.parametrize(
    ("shape", "edges"),
    [
        ("a chain", [(n, n + 1) for n in range(3000)]),
        ("a ring", [(n, (n + 1) % 3000) for n in range(3000)]),
        ("a ladder", [(n, n + step) for n in range(3000) for step in (1, 2) if n + step <= 3000]),
        ("a chain of rings", [(a, b) for n in range(2999) for a, b in ((n, n + 1), (n + 1, n))]),
        ("a star", [(n, 0) for n in range(1, 3000)] + [(0, 3000)]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_three_thousand_changes_of_any_shape_are_walked_in_no_time(shape, edges):
    made = strategy(3000, edges)
    start = time.process_time()
    ways(made)
    bridges(made)
    cycles(made)
    assert time.process_time() - start < 2
