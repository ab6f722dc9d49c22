"""A pathway of the strategy → a diagram: one column a horizon, then the visions."""

from collections.abc import Iterator

from chemins.addresses import Addresses
from chemins.diagrams.diagram import MOST_DRAWN, Column, Diagram, Edge, Node
from chemins.diagrams.order import ordered
from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.change import Change, Horizon
from chemins.records.vision import Vision
from chemins.strategy import Link
from chemins.strategy.pathways import Pathway


def pathway_diagram(
    pathway: Pathway, title: str, locale: Locale, addresses: Addresses, here: Record | None = None
) -> Diagram:
    """``pathway`` in columns, ordered for few crossings; ``here`` is the page's own record.

    One too large for a picture stays in the order of the strategy: each of its parts is ordered
    when it is split.
    """
    columns = tuple(_columns(pathway, locale, addresses, here))
    word = locale.text("pages.pathway.contributes")
    edges = tuple(
        Edge(
            source=node_of(link.source),
            target=node_of(link.target),
            word=word,
            illustrative=is_example(link),
        )
        for link in pathway.links
    )
    diagram = Diagram(title, columns, edges)
    return diagram if diagram.size > MOST_DRAWN else ordered(diagram)


def is_example(link: Link) -> bool:
    """Whether a link is an example, as it is when one of its ends is."""
    return link.illustrative or link.source.illustrative or link.target.illustrative


def kind_of(record: Record) -> str:
    """What a record looks like: a change by its dimension, any other by its kind."""
    if isinstance(record, Change):
        return record.dimension.value.replace("_", "-")
    return record.kind


def word_of(record: Record, locale: Locale) -> str:
    """What is said beside the shape of a record: « Pratiques », « Vision »."""
    if isinstance(record, Change):
        return locale.text(f"dimension_words.{record.dimension.value}")
    word = locale.text(f"kinds.{record.kind}.one")
    return word[0].upper() + word[1:]


def _columns(
    pathway: Pathway, locale: Locale, addresses: Addresses, here: Record | None
) -> Iterator[Column]:
    if pathway.actions:
        nodes = tuple(_node(each, locale, addresses, here) for each in pathway.actions)
        yield Column(locale.text("pages.pathway.action_column", count=len(nodes)), "", nodes)
    for horizon in Horizon:
        changes = [each for each in pathway.changes if each.horizon is horizon]
        if changes:
            nodes = tuple(_node(each, locale, addresses, here) for each in changes)
            yield Column(*_headings(changes, horizon, locale), nodes)
    if pathway.visions:
        nodes = tuple(_node(each, locale, addresses, here) for each in pathway.visions)
        yield Column(
            _vision_heading(pathway.visions, locale), locale.text("horizons.vision"), nodes
        )


def _headings(changes: list[Change], horizon: Horizon, locale: Locale) -> tuple[str, str]:
    when = locale.text(f"horizons.{horizon.value}")
    dimensions = {each.dimension for each in changes}
    if len(dimensions) == 1:
        return locale.text(f"dimensions.{dimensions.pop().value}"), when
    return when[0].upper() + when[1:], ""


def _vision_heading(visions: tuple[Vision, ...], locale: Locale) -> str:
    return locale.text("pages.pathway.vision_column", count=len(visions))


def _node(record: Record, locale: Locale, addresses: Addresses, here: Record | None) -> Node:
    return Node(
        identifier=node_of(record),
        kind=kind_of(record),
        word=word_of(record, locale),
        text=locale.typeset(record.label),
        target=addresses.of(record),
        here=here is not None and record.key == here.key,
        illustrative=record.illustrative,
        mark=locale.text("site.example").lower() if record.illustrative else "",
    )


def node_of(record: Record) -> str:
    """The identifier of the node of ``record``, in any diagram."""
    return "/".join(record.key)
