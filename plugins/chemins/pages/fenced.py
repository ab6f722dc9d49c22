"""What a fence of a page written by hand asks for, drawn: the words first, the pictures apart."""

from dataclasses import dataclass

from markupsafe import Markup

from chemins.checks.fences import Request
from chemins.diagrams.pathway import pathway_diagram
from chemins.exports.logical_framework import COLUMNS, has_rows, rows
from chemins.pages.context import Desk
from chemins.pages.cooperation import observed
from chemins.pages.ideas import groups
from chemins.pages.pathway import drawn_parts
from chemins.records.change import Change, Horizon
from chemins.records.cooperation import Cooperation
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.vision import Vision
from chemins.strategy.pathways import Pathway, pathway_around, pathway_in, pathway_of

PICTURE = Markup("<!--chemins:picture-->")
"""What stands where the picture goes."""


@dataclass(frozen=True, slots=True)
class Fenced:
    """What stands in the place of a fence."""

    html: Markup
    """What is read, and searched; it holds ``PICTURE`` where there is one."""

    picture: Markup = Markup("")
    """The same as a drawing: not searched, and heavy."""


def fenced(desk: Desk, request: Request) -> Fenced:
    """``request``, drawn on the page of ``desk``; a sentence where there is nothing to draw."""
    record = request.record
    found = Fenced(Markup(""))
    if isinstance(record, Vision | Quartier | Change):
        found = _pathway(desk, record, request.horizons)
    elif isinstance(record, Cooperation):
        found = Fenced(observed(desk, record))
    elif isinstance(record, Session):
        found = Fenced(groups(desk, record))
    elif request.subject == "framework":
        found = Fenced(_framework(desk))
    if found.html.strip():
        return found
    return Fenced(desk.template("fences/nothing", said=desk.said("fence.nothing")))


def _pathway(
    desk: Desk, record: Vision | Quartier | Change, horizons: tuple[Horizon, ...]
) -> Fenced:
    walked, title = _walked(desk, record)
    if horizons:
        walked = _kept(walked, horizons)
    diagram = pathway_diagram(walked, title, desk.locale, desk.context.addresses)
    if not diagram.columns:
        return Fenced(Markup(""))
    drawn = drawn_parts(desk, diagram)
    html = desk.template("fences/pathway", title=title, body=drawn.html, place=PICTURE)
    return Fenced(html, drawn.picture)


def _walked(desk: Desk, record: Vision | Quartier | Change) -> tuple[Pathway, str]:
    if isinstance(record, Vision):
        return pathway_of(desk.strategy, record), desk.said("pathway.title", title=record.label)
    if isinstance(record, Change):
        return pathway_around(desk.strategy, record), desk.said(
            "pathway.around", title=record.label
        )
    title = desk.said("fence.quartier", name=record.label)
    return pathway_in(desk.strategy, record), title


def _kept(walked: Pathway, horizons: tuple[Horizon, ...]) -> Pathway:
    """``walked`` with the changes of ``horizons`` alone, and the visions they lead to at once."""
    changes = tuple(each for each in walked.changes if each.horizon in horizons)
    inside = {each.key for each in (*changes, *walked.visions)}
    links = tuple(link for link in walked.links if {link.source.key, link.target.key} <= inside)
    reached = {link.target.key for link in links}
    visions = tuple(each for each in walked.visions if each.key in reached)
    return Pathway(changes, visions, links)


def _framework(desk: Desk) -> Markup:
    if not has_rows(desk.strategy):
        return Markup("")
    shown = [column for column in COLUMNS if column != "record"]
    lines = [
        {
            "cells": [getattr(row, column) for column in shown],
            "href": desk.link(row.record) if row.record else "",
        }
        for row in rows(desk.strategy, desk.context.addresses)
    ]
    heads = [desk.locale.text(f"logical_framework.columns.{column}") for column in shown]
    return desk.template(
        "fences/framework", heads=heads, lines=lines, caption=desk.said("fence.framework")
    )
