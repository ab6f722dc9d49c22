"""The strategy → a site: which pages there are, where, under which others."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from chemins.addresses import HOME, linker
from chemins.pages import (
    agenda,
    coherence,
    cooperation,
    data,
    dates,
    front_page,
    home,
    index,
    legal,
    maps,
    news,
    plan,
    site_map,
    timeline,
)
from chemins.pages.actions import catalogue
from chemins.pages.contact import ways_to_reach
from chemins.pages.context import Context, Desk
from chemins.pages.downloads import downloads, feed_of
from chemins.pages.evidence import STYLES
from chemins.pages.explorer import pages as explorer_pages
from chemins.pages.guide import page as guide
from chemins.pages.indicators import index as indicators
from chemins.pages.kinds import body_of
from chemins.pages.menu import foot, menu
from chemins.pages.site import Body, Crumb, Page, Redirect, Site
from chemins.policy import element, policy
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.identifiers import identifier_of
from chemins.records.indicator import Indicator
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory
from chemins.records.vision import Vision

_INDEXES: Mapping[str, Callable[[Desk], Body]] = MappingProxyType(
    {
        "action": catalogue.body,
        "cooperation": cooperation.body,
        "indicator": indicators.body,
        "session": timeline.body,
    }
)
"""The indexes that are more than a list."""

_VIEWS: Mapping[str, Callable[[Desk], Body]] = MappingProxyType({"data": data.body})
"""The pages that are no record's and that every site has, by their code."""

_STYLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "contract": ("chemins/contract.css",),
        **dict.fromkeys(("change", "indicator", "quartier"), STYLES),
    }
)
"""What the pages of a kind load beside the style sheet of all pages."""

_ON_PATHWAYS: frozenset[type[Record]] = frozenset({Change, Vision})
"""The kinds whose pages stand under the pathways."""


def site_of(context: Context, title: str = "") -> Site:
    """The site of a strategy; ``title`` is what it is called when its territory does not say."""
    territory = context.strategy.single(Territory)
    called = territory.title if territory else title
    pages = tuple(_pages(context, called))
    return Site(
        title=called,
        pages=(*pages, _site_map(context, pages)),
        downloads=tuple(downloads(context, called)),
        menu=tuple(menu(context)),
        foot=tuple(foot(context)),
        redirects=tuple(_redirects(context)),
        contact=ways_to_reach(territory.publisher if territory else None, context.locale),
        feeds=_feeds(context, None, called),
    )


def moved_page(context: Context, redirect: Redirect, *, guarded: bool = True) -> str:
    """The HTML that stands at an address that moved."""
    href = linker(redirect.address)(redirect.to)
    guard = element(policy()) if guarded else ""
    return context.templates.get_template("moved.html").render(href=href, policy=guard)


def _pages(context: Context, title: str) -> Iterator[Page]:
    root = (Crumb(context.locale.text("site.home"), HOME),)
    page = Page(HOME, title, "home", (), partial(_home, context, title))
    yield _dated(context, replace(page, styles=_map_styles(context)), None)
    whole, *views = explorer_pages(context, root)
    yield whole
    pathways = (*root, Crumb(whole.title, whole.address))
    for kind in context.strategy.kinds:
        trail: tuple[Crumb, ...] = pathways if kind in _ON_PATHWAYS else root
        if kind.folder:
            yield _index(context, kind, trail)
            trail = (*trail, Crumb(_name(context, kind), context.addresses.index(kind)))
        if kind is not Territory:
            for record in context.strategy.all(kind):
                yield _record(context, record, trail, title)
                if isinstance(record, Vision):
                    yield _front_page(context, record, trail)
        if kind is Action:
            yield from catalogue.shelf_pages(context, trail)
    yield from views
    page = _other(context, "plan", root, partial(plan.body, title=title))
    yield replace(page, styles=plan.STYLES)
    yield from _plans(context, title, root)
    yield from _dates(context, root)
    for name, body in _VIEWS.items():
        yield _other(context, name, root, body)
    yield from _for_teams(context, root)
    if territory := context.strategy.single(Territory):
        bodies: Mapping[str, Callable[..., Body]] = {
            "legal": legal.legal,
            "privacy": legal.privacy,
            "accessibility": partial(legal.accessibility, title=title),
        }
        for name, body in bodies.items():
            yield _other(context, name, root, partial(body, territory=territory))


def _for_teams(context: Context, root: tuple[Crumb, ...]) -> Iterator[Page]:
    """What those who make the site read in it, where they ask for it."""
    if context.coherence:
        page = _other(context, "coherence", root, coherence.body)
        yield replace(page, is_public=False, styles=coherence.STYLES)
    if context.handbook:
        yield from guide.pages(context, root)


def _dates(context: Context, root: tuple[Crumb, ...]) -> Iterator[Page]:
    """When people meet, and what is new, where there is any of it."""
    if context.agenda.dated:
        page = _other(context, "agenda", root, agenda.body)
        yield replace(page, styles=dates.STYLES, scripts=dates.SCRIPTS)
    if context.news.all:
        yield replace(_other(context, "news", root, news.body), styles=dates.STYLES)


