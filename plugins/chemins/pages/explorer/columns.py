"""The parts of a page of pathways as its template lays them out: columns of cards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chemins.diagrams.diagram import Column
from chemins.diagrams.glyphs import VISION, needs_words
from chemins.diagrams.split import Part, Scope
from chemins.pages.context import Desk
from chemins.pages.explorer.cards import Card
from chemins.pages.explorer.rows import Rows, rows_of
from chemins.pages.pathway import heading_of


@dataclass(frozen=True, slots=True)
class Seat:
    """A card in a column."""

    card: Card
    """Which one."""

    first: bool
    """Whether it is here that the page says all of it; elsewhere it only stands in the picture."""

    beyond: str
    """How much stands upstream of it that this part does not show."""

    beyond_href: str
    """Where that can be read; empty when nowhere."""

    place: str
    """The classes that say where it stands from top to bottom."""


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A horizon."""

    heading: str
    """What heads it."""

    note: str
    """The line under the heading."""

    shape: str
    """The sign that all its cards share; empty when they do not."""

    seats: tuple[Seat, ...]
    """From top to bottom."""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """What one picture shows."""

    anchor: str
    """Its anchor; empty when it is all there is."""

    heading: str
    """Its heading; empty when it is all there is."""

    root: str
    """The anchor of the card that it is about; empty when it is about several."""

    columns: tuple[ShownColumn, ...]
    """From left to right."""

    size: int
    """How many changes stand in it."""

    folds: bool
    """Whether a reader may fold it: what all begins with stays."""


def shown_parts(
    desk: Desk, parts: Sequence[Part], cards: Mapping[str, Card], elsewhere: Mapping[str, str]
) -> Iterator[ShownPart]:
    """The ``parts`` with the ``cards`` of their nodes.

    ``elsewhere`` says where what stands upstream of a node can be read, if not on this page.
    """
    anchors = [_anchor(desk, part, cards) for part in parts]
    beyond = {
        part.root.identifier: f"#{anchor}"
        for part, anchor in zip(reversed(parts), reversed(anchors), strict=True)
        if part.root
    }
    said: set[str] = set()
    for part, anchor in zip(parts, anchors, strict=True):
        rows = rows_of(part.diagram)
        columns = tuple(
            _column(column, cards, said, {**elsewhere, **beyond}, rows)
            for column in part.diagram.columns
        )
        said |= {node.identifier for node in part.diagram.nodes}
        yield ShownPart(
            anchor,
            heading_of(desk, part),
            cards[part.root.identifier].anchor if part.root else "",
            columns,
            size=sum(node.kind != VISION for node in part.diagram.nodes),
            folds=part is not parts[0],
        )


def _anchor(desk: Desk, part: Part, cards: Mapping[str, Card]) -> str:
    if part.scope is Scope.WHOLE:
        return ""
    anchor = desk.said(f"explorer.anchor_{part.scope.value}")
    if part.root:
        anchor = f"{anchor}-{cards[part.root.identifier].anchor}"
    return anchor if part.number == 1 else f"{anchor}-{part.number}"


def _place(rows: Rows) -> str:
    first = f"from-{rows.start + 1}"
    return first if rows.end == rows.start + 1 else f"{first} to-{rows.end + 1}"


def _column(
    column: Column,
    cards: Mapping[str, Card],
    said: set[str],
    beyond: Mapping[str, str],
    rows: Mapping[str, Rows],
) -> ShownColumn:
    return ShownColumn(
        column.heading,
        column.note,
        "" if needs_words(column) else column.nodes[0].kind,
        tuple(
            Seat(
                card=cards[node.identifier],
                first=node.identifier not in said,
                beyond=node.note,
                beyond_href=beyond.get(node.identifier, "") if node.note else "",
                place=_place(rows[node.identifier]),
            )
            for node in column.nodes
        ),
    )
