"""Sections that several kinds of page have."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from chemins.pages.beginning import beginning
from chemins.pages.context import Desk
from chemins.pages.items import Item, items, link_items
from chemins.pages.origins import origin
from chemins.pages.site import Section
from chemins.pages.values import facts
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of
from chemins.strategy.traces import IDEAS

MARGIN = "section section--margin"
"""A section whose heading stands in the margin of a wide screen."""


def section(
    heading: str, html: Markup, style: str = MARGIN, *, searched: bool = True
) -> Section | None:
    """A section, or none when it has nothing to say."""
    if not html.strip():
        return None
    return Section(identifier_of(heading), heading, html, style=style, searched=searched)


def present(*sections: Section | None) -> tuple[Section, ...]:
    """The sections that have something to say, each with an anchor of its own."""
    taken: dict[str, int] = {}
    kept = []
    for each in sections:
        if each is None:
            continue
        taken[each.identifier] = count = taken.get(each.identifier, 0) + 1
        if count == 1:
            kept.append(each)
        else:
            kept.append(_renamed(each, f"{each.identifier}-{count}"))
    return tuple(kept)


def _renamed(each: Section, identifier: str) -> Section:
    return replace(each, identifier=identifier)


def records_section(
    desk: Desk, heading: str, records: Iterable[Record], *, excerpts: bool = False
) -> Section | None:
    """A list of records."""
    return listed(desk, heading, items(desk, records, excerpts=excerpts))


def listed(desk: Desk, heading: str, lines: tuple[Item, ...]) -> Section | None:
    """A list of lines."""
    if not lines:
        return None
    return section(heading, desk.template("parts/items", items=lines), searched=False)


def facts_section(
    desk: Desk, heading: str, record: Record, names: Iterable[str] | None = None
) -> Section | None:
    """Fields as labels and values."""
    found = facts(desk, record, names)
    return section(heading, desk.template("parts/facts", facts=found)) if found else None


def prose_section(desk: Desk, heading: str, text: str | None) -> Section | None:
    """A long text."""
    return section(heading, desk.prose(text))


def list_section(desk: Desk, heading: str, lines: Iterable[str]) -> Section | None:
    """A list of short texts."""
    rows = tuple(desk.inline(line) for line in lines)
    return section(heading, desk.template("parts/lines", lines=rows)) if rows else None


def back_sections(desk: Desk, record: Record, said: Iterable[str] = ()) -> list[Section | None]:
    """What leads to ``record``, a section for each relation but those already ``said``."""
    left_out = set(said)
    names = dict.fromkeys(link.inverse for link in desk.strategy.links_to(record))
    return [
        origin_section(desk, record) if name == IDEAS else _back(desk, record, name)
        for name in names
        if name not in left_out
    ]


def _back(desk: Desk, record: Record, name: str) -> Section | None:
    links = desk.strategy.links_to(record, name)
    return listed(
        desk, desk.locale.text(f"relations.{name}"), link_items(desk, links, forward=False)
    )


def origin_section(desk: Desk, record: Record) -> Section | None:
    """Where ``record`` comes from: the sessions, and the ideas in their own words."""
    return section(desk.said("origin.heading"), origin(desk, record))


def description(text: str, otherwise: str) -> str:
    """What a page says to those who have not opened it: how its text begins, else a sentence."""
    return beginning(text) or otherwise
