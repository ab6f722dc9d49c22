"""The files that a site offers beside its pages: data, calendars, feeds, sheets to print."""

from collections.abc import Iterator
from functools import partial

from chemins.exports.actions import actions_csv, commitments_csv, has_commitments
from chemins.exports.calendar import calendar, has_days
from chemins.exports.feed import feed
from chemins.exports.indicators import indicators_csv
from chemins.exports.logical_framework import has_rows, logical_framework
from chemins.exports.strategy_json import strategy_json
from chemins.forms.schema import schema_json
from chemins.locales import Locale
from chemins.pages.context import Context
from chemins.pages.site import Crumb, Download
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of
from chemins.records.indicator import Indicator
from chemins.records.quartier import Quartier


def downloads(context: Context, title: str) -> Iterator[Download]:
    """The files of a site called ``title``."""
    strategy, addresses = context.strategy, context.addresses
    yield Download(addresses.strategy(), partial(strategy_json, strategy, addresses))
    if has_rows(strategy):
        table = partial(logical_framework, strategy, addresses)
        yield Download(addresses.logical_framework(), table)
    if strategy.all(Action):
        yield Download(addresses.actions_table(), partial(actions_csv, strategy, addresses))
    if strategy.all(Indicator):
        table = partial(indicators_csv, strategy, context.evidence)
        yield Download(addresses.indicators_table(), table)
    if has_commitments(strategy):
        yield Download(addresses.commitments_table(), partial(commitments_csv, strategy))
    yield from _calendars(context, title)
    yield from _feeds(context, title)
    for kind in strategy.kinds:
        yield Download(addresses.schema(kind), partial(_schema, kind, context.locale))
    for sheets in context.printed.values():
        yield from (sheet.download for sheet in sheets)


def feed_of(context: Context, quartier: Quartier | None, title: str) -> Crumb | None:
    """The feed of ``quartier``, or of the whole site called ``title``; none without news."""
    if not context.news.of(quartier):
        return None
    if quartier:
        said = context.locale.text("pages.news.name_quartier", title=title, name=quartier.label)
    else:
        said = context.locale.text("pages.news.name", title=title)
    return Crumb(context.locale.typeset(said), context.addresses.feed(quartier))


def _places(context: Context) -> tuple[Quartier | None, ...]:
    """The whole territory, then each quartier."""
    return (None, *context.strategy.all(Quartier))


def _calendars(context: Context, title: str) -> Iterator[Download]:
    locale, addresses = context.locale, context.addresses
    for place in _places(context):
        sessions = context.agenda.of(place)
        if not has_days(sessions):
            continue
        name = locale.text("pages.agenda.name", title=place.label if place else title)
        made = partial(
            calendar, context.strategy, addresses, sessions, locale.typeset(name), context.url
        )
        yield Download(addresses.calendar(place), made)
        # Who follows a calendar keeps its address, and is told nothing when the file is gone.
        for former in _formerly(place):
            yield Download(addresses.calendar(place, former), made)
    for session in context.agenda.dated:
        if has_days((session,)):
            name = locale.typeset(session.label)
            made = partial(calendar, context.strategy, addresses, (session,), name, context.url)
            yield Download(addresses.calendar_of_one(session), made)
            for former in _formerly(session):
                yield Download(addresses.calendar_of_one(session, former), made)


def _feeds(context: Context, title: str) -> Iterator[Download]:
    for place in _places(context):
        if found := feed_of(context, place, title):
            page = context.addresses.of(place) if place else context.addresses.page("news")
            made = partial(
                feed,
                context.strategy,
                context.addresses,
                context.news.of(place),
                address=found.address,
                page=page,
                title=found.title,
                url=context.url,
            )
            yield Download(found.address, made)
            for former in _formerly(place):
                yield Download(context.addresses.feed(place, former), made)


def _formerly(record: Record | None) -> Iterator[str]:
    """The identifiers that ``record`` had, whose files are still asked for."""
    names = record.former_names if record else ()
    found = dict.fromkeys(map(identifier_of, names))
    yield from (name for name in found if record and name != record.identifier)


def _schema(kind: type[Record], locale: Locale) -> tuple[str]:
    return (schema_json(kind, locale),)
