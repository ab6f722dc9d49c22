"""Pathways: what a change rests on, where it leads; no cycle makes the walk endless."""

from collections import deque

from hypothesis import given
from hypothesis import strategies as st

from chemins.locales import load
from chemins.records import KINDS, Change, Vision
from chemins.records.change import Dimension, Horizon
from chemins.records.contribution import Contribution
from chemins.strategy import strategy_of
from chemins.strategy.pathways import (
    downstream,
    pathway_around,
    pathway_of,
    upstream,
    visions_reached,
)


def change(name: str, *targets: str) -> Change:
    return Change(
        identifier=name,
        title=name,
        dimension=Dimension.PRACTICE,
        horizon=Horizon.SHORT,
        contributes_to=tuple(Contribution(to=each) for each in targets),
    )


def graph(edges: dict[str, list[str]], visions: tuple[str, ...] = ("vision",)):
    """A strategy of changes by the names of their targets, and of visions."""
    records = [change(name, *targets) for name, targets in edges.items()]
    records += [Vision(identifier=name, title=name) for name in visions]
    return strategy_of(records, KINDS, load("fr"))


def names(records) -> list[str]:
    return [each.identifier for each in records]


CHAIN = graph({"a": ["b"], "b": ["c"], "c": ["d", "side"], "d": ["vision"], "side": []})


def one(strategy, name: str):
    return strategy.resolve.one(name)


def test_what_a_change_rests_on_comes_nearest_first():
    assert names(upstream(CHAIN, one(CHAIN, "d"))) == ["c", "b", "a"]
    assert names(upstream(CHAIN, one(CHAIN, "d"), 2)) == ["c", "b"]
    assert names(upstream(CHAIN, one(CHAIN, "vision"))) == ["d", "c", "b", "a"]


def test_where_a_change_leads_comes_nearest_first():
    assert names(downstream(CHAIN, one(CHAIN, "a"))) == ["b", "c", "d", "side", "vision"]
    assert names(downstream(CHAIN, one(CHAIN, "a"), 1)) == ["b"]
    assert downstream(CHAIN, one(CHAIN, "a"), 0) == ()


def test_the_visions_that_a_change_reaches_are_at_the_ends_of_its_paths():
    assert names(visions_reached(CHAIN, one(CHAIN, "a"))) == ["vision"]
    assert visions_reached(CHAIN, one(CHAIN, "side")) == ()


def test_the_pathway_of_a_vision_is_all_that_leads_to_it():
    pathway = pathway_of(CHAIN, one(CHAIN, "vision"))
    assert names(pathway.changes) == ["a", "b", "c", "d"]
    assert names(pathway.visions) == ["vision"]
    assert [(e.source.identifier, e.target.identifier) for e in pathway.links] == [
        ("d", "vision"),
        ("c", "d"),
        ("b", "c"),
        ("a", "b"),
    ]


def test_the_pathway_around_a_change_goes_two_steps_up_and_down_to_the_end():
    pathway = pathway_around(CHAIN, one(CHAIN, "d"))
    assert names(pathway.changes) == ["b", "c", "d"]
    assert names(pathway.visions) == ["vision"]
    assert names(pathway_around(CHAIN, one(CHAIN, "d"), steps=3).changes) == ["a", "b", "c", "d"]


def test_a_change_that_nothing_touches_is_a_pathway_of_one():
    alone = graph({"seul": []}, visions=())
    pathway = pathway_around(alone, one(alone, "seul"))
    assert (names(pathway.changes), pathway.visions, pathway.links) == (["seul"], (), ())


def test_a_cycle_is_walked_once():
    ring = graph({"a": ["b"], "b": ["c"], "c": ["a", "vision"]})
    assert names(downstream(ring, one(ring, "a"))) == ["b", "c", "vision"]
    assert names(upstream(ring, one(ring, "a"))) == ["c", "b"]
    pathway = pathway_around(ring, one(ring, "a"))
    assert len(pathway.links) == 4


NODES = [f"n{number}" for number in range(8)]
graphs = st.fixed_dictionaries(
    {
        name: st.lists(st.sampled_from([*NODES, "v1", "v2"]), max_size=4, unique=True)
        for name in NODES
    }
)


def distances(edges: dict[str, list[str]], start: str) -> dict[str, int]:
    found, queue = {start: 0}, deque([start])
    while queue:
        here = queue.popleft()
        for each in edges.get(here, []):
            if each not in found:
                found[each] = found[here] + 1
                queue.append(each)
    return found


@given(edges=graphs, steps=st.none() | st.integers(0, 4))
def test_in_any_graph_a_walk_ends_and_finds_what_can_be_reached(edges, steps):
    strategy = graph(edges, visions=("v1", "v2"))
    backwards: dict[str, list[str]] = {}
    for source, targets in edges.items():
        for target in targets:
            backwards.setdefault(target, []).append(source)
    for start in NODES:
        record = one(strategy, start)
        for walk, by in ((downstream, edges), (upstream, backwards)):
            expected = {
                name: far
                for name, far in distances(by, start).items()
                if name != start and (steps is None or far <= steps)
            }
            found = names(walk(strategy, record, steps))
            assert sorted(found) == sorted(expected)
            assert [expected[name] for name in found] == sorted(expected.values())


@given(edges=graphs)
def test_in_any_graph_a_pathway_holds_both_ends_of_each_of_its_links(edges):
    strategy = graph(edges, visions=("v1", "v2"))
    pathways = [pathway_around(strategy, one(strategy, name)) for name in NODES]
    pathways += [pathway_of(strategy, each) for each in strategy.all(Vision)]
    for pathway in pathways:
        inside = {each.key for each in (*pathway.changes, *pathway.visions)}
        assert len(inside) == len(pathway.changes) + len(pathway.visions)
        assert all(
            link.source.key in inside and link.target.key in inside for link in pathway.links
        )
        links = [(link.source.key, link.target.key) for link in pathway.links]
        assert len(set(links)) == len(links)