def _plans(context: Context, title: str, root: tuple[Crumb, ...]) -> Iterator[Page]:
    """The plan of each quartier, under the territory's."""
    above = Crumb(context.locale.text("pages.plan.title"), context.addresses.page("plan"))
    for quartier in context.strategy.all(Quartier):
        desk = context.desk(context.addresses.plan(quartier))
        yield Page(
            address=desk.page_address,
            title=plan.title_of_quartier(desk, quartier),
            form="plan",
            trail=(*root, above),
            draw=partial(_plan, context, quartier, title),
            is_record=True,
            styles=plan.STYLES,
            about=quartier,
        )


def _plan(context: Context, quartier: Quartier, title: str) -> Body:
    desk = context.desk(context.addresses.plan(quartier))
    return plan.body_of_quartier(desk, quartier, title)


def _site_map(context: Context, pages: tuple[Page, ...]) -> Page:
    root = (Crumb(context.locale.text("site.home"), HOME),)
    return _other(context, "site_map", root, partial(site_map.body, pages=pages))


def _other(
    context: Context, name: str, root: tuple[Crumb, ...], body: Callable[[Desk], Body]
) -> Page:
    """A page that is no record's."""
    address = context.addresses.page(name)
    title = context.locale.text(f"pages.{name}.title")
    return Page(address, title, name, root, lambda: body(context.desk(address)))


def _name(context: Context, kind: type[Record]) -> str:
    return index.title(context.desk(HOME), kind)


def _index(context: Context, kind: type[Record], root: tuple[Crumb, ...]) -> Page:
    address = context.addresses.index(kind)
    desk = context.desk(address)
    body = _INDEXES.get(kind.kind) or partial(index.body, kind=kind)
    title = index.title(desk, kind)
    # At each drawing a new desk: it notes what the page has said already.
    page = Page(address, title, "index", root, lambda: body(context.desk(address)))
    if kind is Indicator:
        return replace(page, styles=STYLES)
    if kind is Action:
        return replace(page, styles=catalogue.STYLES, scripts=catalogue.SCRIPTS)
    return replace(page, styles=_map_styles(context)) if kind is Quartier else page


def _record(context: Context, record: Record, trail: tuple[Crumb, ...], title: str) -> Page:
    page = Page(
        address=context.addresses.of(record),
        title=context.locale.typeset(record.label),
        form=record.kind,
        trail=trail,
        draw=partial(_body, context, record),
        is_record=bool(record.folder),
        styles=(
            *_STYLES.get(record.kind, ()),
            *(_map_styles(context) if isinstance(record, Quartier) else ()),
        ),
        about=record,
    )
    if isinstance(record, Quartier):
        return replace(_dated(context, page, record), feeds=_feeds(context, record, title))
    return page


def _dated(context: Context, page: Page, quartier: Quartier | None) -> Page:
    """``page`` with what its dates and its news load, where it has some."""
    if context.agenda.of(quartier):
        return replace(page, styles=(*page.styles, *dates.STYLES), scripts=dates.SCRIPTS)
    if context.news.of(quartier):
        return replace(page, styles=(*page.styles, *dates.STYLES))
    return page


def _feeds(context: Context, quartier: Quartier | None, title: str) -> tuple[Crumb, ...]:
    found = feed_of(context, quartier, title)
    return (found,) if found else ()


def _map_styles(context: Context) -> tuple[str, ...]:
    """What the pages of maps load beside the style sheet of all pages."""
    return maps.STYLES if context.mapped.quartiers else ()


def _front_page(context: Context, vision: Vision, trail: tuple[Crumb, ...]) -> Page:
    locale, address = context.locale, context.addresses.front_page(vision)
    title = locale.text("pages.front_page.title", title=front_page.headline(vision))
    return Page(
        address=address,
        title=locale.typeset(title),
        form="front-page",
        trail=(
            *trail,
            Crumb(locale.text("pages.front_page.above"), context.addresses.of(vision)),
        ),
        draw=lambda: front_page.body(context.desk(address, vision.source.path), vision),
        is_record=True,
        about=vision,
    )


def _body(context: Context, record: Record) -> Body:
    return body_of(context.desk(context.addresses.of(record), record.source.path), record)


def _home(context: Context, title: str) -> Body:
    territory = context.strategy.single(Territory)
    return home.body(context.desk(HOME, territory.source.path if territory else ""), title)


def _redirects(context: Context) -> Iterator[Redirect]:
    for record in context.strategy.records:
        to = context.addresses.of(record)
        for name in record.former_names:
            identifier = identifier_of(name)
            address = context.addresses.formerly(type(record), identifier)
            if address != to:
                yield Redirect(address, to)
                if isinstance(record, Vision):
                    former = context.addresses.front_page(record, identifier)
                    yield Redirect(former, context.addresses.front_page(record))
                if isinstance(record, Quartier):
                    former = context.addresses.plan_named(identifier)
                    yield Redirect(former, context.addresses.plan(record))
    yield from catalogue.shelf_redirects(context)
