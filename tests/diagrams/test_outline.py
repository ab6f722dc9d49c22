import re
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from tests.diagrams.goldens import OUTLINE_WORDS, differences, link
from tests.diagrams.samples import deck, diagram, edge, node

from chemins.diagrams.outline import outline


def parsed(drawn):
    return ElementTree.fromstring(outline(drawn, link, OUTLINE_WORDS))


def said(element):
    return " ".join("".join(element.itertext()).split())


def test_the_deck_is_listed_as_agreed():
    assert not differences("deck.html")


def test_columns_and_nodes_stand_in_the_order_of_the_picture():
    items = parsed(deck()).findall("li/ul/li")
    assert [item[0].text for item in items] == [each.text for each in deck().nodes]


def test_the_heading_of_a_column_says_its_horizon():
    assert said(parsed(deck()).find("li/h3")) == "Savoirs, connaissances court terme"


def test_headings_take_the_level_of_the_page():
    assert "<h2>Horizon 1</h2>" in outline(diagram([node("a")]), link, OUTLINE_WORDS, level=2)


def test_a_node_links_to_what_it_contributes_to_and_says_that_it_is_an_example():
    first = parsed(deck()).find("li/ul/li")
    towards = first.find("ul/li")
    assert said(towards) == (
        "contribue à Chaque parent a connaissance de ses droits (lien illustratif)"
    )
    assert towards.find("a").get("href") == "../changements/droits/"


def test_the_page_s_own_record_is_marked_and_no_link():
    drawn = diagram([node("a", here=True)], [node("b")], edges=(edge("a", "b"),))
    item = parsed(drawn).find("li/ul/li")
    assert item.find("strong").get("aria-current") == "page"
    assert item.find("a") is None


def test_every_node_says_its_kind():
    drawn = diagram([node("a", "knowledge"), node("b", "practice")])
    assert [said(item) for item in parsed(drawn).findall("li/ul/li")] == [
        "a Savoirs",
        "b Pratiques",
    ]


def test_an_example_of_a_record_says_so():
    drawn = diagram([node("a", illustrative=True)])
    assert said(parsed(drawn).find("li/ul/li")) == "a Pratiques (exemple)"


def test_the_list_holds_no_table_and_no_identifier():
    listed = outline(deck(), link, OUTLINE_WORDS)
    assert not re.search(r"<table|\sid=", listed)


def test_pictures_in_the_list_are_hidden_from_assistive_technology():
    assert {each.get("aria-hidden") for each in parsed(deck()).iter("svg")} == {"true"}


def test_nothing_to_list_gives_nothing():
    assert outline(diagram(), link, OUTLINE_WORDS) == ""


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_whatever_is_typed_stays_text(text):
    drawn = diagram([replace(node("a"), text=text, target=text or "x", word=text)])
    item = parsed(drawn).find("li/ul/li")
    assert item[0].tag == "a"
    assert (item[0].text or "") == text
