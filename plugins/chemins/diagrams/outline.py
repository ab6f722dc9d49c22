"""A diagram as a nested list of links: what keyboards, screen readers and phones use."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from chemins.diagrams.diagram import Column, Diagram, Edge, Node
from chemins.diagrams.glyphs import css_class, glyph, needs_words
from chemins.text import escape

_ARROW = (
    '<svg class="arrow" viewBox="0 0 24 14" aria-hidden="true" focusable="false">'
    '<path d="M0 7h22"{}/><path d="M16 1l6 6-6 6"/></svg>'
)
_SOLID = _ARROW.format("")
_DASHED = _ARROW.format(' stroke-dasharray="4 3"')


@dataclass(frozen=True, slots=True)
class OutlineWords:
    """The words of the list that the diagram does not hold, in the reader's language."""

    illustrative_node: str
    """Said after an example of a record: « exemple »."""

    illustrative_edge: str
    """Said after an example of a contribution: « lien illustratif »."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """What each line of the list needs to know."""

    link: Callable[[str], str]
    words: OutlineWords
    nodes: Mapping[str, Node]
    edges: Mapping[str, Sequence[Edge]]
    level: int
    listed: Collection[str]


def outline(
    diagram: Diagram,
    link: Callable[[str], str],
    words: OutlineWords,
    level: int = 3,
    listed: Collection[str] | None = None,
) -> Markup:
    """``diagram`` as an ``<ol>``: columns, in each its nodes, in each what it contributes to.

    ``link`` makes a node's address into the ``href`` of the page at hand. ``level`` is that of the
    headings of the columns, one below the heading that the list stands under. ``listed`` are the
    identifiers of the nodes that get a line, all by default. Nothing when there is no column.
    """
    edges: dict[str, list[Edge]] = {}
    for edge in diagram.edges:
        edges.setdefault(edge.source, []).append(edge)
    nodes = {node.identifier: node for node in diagram.nodes}
    kept = nodes if listed is None else listed
    writer = _Writer(link, words, nodes, edges, level, kept)
    columns = "".join(
        _column(column, writer)
        for column in diagram.columns
        if any(node.identifier in kept for node in column.nodes)
    )
    return Markup(f'<ol class="steps">{columns}</ol>' if columns else "")


def outlines(
    parts: Iterable[Diagram], link: Callable[[str], str], words: OutlineWords, level: int
) -> Iterator[Markup]:
    """The lists of the ``parts`` of one diagram, which together say each of its edges once.

    A node that an earlier list holds has a line again only when there is more to say of it.
    """
    nodes: set[str] = set()
    edges: set[tuple[str, str]] = set()
    for part in parts:
        new = tuple(each for each in part.edges if (each.source, each.target) not in edges)
        edges |= {(each.source, each.target) for each in new}
        inside = {each.identifier for each in part.nodes}
        listed = (inside - nodes) | {each.source for each in new}
        nodes |= inside
        yield outline(replace(part, edges=new), link, words, level, listed)


def _column(column: Column, writer: _Writer) -> str:
    kinds = {node.kind for node in column.nodes}
    kind = kinds.pop() if len(kinds) == 1 else ""
    note = f" <small>{escape.html(column.note)}</small>" if column.note else ""
    heading = f"<h{writer.level}>{escape.html(column.heading)}{note}</h{writer.level}>"
    nodes = "".join(
        _node(node, writer, marked=needs_words(column))
        for node in column.nodes
        if node.identifier in writer.listed
    )
    return (
        f'<li class="{css_class(kind)}">{glyph(kind, "steps__mark")}'
        f"{heading if column.heading or note else ''}<ul>{nodes}</ul></li>"
    )


def _node(node: Node, writer: _Writer, marked: bool) -> str:
    """One node; ``marked`` by its own shape where the column mixes kinds."""
    mark = glyph(node.kind) if marked else ""
    said = ", ".join(filter(None, (node.word, node.note)))
    word = f' <span class="steps__kind">{escape.html(said)}</span>' if said else ""
    example = _example(writer.words.illustrative_node) if node.illustrative else ""
    towards = "".join(_edge(edge, writer) for edge in writer.edges.get(node.identifier, ()))
    nested = f"<ul>{towards}</ul>" if towards else ""
    return f"<li>{mark}{_name(node, writer)}{word}{example}{nested}</li>"


def _edge(edge: Edge, writer: _Writer) -> str:
    arrow = _DASHED if edge.illustrative else _SOLID
    example = _example(writer.words.illustrative_edge) if edge.illustrative else ""
    name = _name(writer.nodes[edge.target], writer)
    return f"<li>{arrow}{escape.html(edge.word)} {name}{example}</li>"


def _name(node: Node, writer: _Writer) -> str:
    text = escape.html(node.text)
    if node.here:
        return f'<strong aria-current="page">{text}</strong>'
    if not node.target:
        return f"<span>{text}</span>"
    return f'<a href="{escape.attribute(writer.link(node.target))}">{text}</a>'


def _example(word: str) -> str:
    return f' <em class="steps__example">({escape.html(word)})</em>'
