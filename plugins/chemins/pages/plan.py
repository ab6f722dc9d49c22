"""The plan on one page: the grid of changes by horizon, and the visions they lead to.

Source of the form: "Un plan qui tient en une page (feuille de route)", the CoVe's deck.
"""

from collections.abc import Sequence

from chemins.diagrams.diagram import Column, Diagram, Node
from chemins.diagrams.pathway import pathway_diagram
from chemins.pages.context import Desk
from chemins.pages.site import Body
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.territory import Territory
from chemins.records.vision import Vision
from chemins.strategy.pathways import DOWNSTREAM, Pathway


def body(desk: Desk, title: str) -> Body:
    """The plan of the whole territory."""
    diagram = _grid(desk)
    visions = desk.strategy.all(Vision)
    provenances = dict.fromkeys(_provenances((*visions, *desk.strategy.all(Change))))
    return Body(
        description=desk.said("plan.description", title=title),
        front=desk.template(
            "plan",
            title=title,
            columns=[_column(desk, column) for column in diagram.columns],
            provenances=tuple(provenances),
            all_examples=all(node.illustrative for node in diagram.nodes),
            territory=desk.strategy.single(Territory),
            rows=max((len(column.nodes) for column in diagram.columns), default=0),
        ),
        sections=(),
    )


def _grid(desk: Desk) -> Diagram:
    changes = desk.strategy.all(Change)
    links = tuple(
        link for change in changes for link in desk.strategy.links_from(change, DOWNSTREAM)
    )
    pathway = Pathway(changes, desk.strategy.all(Vision), links)
    title = desk.said("plan.title")
    return pathway_diagram(pathway, title, desk.locale, desk.context.addresses)


def _column(desk: Desk, column: Column) -> dict[str, object]:
    kinds = {node.kind for node in column.nodes}
    return {
        "heading": column.heading,
        "note": column.note,
        "shape": kinds.pop() if len(kinds) == 1 else "change",
        "lines": [_line(desk, node) for node in column.nodes],
        "mixed": len({node.kind for node in column.nodes}) > 1,
    }


def _line(desk: Desk, node: Node) -> dict[str, object]:
    return {
        "title": node.text,
        "href": desk.link(node.target),
        "shape": node.kind,
        "word": node.word,
        "illustrative": node.illustrative,
    }


def _provenances(records: Sequence[Record]) -> list[str]:
    return [each.provenance for each in records if each.illustrative and each.provenance]
