"""The section that shows a pathway: a picture, the same in a list, and its Mermaid text."""

from dataclasses import dataclass

from markupsafe import Markup

from chemins.diagrams.diagram import Diagram
from chemins.diagrams.mermaid import MOST_EDGES, mermaid
from chemins.diagrams.outline import OutlineWords, outline
from chemins.diagrams.pathway import pathway_diagram
from chemins.diagrams.svg import svg
from chemins.locales import Locale
from chemins.pages.context import Context, Desk
from chemins.pages.site import Download, Section
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.vision import Vision
from chemins.strategy.pathways import Pathway, pathway_around, pathway_of
from chemins.text import escape


@dataclass(frozen=True, slots=True)
class DrawnPathway:
    """A pathway on a page."""

    section: Section | None = None
    """The picture, the list, the source; none when the record stands alone."""

    downloads: tuple[Download, ...] = ()
    """Its Mermaid text as a file."""


def pathway(desk: Desk, record: Change | Vision, heading: str) -> DrawnPathway:
    """The pathway that ``record`` is part of."""
    diagram = diagram_of(desk.context, record)
    if len(tuple(diagram.nodes)) < 2:
        return DrawnPathway()
    text = mermaid_text(diagram, desk.locale)
    address = desk.context.addresses.pathway_source(record)
    source = desk.template("parts/source", text=escape.html(text), href=desk.link(address))
    picture = _picture(desk, diagram, text)
    return DrawnPathway(
        _section(desk, diagram, heading, picture, source), (Download(address, lambda: (text,)),)
    )


def _picture(desk: Desk, diagram: Diagram, text: str) -> Markup:
    if desk.context.drawn_by == "mermaid":
        return desk.template("parts/picture_in_browser", text=escape.html(text))
    if diagram.is_vast:
        return Markup("")
    return desk.template("parts/picture", svg=svg(diagram, desk.link))


def _section(
    desk: Desk, diagram: Diagram, heading: str, picture: Markup, source: Markup
) -> Section:
    words = OutlineWords(desk.locale.text("site.example"), desk.locale.text("site.example_link"))
    return Section(
        identifier=desk.said("pathway.anchor"),
        heading=heading,
        html=desk.template(
            "parts/pathway",
            outline=outline(diagram, desk.link, words),
            has_examples=any(edge.illustrative for edge in diagram.edges),
        ),
        picture=picture,
        source=source,
        searched=False,
    )


def diagram_of(context: Context, record: Record) -> Diagram:
    """The diagram of a vision's whole pathway, or of the one around a change."""
    walked, key = _walked(context, record)
    title = context.locale.text(f"pages.pathway.{key}", title=record.label)
    return pathway_diagram(walked, title, context.locale, context.addresses, here=record)


def mermaid_text(diagram: Diagram, locale: Locale) -> str:
    """The Mermaid text of ``diagram``, saying what it had to leave out."""
    beyond = locale.text("pages.pathway.cut", count=len(diagram.edges) - MOST_EDGES)
    return mermaid(diagram, beyond)


def _walked(context: Context, record: Record) -> tuple[Pathway, str]:
    if isinstance(record, Vision):
        return pathway_of(context.strategy, record), "title"
    assert isinstance(record, Change)
    return pathway_around(context.strategy, record), "around"
