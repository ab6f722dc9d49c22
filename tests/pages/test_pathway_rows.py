"""What is linked stands side by side: the rows of a picture."""

from itertools import pairwise

from hypothesis import given
from tests.diagrams.samples import deck, diagram, edge, node
from tests.diagrams.test_split import pathways

from chemins.pages.explorer.rows import Rows, rows_of


def rows(drawn):
    return {name: (each.start, each.end) for name, each in rows_of(drawn).items()}


def test_links_one_to_one_share_a_row():
    found = rows_of(deck())
    short, medium = deck().columns[0].nodes, deck().columns[1].nodes
    assert [found[each.identifier] for each in short] == [Rows(at, at + 1) for at in range(4)]
    assert [found[each.identifier] for each in medium] == [Rows(at, at + 1) for at in range(4)]


def test_what_several_lead_to_stands_amid_them():
    found = rows_of(deck())
    assert found["changements/coeducation"] == found["changements/epanouis"] == Rows(0, 4)


def test_what_one_alone_leads_to_stands_beside_it():
    drawn = diagram(
        [node("a"), node("b"), node("c")], [node("d")], edges=(edge("b", "d"),)
    )  # fmt: skip
    assert rows(drawn)["d"] == (1, 2)


def test_two_that_share_what_leads_to_them_share_out_its_rows():
    drawn = diagram(
        [node(each) for each in "abcd"],
        [node("e"), node("f")],
        edges=tuple(edge(*pair) for pair in ("ae", "be", "cf", "df")),
    )
    assert (rows(drawn)["e"], rows(drawn)["f"]) == ((0, 2), (2, 4))


def test_what_is_linked_to_nothing_finds_room():
    drawn = diagram([node(each) for each in "abcd"], [node("e"), node("f")])
    assert (rows(drawn)["e"], rows(drawn)["f"]) == ((0, 2), (2, 4))


@given(pathways())
def test_no_two_cards_of_a_column_share_a_row_and_their_order_stays(drawn):
    found = rows_of(drawn)
    count = max(len(column.nodes) for column in drawn.columns)
    for column in drawn.columns:
        places = [found[each.identifier] for each in column.nodes]
        assert all(0 <= each.start < each.end <= count for each in places)
        assert all(upper.end <= lower.start for upper, lower in pairwise(places))
