"""What a search is told of a page: its words, its kind, its place in the strategy."""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from chemins.diagrams.pathway import kind_of, word_of
from chemins.indexing.found import Found
from chemins.locales import Locale
from chemins.pages import index
from chemins.pages.context import Context, Desk
from chemins.pages.guide.page import FORM as HANDBOOK
from chemins.pages.items import note_of
from chemins.pages.searched import APART, plain, said
from chemins.pages.site import Body, Page
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.kinds import Kinds
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory
from chemins.records.theme import Theme
from chemins.records.vision import Vision
from chemins.strategy import Strategy
from chemins.strategy.pathways import downstream, visions_reached

_NAMES = ("acronym", "code", "official_name", "usual_name")
"""The fields by which a record is called, beside its title."""

_HEADING = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)
_FIRST = ("vision", "change", "action", "quartier")
"""The kinds whose results are shown first where nothing else decides."""


def groups(context: Context) -> tuple[str, ...]:
    """The groups that results are shown in, in order: a kind each, then all other pages."""
    desk = context.desk("")
    return (
        *(index.title(desk, kind) for kind in _in_order(context.strategy.kinds)),
        context.locale.text("search.kinds.pages"),
    )


def is_found(page: Page) -> bool:
    """Whether a search finds ``page``: not what is for a team, nor the list of all pages."""
    return page.is_public and page.form not in ("site_map", HANDBOOK)


def found(context: Context, page: Page, body: Body) -> Found:
    """``page``, which says ``body``, as a search finds it."""
    text = said(body)
    record = page.about
    desk = context.desk(page.address)
    if record is None or record.kind != page.form:
        return Found(
            address=page.address,
            title=page.title,
            text=text,
            kind=context.locale.text("search.kinds.pages"),
            word=context.locale.text("search.page"),
            place=APART.join(crumb.title for crumb in page.trail[1:]),
            facets=_facets(context.strategy, record) if record else {},
            illustrative=bool(record and record.illustrative),
        )
    return Found(
        address=page.address,
        title=page.title,
        text=text,
        also=tuple(str(name) for name in map(partial(_named, record), _NAMES) if name),
        sign=kind_of(record),
        word=word_of(record, context.locale),
        place=context.locale.typeset(APART.join(_place(desk, record))),
        kind=index.title(desk, type(record)),
        facets=_facets(context.strategy, record),
        illustrative=record.illustrative,
    )


def by_hand(address: str, title: str, html: str, locale: Locale) -> Found:
    """A page written by hand, its content ``html``."""
    return Found(
        address=address,
        title=title,
        text=plain(html),
        kind=locale.text("search.kinds.pages"),
        word=locale.text("search.page"),
    )


def heading_of(markdown: str) -> str:
    """The title that a page written by hand gives itself in its text."""
    first = _HEADING.search(markdown)
    return plain(first[1]) if first else ""


def _named(record: Record, field: str) -> object:
    return getattr(record, field, None)


def _in_order(kinds: Kinds) -> list[type[Record]]:
    listed = [kind for kind in kinds if kind is not Territory]
    rank = {name: at for at, name in enumerate(_FIRST)}
    return sorted(listed, key=lambda kind: rank.get(kind.kind, len(rank)))


def _place(desk: Desk, record: Record) -> Iterator[str]:
    """Where ``record`` stands: its horizon or its status, what it is for, where it happens."""
    if note := note_of(desk, record):
        yield note
    if visions := _visions(desk.strategy, record):
        yield desk.locale.text("search.towards", title=visions[0].label)
    theme = getattr(record, "theme", None)
    if isinstance(theme, Theme):
        yield theme.said(desk.locale)
    if not isinstance(record, Quartier):
        yield from (each.label for each in _quartiers(desk.strategy, record))


def _visions(strategy: Strategy, record: Record) -> tuple[Vision, ...]:
    if isinstance(record, Change):
        return visions_reached(strategy, record)
    if isinstance(record, Action):
        return tuple(one for one in downstream(strategy, record) if isinstance(one, Vision))
    return ()


def _quartiers(strategy: Strategy, record: Record) -> tuple[Quartier, ...]:
    if isinstance(record, Quartier):
        return (record,)
    reached = (link.target for link in strategy.links_from(record))
    return tuple({one.key: one for one in reached if isinstance(one, Quartier)}.values())


def _facets(strategy: Strategy, record: Record) -> Mapping[str, tuple[str, ...]]:
    theme = getattr(record, "theme", None)
    state = getattr(record, "status", None) or getattr(record, "state", None)
    locale = strategy.locale
    found = {
        "quartier": tuple(each.label for each in _quartiers(strategy, record)),
        "theme": (theme.said(locale),) if isinstance(theme, Theme) else (),
        "status": (state.said(locale),) if isinstance(record, Action | Change) and state else (),
    }
    return {name: values for name, values in found.items() if values}
