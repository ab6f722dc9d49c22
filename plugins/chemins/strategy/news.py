"""What is new: the dated things of a strategy, in words, the last first.

Each is drawn from a date that somebody wrote in a record. A date is news when what it dates has
happened: a session is told at its date once something is said of it, and before that at the date on
which it was approved. So nothing is ever news of a day to come, and no clock is read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chemins.locales import Locale
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change, State
from chemins.records.contract import Contract
from chemins.records.cooperation import Cooperation
from chemins.records.identifiers import reference_of
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.vision import Vision
from chemins.records.when import When
from chemins.records.words import kind_name
from chemins.strategy.resolve import Key
from chemins.strategy.strategy import Strategy


class What(StrEnum):
    """What happened. On one day, what is told first stands first."""

    OBSERVED = "observed"
    STATUS = "status"
    STEP = "step"
    HELD = "held"
    CANCELLED = "cancelled"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    AMENDED = "amended"
    OPINION = "opinion"
    REPLY = "reply"
    ADOPTED = "adopted"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, eq=False)
class News:
    """One thing that happened, at its date."""

    what: What
    """What."""

    on: When
    """When, as precisely as it is known."""

    record: Record
    """Where it is told."""

    said: str
    """What happened, in a word or two: « Premiers signes »."""

    title: str
    """What it happened to."""

    about: str = ""
    """What tells it apart among the news of its record of the same sort and date."""

    @property
    def name(self) -> str:
        """A name that stays the same as long as what it dates is in the records."""
        parts = (self.record.kind, self.record.identifier, self.what.value, str(self.on))
        return "/".join(filter(None, (*parts, self.about)))


@dataclass(frozen=True, slots=True, eq=False)
class AllNews:
    """The news of a strategy, the last first."""

    all: tuple[News, ...]
    """Of the whole territory."""

    by_quartier: Mapping[Key, tuple[News, ...]]
    """Of what names each quartier."""

    def of(self, quartier: Quartier | None) -> tuple[News, ...]:
        """Those of ``quartier``, or all."""
        return self.by_quartier.get(quartier.key, ()) if quartier else self.all


_SEEN = frozenset(State) - {State.NOT_OBSERVED}
_APPROVED = (Contract, Quartier, Vision, Change, Action, Lesson, Cooperation)
"""The kinds whose approval is news: not that of a word of the glossary."""


def news_of(strategy: Strategy) -> AllNews:
    """What is new in ``strategy``."""
    # Who writes the same thing twice has one thing to tell.
    found = sorted({each.name: each for each in _all(strategy)}.values(), key=_order)
    by_quartier: dict[Key, list[News]] = {}
    for each in found:
        for key in _quartiers(strategy, each.record):
            by_quartier.setdefault(key, []).append(each)
    return AllNews(tuple(found), {key: tuple(news) for key, news in by_quartier.items()})


def _order(news: News) -> tuple[object, ...]:
    on = news.on
    return (-on.year, -on.month, -on.day, list(What).index(news.what), news.name)


def _quartiers(strategy: Strategy, record: Record) -> Iterable[Key]:
    if isinstance(record, Quartier):
        return (record.key,)
    return {link.target.key: None for link in strategy.links_from(record) if _is_where(link.name)}


def _is_where(name: str) -> bool:
    return name in ("quartier", "quartiers")


def _all(strategy: Strategy) -> Iterator[News]:
    locale = strategy.locale
    for change in strategy.all(Change):
        yield from _of_change(change, locale)
    for action in strategy.all(Action):
        yield from _of_action(action, locale)
    for session in strategy.all(Session):
        yield from _of_session(session, locale)
    for quartier in strategy.all(Quartier):
        if quartier.project and quartier.project.adopted_on:
            yield _news(What.ADOPTED, quartier.project.adopted_on, quartier, locale)
    if contract := strategy.single(Contract):
        yield from _of_contract(strategy, contract, locale)
    for kind in _APPROVED:
        for record in strategy.all(kind):
            if record.approved_on:
                named = kind_name(record.kind, locale)
                yield _news(What.APPROVED, record.approved_on, record, locale, kind=named)


def _of_change(change: Change, locale: Locale) -> Iterator[News]:
    if change.observed_on and change.state in _SEEN:
        said = _opening(change.state.said(locale))
        about = change.state.value
        yield News(What.OBSERVED, change.observed_on, change, said, change.label, about)


def _of_action(action: Action, locale: Locale) -> Iterator[News]:
    for each in action.history:
        status = each.status.said(locale)
        about = each.status.value
        yield _news(What.STATUS, each.date, action, locale, about=about, status=status)
    for number, step in enumerate(action.steps, start=1):
        if step.done and step.date:
            said = locale.text(f"news.{What.STEP}")
            title = f"{step.text} ({action.label})"
            yield News(What.STEP, step.date, action, said, title, str(number))


def _of_session(session: Session, locale: Locale) -> Iterator[News]:
    if session.date and session.is_told:
        said = _opening(session.type.said(locale)) if session.type else ""
        said = said or locale.text(f"news.{What.HELD}")
        yield News(What.HELD, session.date, session, said, session.label)
    elif session.date and session.approved_on:
        what = What.CANCELLED if session.cancelled else What.ANNOUNCED
        title = f"{session.label} ({session.date.said(locale)})"
        yield _news(what, session.approved_on, session, locale, title=title)


def _of_contract(strategy: Strategy, contract: Contract, locale: Locale) -> Iterator[News]:
    if contract.signed_on:
        yield _news(What.SIGNED, contract.signed_on, contract, locale)
    for number, amendment in enumerate(contract.amendments, start=1):
        if amendment.date:
            title = amendment.title
            yield _news(
                What.AMENDED, amendment.date, contract, locale, about=str(number), title=title
            )
    for number, opinion in enumerate(contract.opinions, start=1):
        found = strategy.resolve.one(reference_of(opinion.author), ("actor",))
        title = f"{contract.label} ({found.label if found else opinion.author})"
        for what, on in ((What.OPINION, opinion.date), (What.REPLY, opinion.replied_on)):
            if on:
                yield _news(what, on, contract, locale, about=str(number), title=title)


def _news(
    what: What,
    on: When | date,
    record: Record,
    locale: Locale,
    *,
    about: str = "",
    title: str = "",
    **values: str,
) -> News:
    when = on if isinstance(on, When) else When(on.year, on.month, on.day)
    said = locale.text(f"news.{what.value}", **values)
    return News(what, when, record, said, title or record.label, about)


def _opening(said: str) -> str:
    return said[:1].upper() + said[1:]
