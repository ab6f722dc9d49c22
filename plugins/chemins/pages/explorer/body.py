"""A page of pathways: cards in columns, each a link, with what links them said in words.

Without its script the page is the whole list; the script adds choices, a path to follow and arrows.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache

from markupsafe import Markup

from chemins.diagrams.diagram import Diagram
from chemins.diagrams.pathway import is_example, kind_of, node_of, pathway_diagram, word_of
from chemins.locales import Locale
from chemins.pages.context import Desk
from chemins.pages.explorer.cards import cards
from chemins.pages.explorer.choices import choices
from chemins.pages.explorer.columns import shown_parts
from chemins.pages.explorer.views import View, views
from chemins.pages.index import title as index_title
from chemins.pages.parts import MARGIN, present, section
from chemins.pages.pathway import parts_of
from chemins.pages.site import Body, Section
from chemins.records.change import Change
from chemins.records.quartier import Quartier
from chemins.records.vision import Vision
from chemins.strategy.pathways import Pathway
from chemins.text import escape

MOST_CARDS = 300
"""More than these on one page, and it shows its overview alone, which leads to other pages."""

_ON_SCREEN = f"{MARGIN} no-print"


def body(desk: Desk, view: View) -> Body:
    """The page of ``view``."""
    pathway = view.pathway(desk.strategy)
    diagram = pathway_diagram(pathway, view.title, desk.locale, desk.context.addresses)
    counts = _counts(desk, pathway)
    return Body(
        description=desk.said("explorer.description", title=view.title, counts=counts)
        if counts
        else view.title,
        front=_front(desk, view, pathway, counts),
        sections=present(
            _pathways(desk, pathway, diagram),
            _legend(desk, diagram),
            *(_views(desk) if view.record is None else ()),
            _further(desk, view),
        ),
    )


def _counts(desk: Desk, pathway: Pathway) -> str:
    """« 9 changements, 1 vision »: what there is of each."""
    changes, visions = len(pathway.changes), len(pathway.visions)
    said = [desk.said("home.count_change", count=changes)] if changes else []
    said += [desk.said("explorer.count_vision", count=visions)] if visions else []
    return ", ".join(said)


def _front(desk: Desk, view: View, pathway: Pathway, counts: str) -> Markup:
    records = [*pathway.changes, *pathway.visions]
    examples = [each for each in records if each.illustrative]
    return desk.template(
        "explorer/front",
        record=view.record,
        about=view.record.kind if view.record else "whole",
        shape=kind_of(view.record) if view.record else "",
        word=word_of(view.record, desk.locale) if view.record else "",
        counts=counts,
        examples=_extent(examples, records),
        example_links=_extent([link for link in pathway.links if is_example(link)], pathway.links),
        provenances=tuple(dict.fromkeys(filter(None, (each.provenance for each in examples)))),
    )


def _extent(some: Sequence[object], whole: Sequence[object]) -> str:
    """How much of ``whole`` is ``some``: ``all``, ``some``, or nothing."""
    return "" if not some else "all" if len(some) == len(whole) else "some"


def _pathways(desk: Desk, pathway: Pathway, diagram: Diagram) -> Section | None:
    """The cards; those of the overview alone when there are too many for one page."""
    if not diagram.size:
        return None
    parts = parts_of(desk, diagram)
    elsewhere: Mapping[str, str] = {}
    if diagram.size > MOST_CARDS:
        parts = parts[:1]
        elsewhere = _pages(desk, pathway)
    nodes = {node.identifier for part in parts for node in part.diagram.nodes}
    found = cards(desk, pathway, nodes)
    html = desk.template(
        "explorer/pathways",
        parts=tuple(shown_parts(desk, parts, found, elsewhere)),
        choices=tuple(choices(desk, found.values())),
        followed=desk.context.addresses.asked("followed"),
        words=_words(desk.locale),
        is_cut=bool(elsewhere),
        all_examples=all(node.illustrative for node in diagram.nodes),
    )
    return Section(
        identifier=desk.said("pathway.anchor"),
        heading=desk.said("explorer.pathways"),
        html=html,
        style="section section--picture section--explorer",
        searched=False,
    )


def _pages(desk: Desk, pathway: Pathway) -> Mapping[str, str]:
    """Where what leads to a node is told: the view of a vision, the page of a change."""
    addresses = desk.context.addresses
    return {
        **{node_of(each): desk.link(addresses.explored(each)) for each in pathway.visions},
        **{node_of(each): desk.href(each) for each in pathway.changes},
    }


@cache
def _words(locale: Locale) -> Markup:
    """What the script says, in the reader's language; counted words in their forms."""
    found = {
        **dict(locale.under("pages.explorer.script")),
        **{f"changes.{form}": word for form, word in locale.under("pages.home.count_change")},
        **{f"visions.{form}": word for form, word in locale.under("pages.explorer.count_vision")},
    }
    said = {key: locale.typeset(word) for key, word in found.items()}
    return escape.attribute(json.dumps(said, ensure_ascii=False))


def _legend(desk: Desk, diagram: Diagram) -> Section | None:
    signs = {node.kind: node.word for node in diagram.nodes}
    examples = any(node.illustrative for node in diagram.nodes)
    examples |= any(edge.illustrative for edge in diagram.edges)
    html = desk.template("explorer/legend", signs=signs, examples=examples)
    return section(desk.said("explorer.signs"), html, searched=False) if signs else None


def _views(desk: Desk) -> Sequence[Section | None]:
    """The same page for each vision, for each quartier."""
    found = [each for each in views(desk.context) if not each.is_empty(desk.strategy)]
    return [
        section(
            desk.said(f"explorer.by_{kind.kind}"),
            desk.template("parts/files", files=files),
            _ON_SCREEN,
            searched=False,
        )
        for kind in (Vision, Quartier)
        if (files := [(each.title, desk.link(each.address)) for each in found if each.about(kind)])
    ]


def _further(desk: Desk, view: View) -> Section | None:
    """What one reads next."""
    addresses = desk.context.addresses
    files: list[tuple[str, str]] = []
    if view.record is not None:
        files.append((desk.said("explorer.whole"), desk.link(addresses.page("explorer"))))
    files.append((desk.said("plan.title"), desk.link(addresses.page("plan"))))
    files += [
        (index_title(desk, kind), desk.link(addresses.index(kind))) for kind in (Vision, Change)
    ]
    html = desk.template("parts/files", files=files)
    return section(desk.said("explorer.further"), html, _ON_SCREEN, searched=False)
