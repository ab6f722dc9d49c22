import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.diagrams.goldens import differences
from tests.diagrams.samples import diagram, edge, node

from chemins.diagrams.diagram import Edge
from chemins.diagrams.mermaid import MOST_EDGES, mermaid

LINE = re.compile(
    r"""flowchart\ LR
    |\ \ accTitle:\ [^"{}<>]*
    |\ \ subgraph\ c\d+\["[^"]*"\]
    |\ \ \ \ n\d+[\[({>/]+"[^"]*"[\])}/\\]+:::k-[a-z-]+
    |\ \ end
    |\ \ n\d+\ (-->|-\.->)(\|"[^"|]*"\|)?\ n\d+
    |\ \ %%\ [^{}]*""",
    re.VERBOSE,
)


def test_the_deck_is_written_as_agreed():
    assert not differences("deck.mmd")


def test_nodes_are_named_so_that_no_identifier_is_a_word_of_mermaid():
    written = mermaid(diagram([node("end")], [node("graph")], edges=(edge("end", "graph"),)))
    assert 'n1("end")' in written
    assert 'n1 -->|"contribue à"| n2' in written


def test_an_example_is_dotted():
    written = mermaid(diagram([node("a")], [node("b")], edges=(edge("a", "b", True),)))
    assert 'n1 -.->|"contribue à"| n2' in written


def test_kinds_differ_in_shape():
    kinds = ("knowledge", "practice", "way-of-life", "vision", "action", "change")
    written = mermaid(diagram([node(kind, kind, "x") for kind in kinds]))
    shapes = re.findall(r'n\d+(\W+)".*"(\W+):::', written)
    assert len(set(shapes)) == len(kinds)


def test_beyond_five_hundred_links_the_first_are_kept_and_the_text_says_so():
    drawn = diagram(
        [node(f"a{index}") for index in range(30)],
        [node(f"b{index}") for index in range(20)],
        edges=tuple(edge(f"a{start}", f"b{end}") for start in range(30) for end in range(20)),
    )
    written = mermaid(drawn, "Les 500 premiers liens")
    assert written.count("-->") == MOST_EDGES
    assert written.endswith("  %% Les 500 premiers liens\n")
    assert "%%" not in mermaid(replace(drawn, edges=drawn.edges[:MOST_EDGES]), "Les premiers")


def test_a_link_without_words_has_no_label():
    written = mermaid(diagram([node("a")], [node("b")], edges=(Edge("a", "b", ""),)))
    assert "n1 --> n2" in written


@given(st.text(), st.text(), st.text())
def test_nothing_typed_can_add_a_line_or_a_mark(title, text, word):
    drawn = replace(
        diagram([node("a", text=text)], [node("b", "vision", word)], edges=(Edge("a", "b", word),)),
        title=title,
    )
    lines = mermaid(drawn).removesuffix("\n").split("\n")
    assert all(LINE.fullmatch(line) for line in lines)
    assert len(lines) in (8, 9)
