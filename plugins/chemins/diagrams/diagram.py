"""A diagram with no syntax in it: what the writers (Mermaid, SVG, list) all draw from."""

from collections.abc import Iterator
from dataclasses import dataclass

MOST_DRAWN = 15
"""How many nodes a picture may have: more are split, see ``split.py``."""


@dataclass(frozen=True, slots=True)
class Node:
    """One station of a pathway."""

    identifier: str
    """Unique within the diagram, such as ``change/parents-informes``. Any text."""

    kind: str
    """What it looks like: ``knowledge``, ``practice``, ``way-of-life``, ``change``, ``vision``…"""

    word: str
    """The kind in the reader's language, always said beside the shape: « Pratiques »."""

    text: str
    """Its title, plain text."""

    target: str
    """The address of its page, from the root of the site; empty when it has none."""

    here: bool = False
    """Whether it is the page's own record: shown, but no link to itself."""

    illustrative: bool = False
    """Whether the record is an example."""

    mark: str = ""
    """What says so in the reader's language, where a shape cannot: « exemple »."""

    note: str = ""
    """What is said under its title: how much stands upstream of it that another part shows."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One contribution, from what comes first to what it helps to come about."""

    source: str
    """The identifier of a node."""

    target: str
    """The identifier of a node."""

    word: str
    """What the link says, in the reader's language: « contribue à »."""

    illustrative: bool = False
    """Whether the link is an example: drawn dashed, and said."""


@dataclass(frozen=True, slots=True)
class Column:
    """The nodes of one horizon, in reading order."""

    heading: str
    """What heads it: the dimension its changes share, else the horizon."""

    note: str
    """The line under the heading: the horizon, or empty."""

    nodes: tuple[Node, ...]
    """From top to bottom."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """Columns of nodes from left to right, and the edges between them."""

    title: str
    """What the picture shows, as a sentence without full stop."""

    columns: tuple[Column, ...]
    """From what comes first to what is hoped for."""

    edges: tuple[Edge, ...]
    """Their ends are nodes of the columns."""

    @property
    def size(self) -> int:
        """How many nodes it has."""
        return sum(len(column.nodes) for column in self.columns)

    @property
    def nodes(self) -> Iterator[Node]:
        """All nodes, in reading order: column by column, from top to bottom."""
        for column in self.columns:
            yield from column.nodes
