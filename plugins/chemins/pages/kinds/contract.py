"""The page of the contract: who signed, who undertook to do what, and what became of it."""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.pages.commitments import table
from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    present,
    prose_section,
    section,
)
from chemins.pages.site import Body
from chemins.pages.values import file_link, linked_actor
from chemins.records.contract import Contract

_FACTS = ("period", "signed_on", "code")


def body(desk: Desk, record: Contract) -> Body:
    """The page of ``record``."""
    return Body(
        description=description(
            record.summary or record.body, desk.said("contract.description", title=record.label)
        ),
        front=front(desk, record, lead=desk.prose(record.summary)),
        sections=present(
            facts_section(desk, desk.said("contract.facts"), record, _FACTS),
            section(desk.said("contract.commitments"), table(desk), style="section"),
            prose_section(desk, desk.said("contract.story"), record.body),
            section(desk.said("contract.bodies"), _bodies(desk, record)),
            section(desk.said("contract.opinions"), _opinions(desk, record)),
            section(desk.said("contract.amendments"), _amendments(desk, record)),
            section(desk.said("contract.documents"), _documents(desk, record)),
            *back_sections(desk, record),
        ),
    )


def _bodies(desk: Desk, record: Contract) -> Markup:
    bodies = [
        {
            "name": desk.inline(each.name),
            "role": desk.inline(each.role),
            "members": [desk.inline(one) for one in each.members],
            "frequency": desk.inline(each.frequency),
        }
        for each in record.bodies
    ]
    return desk.template("contract/bodies", bodies=bodies) if bodies else Markup("")


def _opinions(desk: Desk, record: Contract) -> Markup:
    locale = desk.locale
    opinions = [
        {
            "author": linked_actor(desk, each.author),
            "date": each.date.said(locale) if each.date else "",
            "text": desk.prose(each.text, level=4),
            "reply": desk.prose(each.reply, level=4),
            "replied_on": each.replied_on.said(locale) if each.replied_on else "",
            "document": file_link(desk, each.document) if each.document else "",
        }
        for each in record.opinions
    ]
    return desk.template("contract/opinions", opinions=opinions) if opinions else Markup("")


def _amendments(desk: Desk, record: Contract) -> Markup:
    rows = [
        {
            "title": desk.inline(each.title),
            "date": each.date.said(desk.locale) if each.date else "",
            "summary": desk.prose(each.summary),
            "document": file_link(desk, each.document) if each.document else "",
        }
        for each in record.amendments
    ]
    return desk.template("contract/amendments", rows=rows) if rows else Markup("")


def _documents(desk: Desk, record: Contract) -> Markup:
    lines = tuple(_document_lines(desk, record))
    return desk.template("parts/lines", lines=lines) if lines else Markup("")


def _document_lines(desk: Desk, record: Contract) -> Iterator[Markup]:
    for each in record.documents:
        link = file_link(desk, each.file, each.title)
        when = each.date.said(desk.locale) if each.date else ""
        yield link + (Markup(' <span class="kicker__soft">{}</span>').format(when) if when else "")
