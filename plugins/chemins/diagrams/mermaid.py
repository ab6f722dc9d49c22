"""A diagram as the text of a Mermaid flowchart, as mermaid 11.17 reads it.

Mermaid draws 500 edges and reads 50,000 characters at most, unless the page sets other limits.
"""

from collections.abc import Iterator, Mapping

from chemins.diagrams.diagram import Column, Diagram, Edge, Node
from chemins.diagrams.glyphs import VISION, css_class, needs_words
from chemins.text import escape

MOST_EDGES = 500
"""More than these, and Mermaid refuses the whole diagram."""

_BRACKETS: Mapping[str, tuple[str, str]] = {
    VISION: ("([", "])"),
    "knowledge": ("[", "]"),
    "practice": ("(", ")"),
    "way-of-life": ("{{", "}}"),
    "action": (">", "]"),
    "session": ("[/", "/]"),
    "lesson": ("[[", "]]"),
}
_NEUTRAL = ("[/", "\\]")
_BLANK = escape.mermaid("\u200b")


def mermaid(diagram: Diagram, beyond: str = "") -> str:
    """``diagram`` as a ``flowchart``, labels escaped, nodes named ``n1``, ``n2``… in reading order.

    ``beyond`` says, in the reader's language, that only the first ``MOST_EDGES`` edges are there:
    a comment that is written only then.
    """
    names = {node.identifier: f"n{index}" for index, node in enumerate(diagram.nodes, start=1)}
    lines = ["flowchart LR"]
    if diagram.title.strip():
        lines.append(f"  accTitle: {escape.mermaid(diagram.title)}")
    for index, column in enumerate(diagram.columns, start=1):
        lines += _subgraph(column, f"c{index}", names)
    lines += [_edge(edge, names) for edge in diagram.edges[:MOST_EDGES]]
    if len(diagram.edges) > MOST_EDGES:
        lines.append(f"  %% {escape.mermaid(beyond)}")
    return "\n".join(lines) + "\n"


def _subgraph(column: Column, name: str, names: Mapping[str, str]) -> Iterator[str]:
    heading = _broken(column.heading, column.note)
    yield f'  subgraph {name}["{heading}"]'
    with_word = needs_words(column)
    for node in column.nodes:
        yield f"    {_node(node, names[node.identifier], with_word)}"
    yield "  end"


def _node(node: Node, name: str, with_word: bool) -> str:
    opening, closing = _BRACKETS.get(node.kind, _NEUTRAL)
    text = f"{node.text} ({node.mark})" if node.mark else node.text
    label = _broken(node.word if with_word else "", text)
    return f'{name}{opening}"{label}"{closing}:::{css_class(node.kind)}'


def _edge(edge: Edge, names: Mapping[str, str]) -> str:
    arrow = "-.->" if edge.illustrative else "-->"
    label = f'|"{escape.mermaid(edge.word)}"|' if edge.word.strip() else ""
    return f"  {names[edge.source]} {arrow}{label} {names[edge.target]}"


def _broken(*texts: str) -> str:
    """``texts`` as one label, each on a line of its own, those that are blank left out."""
    return "<br/>".join(escape.mermaid(text) for text in texts if text.strip()) or _BLANK
