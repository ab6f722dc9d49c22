"""The ways in that every page has: the menu, and what stands at the foot."""

from collections.abc import Callable, Iterator

from chemins.addresses import HOME
from chemins.pages import index, legal
from chemins.pages.context import Context
from chemins.pages.site import Crumb
from chemins.records.action import Action
from chemins.records.approach import Approach
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.contract import Contract
from chemins.records.cooperation import Cooperation
from chemins.records.indicator import Indicator
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.term import Term
from chemins.records.territory import Territory
from chemins.records.vision import Vision

Way = Callable[[Context], Crumb | None]
"""A site → where its menu leads, if there is something there."""


def menu(context: Context) -> Iterator[Crumb]:
    """The ways in, of what there is: places first, then what is wished for, then how and why."""
    return (crumb for way in _MENU if (crumb := way(context)) is not None)


def _index(kind: type[Record]) -> Way:
    def way(context: Context) -> Crumb | None:
        if not context.strategy.all(kind):
            return None
        return Crumb(index.title(context.desk(HOME), kind), context.addresses.index(kind))

    return way


def _single(kind: type[Record]) -> Way:
    def way(context: Context) -> Crumb | None:
        record = context.strategy.single(kind)
        title = context.locale.text(f"kinds.{kind.kind}.one")
        if record is None:
            return None
        return Crumb(title[0].upper() + title[1:], context.addresses.of(record))

    return way


def _page(name: str, is_there: Callable[[Context], object]) -> Way:
    def way(context: Context) -> Crumb | None:
        title = context.locale.text(f"pages.{name}.title")
        return Crumb(title, context.addresses.page(name)) if is_there(context) else None

    return way


_MENU: tuple[Way, ...] = (
    _index(Quartier),
    _page("explorer", lambda it: it.strategy.all(Change) or it.strategy.all(Vision)),
    _page("plan", lambda it: it.strategy.all(Change)),
    _index(Action),
    _page("agenda", lambda it: it.agenda.dated),
    _index(Indicator),
    _single(Contract),
    _single(Approach),
    _index(Lesson),
    _index(Cooperation),
    _index(Term),
)
"""Where the menu leads, in order."""


def foot(context: Context) -> Iterator[Crumb]:
    """What the foot of every page leads to."""
    names = ["agenda"] if context.agenda.dated else []
    names += ["news"] if context.news.all else []
    names += ["site_map", "data"]
    names += ["guide"] if context.handbook else []
    territory = context.strategy.single(Territory)
    if territory:
        names += ["legal", "privacy"]
    for name in names:
        title = context.locale.text(f"pages.{name}.title")
        yield Crumb(title, context.addresses.page(name))
    if territory:
        state = context.locale.text(f"pages.accessibility.{legal.status(territory)}")
        said = context.locale.text("pages.accessibility.said", state=state)
        yield Crumb(context.locale.typeset(said), context.addresses.page("accessibility"))
