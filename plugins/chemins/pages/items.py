"""A record as a line in a list: its sign, its words, its title, its link."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from chemins.diagrams.pathway import kind_of, word_of
from chemins.pages.beginning import beginning
from chemins.pages.context import Desk
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.contribution import Contribution
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.stage import Stage
from chemins.strategy import Link


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list of records."""

    title: str
    """Plain text."""

    href: str
    """From the page at hand."""

    shape: str
    """Its sign."""

    word: str
    """What the sign means."""

    note: str = ""
    """What is said beside the word: horizon, form, place in an order."""

    excerpt: str = ""
    """How its text begins."""

    illustrative: bool = False
    """Whether the record is an example."""

    waits: bool = False
    """Whether the record is seen in a preview alone, until it is approved."""

    link_illustrative: bool = False
    """Whether the link that brings it here is an example."""

    assumption: Markup = Markup("")
    """Why the link should hold."""

    strength: str = ""
    """How sure one is of it."""

    evidence: Markup = Markup("")
    """What shows it."""

    number: str = ""
    """What it is on the map beside the list."""


def items(desk: Desk, records: Iterable[Record], *, excerpts: bool = False) -> tuple[Item, ...]:
    """``records`` as lines, with the beginning of their text if ``excerpts``."""
    return tuple(
        Item(
            title=record.label,
            href=desk.href(record),
            shape=kind_of(record),
            word=word_of(record, desk.locale),
            note=note_of(desk, record),
            excerpt=excerpt_of(record) if excerpts else "",
            illustrative=record.illustrative,
            waits=desk.waits(record),
        )
        for record in records
    )


def link_items(desk: Desk, links: Iterable[Link], *, forward: bool) -> tuple[Item, ...]:
    """The other ends of ``links`` as lines, with what is said of each link."""
    return tuple(_link_item(desk, link, forward=forward) for link in links)


def _link_item(desk: Desk, link: Link, *, forward: bool) -> Item:
    record = link.target if forward else link.source
    detail = link.detail if isinstance(link.detail, Contribution) else None
    return Item(
        title=record.label,
        href=desk.href(record),
        shape=kind_of(record),
        word=word_of(record, desk.locale),
        note=note_of(desk, record),
        illustrative=record.illustrative,
        waits=desk.waits(record),
        link_illustrative=link.illustrative,
        assumption=desk.inline(detail.assumption) if detail else Markup(""),
        strength=detail.strength.said(desk.locale) if detail and detail.strength else "",
        evidence=desk.inline(detail.evidence) if detail else Markup(""),
    )


def note_of(desk: Desk, record: Record) -> str:
    """What is said beside the kind of a record."""
    locale = desk.locale
    if isinstance(record, Change):
        return locale.text(f"horizons.{record.horizon.value}")
    if isinstance(record, Action):
        return record.status.said(locale)
    if isinstance(record, Session):
        said = [record.type.said(locale) if record.type else ""]
        said += [record.date.said(locale) if record.date else ""]
        said += [locale.text("pages.agenda.cancelled").lower() if record.cancelled else ""]
        return ", ".join(filter(None, said))
    if isinstance(record, Stage | Lesson) and record.order is not None:
        return str(record.order)
    if isinstance(record, Quartier):
        return ", ".join(commune.name for commune in record.communes)
    return ""


def excerpt_of(record: Record) -> str:
    """How the text of a record begins, as plain text."""
    return beginning(record.body or getattr(record, "definition", "") or "")
