from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.diagrams.samples import deck, diagram, edge, node

from chemins.diagrams.order import ordered


def crossings(drawn):
    """Counted the slow way, between neighbouring columns."""
    place = {
        each.identifier: (at, rank)
        for at, column in enumerate(drawn.columns)
        for rank, each in enumerate(column.nodes)
    }
    ends = [sorted((place[each.source], place[each.target])) for each in drawn.edges]
    return sum(
        first[0][0] == second[0][0]
        and (first[0][1] - second[0][1]) * (first[1][1] - second[1][1]) < 0
        for first, second in combinations(ends, 2)
    )


def names(drawn):
    return [[each.identifier for each in column.nodes] for column in drawn.columns]


@st.composite
def neighbourly(draw):
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=4))
    columns = [[node(f"{at}-{rank}") for rank in range(size)] for at, size in enumerate(sizes)]
    pairs = [
        (start.identifier, end.identifier)
        for left, right in pairwise(columns)
        for start in left
        for end in right
    ]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=14, unique=True))
    return diagram(*columns, edges=tuple(edge(*pair) for pair in chosen))


@st.composite
def any_links(draw):
    drawn = draw(neighbourly())
    every = [each.identifier for each in drawn.nodes]
    pairs = draw(st.lists(st.tuples(st.sampled_from(every), st.sampled_from(every)), max_size=10))
    return diagram(
        *(list(column.nodes) for column in drawn.columns),
        edges=tuple(edge(*pair) for pair in pairs),
    )


def test_the_deck_keeps_the_order_it_was_written_in():
    assert ordered(deck()) == deck()


def test_two_links_that_cross_are_untangled():
    drawn = diagram(
        [node("a"), node("b")], [node("c"), node("d")], edges=(edge("a", "d"), edge("b", "c"))
    )
    assert crossings(ordered(drawn)) == 0


def test_a_link_that_skips_a_column_is_counted():
    columns = [node("a"), node("b")], [node("c")], [node("v"), node("w")]
    edges = edge("a", "w"), edge("b", "c"), edge("c", "v")
    left, _, right = names(ordered(diagram(*columns, edges=edges)))
    assert (left == ["b", "a"]) != (right == ["w", "v"])


def test_nodes_without_links_keep_their_place():
    columns = [node("a"), node("alone"), node("b")], [node("c"), node("d")]
    drawn = diagram(*columns, edges=(edge("a", "d"), edge("b", "c")))
    assert names(ordered(drawn))[0][1] == "alone"


def test_a_knot_of_two_hundred_nodes_is_loosened_in_good_time():
    columns = [[node(f"{at}-{rank}") for rank in range(50)] for at in range(4)]
    edges = [
        edge(f"{at}-{rank}", f"{at + 1}-{(rank * 7 + turn * 13) % 50}")
        for at in range(3)
        for rank in range(50)
        for turn in range(2)
    ]
    edges += [edge(f"0-{rank}", f"3-{(rank * 3) % 50}") for rank in range(0, 50, 5)]
    drawn = diagram(*columns, edges=tuple(edges))
    assert crossings(ordered(drawn)) < crossings(drawn)


@given(neighbourly())
def test_the_order_never_gets_worse_and_loses_nothing(drawn):
    result = ordered(drawn)
    assert crossings(result) <= crossings(drawn)
    assert [sorted(column) for column in names(result)] == [
        sorted(column) for column in names(drawn)
    ]
    if crossings(result) == crossings(drawn):
        assert result == drawn


@given(any_links())
def test_the_same_diagram_always_gives_the_same_order(drawn):
    result = ordered(drawn)
    assert ordered(drawn) == result
    assert result.edges == drawn.edges
