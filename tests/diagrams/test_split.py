"""A large pathway is told in pictures of fifteen nodes at most, and none of it is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.diagrams.samples import deck, diagram, edge, node
from tests.diagrams.test_order import crossings

from chemins.diagrams.diagram import MOST_DRAWN
from chemins.diagrams.split import Scope, split


def beyond(count):
    return f"{count} upstream"


def parts(drawn, most=MOST_DRAWN):
    return split(drawn, beyond, most)


def names(part):
    return {each.identifier for each in part.diagram.nodes}


def tree(visions=1, longs=4, mediums=2, shorts=2):
    """Visions, each with its own long-term changes, and so on upstream."""
    columns = [[], [], [], []]
    edges = []
    for v in range(visions):
        columns[3].append(node(f"v{v}", "vision"))
        for number in range(longs):
            long = f"v{v}l{number}"
            columns[2].append(node(long, "way-of-life"))
            edges.append(edge(long, f"v{v}"))
            for m in range(mediums):
                medium = f"{long}m{m}"
                columns[1].append(node(medium))
                edges.append(edge(medium, long))
                for s in range(shorts):
                    columns[0].append(node(f"{medium}s{s}", "knowledge"))
                    edges.append(edge(f"{medium}s{s}", medium))
    return diagram(*columns, edges=tuple(edges))


@st.composite
def pathways(draw):
    """Columns of up to twelve nodes, visions last, with links in any direction but from visions."""
    sizes = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4))
    columns = [[node(f"{at}-{rank}") for rank in range(size)] for at, size in enumerate(sizes)]
    visions = [node(f"v{rank}", "vision") for rank in range(draw(st.integers(0, 6)))]
    changes = [each.identifier for column in columns for each in column]
    every = changes + [each.identifier for each in visions]
    ends = st.tuples(st.sampled_from(changes), st.sampled_from(every))
    pairs = draw(st.lists(ends, max_size=60, unique=True))
    return diagram(*columns, *([visions] if visions else []), edges=tuple(edge(*p) for p in pairs))


def test_what_fits_a_picture_is_left_whole():
    (part,) = parts(deck())
    assert part.scope is Scope.WHOLE
    assert part.diagram is deck() or part.diagram == deck()


def test_a_vision_too_large_opens_on_what_contributes_to_it_then_shows_each_in_its_turn():
    overview, *branches = parts(tree())
    assert names(overview) == {"v0", "v0l0", "v0l1", "v0l2", "v0l3"}
    assert [each.root.identifier for each in branches] == ["v0l0", "v0l1", "v0l2", "v0l3"]
    assert names(branches[0]) == {
        "v0l0", "v0l0m0", "v0l0m1", "v0l0m0s0", "v0l0m0s1", "v0l0m1s0", "v0l0m1s1", "v0",
    }  # fmt: skip


def test_several_visions_open_on_an_overview_with_their_long_term_changes():
    overview, *branches = parts(tree(visions=3, longs=3))
    assert overview.scope is Scope.OVERVIEW
    assert len(names(overview)) == 3 + 9
    assert len(branches) == 9


def test_many_visions_open_on_the_visions_alone_then_each_has_its_own_overview():
    overview, first, *_ = parts(tree(visions=5, longs=4))
    assert names(overview) == {"v0", "v1", "v2", "v3", "v4"}
    assert overview.diagram.edges == ()
    assert first.root.identifier == "v0"
    assert names(first) == {"v0", "v0l0", "v0l1", "v0l2", "v0l3"}


def test_a_node_says_how_much_stands_upstream_of_it_in_another_part():
    overview, branch, *_ = parts(tree())
    assert [each.note for each in overview.diagram.nodes] == ["6 upstream"] * 4 + [""]
    assert {each.note for each in branch.diagram.nodes} == {""}


def test_a_branch_shows_where_it_leads():
    assert all("v0" in names(branch) for branch in parts(tree())[1:])


def test_a_single_way_up_is_followed_until_it_parts():
    edges = [edge("l", "v"), *(edge(f"m{n}", "l") for n in range(6))]
    edges += [edge(f"s{n}", f"m{n // 2}") for n in range(12)]
    drawn = diagram(
        [node(f"s{n}") for n in range(12)],
        [node(f"m{n}") for n in range(6)],
        [node("l")],
        [node("v", "vision")],
        edges=tuple(edges),
    )
    first, *branches = parts(drawn)
    assert names(first) == {"v", "l", *(f"m{n}" for n in range(6))}
    assert [each.root.identifier for each in branches] == [f"m{n}" for n in range(6)]


def test_too_many_for_one_picture_are_shared_out_evenly():
    drawn = diagram(
        [node(f"s{n}") for n in range(40)],
        [node("v", "vision")],
        edges=tuple(edge(f"s{n}", "v") for n in range(40)),
    )
    shared = parts(drawn)
    assert [(each.number, each.count) for each in shared] == [(1, 3), (2, 3), (3, 3)]
    assert [each.diagram.size for each in shared] == [14, 14, 15]


def test_what_is_linked_to_nothing_comes_last():
    drawn = diagram([node(f"s{n}") for n in range(20)])
    assert [each.scope for each in parts(drawn)] == [Scope.ALONE] * 2


@pytest.mark.parametrize("length", [16, 40, 3000])
def test_a_long_chain_is_told_from_its_end(length):
    chain = [f"n{n}" for n in range(length)]
    edges = tuple(edge(*pair) for pair in pairwise(chain))
    told = parts(diagram([node(each) for each in chain], edges=edges))
    assert all(each.diagram.size <= MOST_DRAWN for each in told)
    assert set().union(*map(names, told)) == set(chain)


@given(pathways(), st.integers(3, 15))
def test_every_node_and_every_edge_is_in_a_part(drawn, most):
    told = parts(drawn, most)
    assert set().union(*map(names, told)) == {each.identifier for each in drawn.nodes}
    assert {each for part in told for each in part.diagram.edges} == set(drawn.edges)


@given(pathways(), st.integers(3, 15))
def test_no_picture_is_too_large(drawn, most):
    for part in parts(drawn, most):
        assert part.diagram.size <= most or not part.diagram.edges
        assert all(column.nodes for column in part.diagram.columns)


@given(pathways(), st.integers(3, 15))
def test_a_root_heads_its_own_branch(drawn, most):
    for part in parts(drawn, most):
        assert (part.root is not None) is (part.scope is Scope.BRANCH)
        if part.root:
            assert part.root.identifier in names(part)


@given(pathways(), st.integers(3, 15))
def test_whatever_is_said_to_stand_upstream_has_a_part_of_its_own(drawn, most):
    told = parts(drawn, most)
    roots = {each.root.identifier for each in told if each.root}
    for part in told:
        for each in part.diagram.nodes:
            assert not each.note or each.identifier in roots or shown_whole(told, drawn, each)


def shown_whole(told, drawn, one):
    """Whether some part shows all that ``one`` rests on directly."""
    before = {each.source for each in drawn.edges if each.target == one.identifier}
    return any(before | {one.identifier} <= names(part) for part in told)


@given(pathways())
def test_each_part_is_ordered_for_few_crossings(drawn):
    for part in parts(drawn):
        given_order = {each.identifier: at for at, each in enumerate(drawn.nodes)}
        columns = [
            sorted(column.nodes, key=lambda each: given_order[each.identifier])
            for column in part.diagram.columns
        ]
        as_given = diagram(*columns, edges=part.diagram.edges)
        assert crossings(part.diagram) <= crossings(as_given)
