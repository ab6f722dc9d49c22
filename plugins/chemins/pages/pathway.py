"""The section that shows a pathway: pictures, the same in a list, and its Mermaid text."""

from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from chemins.diagrams.diagram import Diagram
from chemins.diagrams.mermaid import MOST_EDGES, mermaid
from chemins.diagrams.outline import OutlineWords, outlines
from chemins.diagrams.pathway import pathway_diagram
from chemins.diagrams.split import Part, Scope, split
from chemins.diagrams.svg import svg
from chemins.locales import Locale
from chemins.pages.context import Desk
from chemins.pages.site import Download, Section
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.vision import Vision
from chemins.strategy import Strategy
from chemins.strategy.pathways import Pathway, pathway_around, pathway_from, pathway_of
from chemins.text import escape

_HEADING = 90
"""How many characters of a title a heading repeats: the whole of it stands below."""


@dataclass(frozen=True, slots=True)
class DrawnPathway:
    """A pathway on a page."""

    section: Section | None = None
    """The picture, the list, the source; none when the record stands alone."""

    downloads: tuple[Download, ...] = ()
    """Its Mermaid text as a file."""


@dataclass(frozen=True, slots=True)
class DrawnParts:
    """A diagram on a page, in as many parts as its pictures need."""

    html: Markup
    """Its lists."""

    picture: Markup
    """Its pictures."""


def pathway(desk: Desk, record: Action | Change | Vision, heading: str) -> DrawnPathway:
    """The pathway that ``record`` is part of."""
    walked = _walked(desk.strategy, record)
    diagram = _diagram(desk, record, walked)
    if diagram.size < 2:
        return DrawnPathway()
    text = mermaid_text(diagram, desk.locale)
    address = desk.context.addresses.pathway_source(record)
    source = desk.template("parts/source", text=escape.html(text), href=desk.link(address))
    drawn = drawn_parts(desk, diagram, _explore(desk, record, walked))
    section = Section(
        identifier=desk.said("pathway.anchor"),
        heading=heading,
        html=drawn.html,
        picture=drawn.picture,
        source=source,
        searched=False,
    )
    return DrawnPathway(section, (Download(address, lambda: (text,)),))


def _explore(desk: Desk, record: Action | Change | Vision, walked: Pathway) -> Markup:
    """The link to the page that explores the pathway."""
    addresses = desk.context.addresses
    view = addresses.explored(walked.visions[0]) if walked.visions else addresses.page("explorer")
    if isinstance(record, Vision):
        address, said = addresses.explored(record), desk.said("explorer.explore_vision")
    elif isinstance(record, Change):
        address, said = addresses.following(view, record), desk.said("explorer.explore_change")
    else:
        address, said = view, desk.said("explorer.explore_action")
    return desk.template("parts/go", href=desk.link(address), said=said)


def parts_of(desk: Desk, diagram: Diagram) -> tuple[Part, ...]:
    """``diagram`` in parts that each fit a picture."""
    return split(diagram, lambda count: desk.said("pathway.upstream", count=count))


def heading_of(desk: Desk, part: Part) -> str:
    """What a part is called; nothing when it is all there is."""
    if part.scope is Scope.WHOLE:
        return ""
    if part.root is None:
        said = desk.said(f"pathway.{part.scope.value}")
    else:
        title = shorten(part.root.text, _HEADING, placeholder="…")
        said = desk.locale.typeset(desk.said("pathway.branch", title=title))
    if part.count == 1:
        return said
    return desk.said("pathway.numbered", heading=said, number=part.number, count=part.count)


def drawn_parts(desk: Desk, diagram: Diagram, explore: Markup = Markup("")) -> DrawnParts:
    """``diagram`` as lists, and as pictures that each can be read; ``explore`` leads further."""
    parts = parts_of(desk, diagram)
    words = OutlineWords(desk.locale.text("site.example"), desk.locale.text("site.example_link"))
    headings = [heading_of(desk, part) for part in parts]
    diagrams = [part.diagram for part in parts]
    lists = outlines(diagrams, desk.link, words, level=4 if len(parts) > 1 else 3)
    pictures = zip(headings, diagrams, strict=True)
    return DrawnParts(
        html=desk.template(
            "parts/pathway",
            lists=zip(headings, lists, strict=True),
            explore=explore,
            has_examples=any(edge.illustrative for each in diagrams for edge in each.edges),
        ),
        picture=Markup("").join(_picture(desk, *each) for each in pictures),
    )


def _picture(desk: Desk, heading: str, diagram: Diagram) -> Markup:
    if heading and not diagram.edges:
        return Markup("")  # a column of titles is no picture: the list says it
    if desk.context.drawn_by == "mermaid":
        text = escape.html(mermaid(diagram))
        return desk.template("parts/picture_in_browser", text=text, heading=heading)
    return desk.template("parts/picture", svg=svg(diagram, desk.link), heading=heading)


def _diagram(desk: Desk, record: Record, walked: Pathway) -> Diagram:
    """The diagram of a vision's whole pathway, or of the one around a change."""
    if isinstance(record, Vision):
        title = desk.said("pathway.title", title=record.label)
    elif isinstance(record, Action):
        title = desk.said("pathway.from", title=record.label)
    else:
        title = desk.said("pathway.around", title=record.label)
    return pathway_diagram(walked, title, desk.locale, desk.context.addresses, here=record)


def mermaid_text(diagram: Diagram, locale: Locale) -> str:
    """The Mermaid text of ``diagram``, saying what it had to leave out."""
    beyond = locale.text("pages.pathway.cut", count=len(diagram.edges) - MOST_EDGES)
    return mermaid(diagram, beyond)


def _walked(strategy: Strategy, record: Action | Change | Vision) -> Pathway:
    if isinstance(record, Action):
        return pathway_from(strategy, record)
    if isinstance(record, Vision):
        return pathway_of(strategy, record)
    return pathway_around(strategy, record)
