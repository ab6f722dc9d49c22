"""The catalogue: every action, and a page for each quartier, theme, status and lead.

These pages are real ones, so that each can be linked and works without a script. The script of the
whole catalogue lets one choose several things at once.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial

from markupsafe import Markup

from chemins.locales import Locale
from chemins.pages.actions.lines import lines
from chemins.pages.context import Context, Desk
from chemins.pages.index import body as plain_body
from chemins.pages.index import title as index_title
from chemins.pages.parts import present, section
from chemins.pages.site import Body, Crumb, Page, Redirect, Section
from chemins.records.action import Action
from chemins.records.actor import Actor
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of
from chemins.records.quartier import Quartier
from chemins.strategy.catalogue import SHELVED_BY, Shelf
from chemins.text import escape

SCRIPTS = ("chemins/catalogue.js",)
"""What only the page of the whole catalogue loads."""

STYLES = ("chemins/catalogue.css",)
"""What the pages of the catalogue load."""

_FEW = 2
"""Fewer actions than these, and there is nothing to choose."""

_OF_RECORDS: Mapping[str, type[Record]] = {"quartier": Quartier, "lead": Actor}
"""The shelves that bear the name of a record, which may have had other names."""


def body(desk: Desk) -> Body:
    """All actions, and the ways to find some of them."""
    strategy = desk.strategy
    actions = strategy.all(Action)
    if not actions:
        return plain_body(desk, Action)
    found = [each for shelf in desk.context.shelves["status"] for each in shelf.actions]
    return Body(
        description=desk.said("actions.description", count=len(actions)),
        front=desk.template(
            "plain_front",
            title=index_title(desk, Action),
            lead=desk.locale.text("kinds.action.about"),
        ),
        sections=present(
            _list(desk, found),
            *(_ways_in(desk, by) for by in SHELVED_BY),
        ),
    )


def shelf_pages(context: Context, trail: tuple[Crumb, ...]) -> Iterator[Page]:
    """A page for each shelf."""
    for by in SHELVED_BY:
        for shelf in context.shelves[by]:
            desk = context.desk(address_of(context, shelf))
            yield Page(
                address=desk.page_address,
                title=_title(desk, shelf),
                form="actions",
                trail=trail,
                draw=partial(_shelf_body, desk, shelf),
                is_record=True,
                styles=STYLES,
            )


def shelf_redirects(context: Context) -> Iterator[Redirect]:
    """The addresses that shelves had while a quartier or an organisation had another name."""
    for by, kind in _OF_RECORDS.items():
        held = {shelf.place.value for shelf in context.shelves[by]}
        for record in context.strategy.all(kind):
            if record.identifier not in held:
                continue
            to = context.addresses.shelf(Action, by, record.identifier)
            for name in record.former_names:
                former = identifier_of(name)
                if former and former not in held:
                    yield Redirect(context.addresses.shelf(Action, by, former), to)


def address_of(context: Context, shelf: Shelf) -> str:
    """The address of the page of ``shelf``."""
    return context.addresses.shelf(Action, shelf.by, shelf.place.value)


def ways_in(desk: Desk, by: str) -> tuple[tuple[str, str, int], ...]:
    """The shelves of one sort: what each is called, where it is, how many actions it holds."""
    return tuple(
        (_named(shelf), desk.link(address_of(desk.context, shelf)), len(shelf.actions))
        for shelf in desk.context.shelves[by]
    )


def _ways_in(desk: Desk, by: str) -> Section | None:
    found = ways_in(desk, by)
    html = desk.template("actions/ways_in", ways=found) if found else Markup("")
    return section(desk.said(f"actions.by_{by}"), html, searched=False)


def _named(shelf: Shelf) -> str:
    word = shelf.place.word
    return word[:1].upper() + word[1:]


def _title(desk: Desk, shelf: Shelf) -> str:
    return desk.locale.typeset(desk.said(f"actions.shelf_{shelf.by}", word=_named(shelf)))


def _shelf_body(desk: Desk, shelf: Shelf) -> Body:
    title = _title(desk, shelf)
    count = desk.said("actions.count", count=len(shelf.actions))
    links = [(desk.said("actions.all"), desk.link(desk.context.addresses.index(Action)))]
    if (record := _record(desk, shelf)) is not None:
        links.insert(0, (record.label, desk.href(record)))
    return Body(
        description=f"{title}, {count}.",
        front=desk.template("plain_front", title=title, lead=""),
        sections=present(
            Section(
                identifier=desk.said("index.anchor"),
                heading=count[:1].upper() + count[1:],
                html=desk.template("actions/lines", lines=tuple(lines(desk, shelf.actions))),
                style="section section--margin",
                searched=False,
            ),
            section(
                desk.said("actions.further"),
                desk.template("parts/files", files=links),
                searched=False,
            ),
        ),
    )


def _record(desk: Desk, shelf: Shelf) -> Record | None:
    """The quartier or the organisation that ``shelf`` is named after, when it has a page."""
    kind = _OF_RECORDS.get(shelf.by)
    return desk.strategy.resolve.records.get((kind.kind, shelf.place.value)) if kind else None


def _list(desk: Desk, actions: list[Action]) -> Section | None:
    shelves = desk.context.shelves
    choices = [
        {
            "code": by,
            "name": desk.context.addresses.asked(by),
            "label": desk.said(f"actions.choice_{by}"),
            "any": desk.said(f"actions.any_{by}"),
            "options": [
                (each.place.value, _named(each), len(each.actions)) for each in shelves[by]
            ],
        }
        for by in SHELVED_BY
        if len(shelves[by]) > 1
    ]
    html = desk.template(
        "actions/catalogue",
        lines=tuple(lines(desk, actions, chosen=True)),
        choices=choices if len(actions) >= _FEW else (),
        words=_words(desk.locale),
    )
    return Section(
        identifier=desk.said("index.anchor"),
        heading=desk.said("actions.heading", count=len(actions)),
        html=html,
        style="section",
        searched=False,
    )


@cache
def _words(locale: Locale) -> Markup:
    """What the script says, in the reader's language; counted words in their forms."""
    said = {key: locale.typeset(word) for key, word in locale.under("pages.actions.script")}
    return escape.attribute(json.dumps(said, ensure_ascii=False))
