"""An action as a line in a list: where it stands, who carries it, where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.parts import section
from chemins.pages.period import period_said
from chemins.pages.site import Section
from chemins.records.action import Action
from chemins.records.identifiers import reference_of
from chemins.strategy.catalogue import places_of
from chemins.text import escape


@dataclass(frozen=True, slots=True)
class Line:
    """One action of a list."""

    title: str
    """Plain text."""

    href: str
    """Its page, from the page at hand."""

    status: str
    """The code of its status, for its sign."""

    word: str
    """The same in words."""

    lead: str
    """Who carries it; empty when nobody says."""

    where: str
    """Its quartiers."""

    when: str
    """From when to when."""

    illustrative: bool
    """Whether it is an example."""

    waits: bool
    """Whether it is seen in a preview alone."""

    data: Markup = Markup("")
    """What it can be chosen by, as attributes that the page's script reads."""


def lines(desk: Desk, actions: Iterable[Action], *, chosen: bool = False) -> Iterator[Line]:
    """``actions`` as lines; with what they can be chosen by, where they may be ``chosen``."""
    locale = desk.locale
    for action in actions:
        quartiers = [each.label for each in desk.strategy.targets(action, "quartiers")]
        yield Line(
            title=action.label,
            href=desk.href(action),
            status=action.status.value,
            word=action.status.said(locale),
            lead=lead_of(desk, action),
            where=locale.listing(quartiers) if quartiers else desk.said("actions.everywhere"),
            when=period_said(desk, action.dates) if action.dates else "",
            illustrative=action.illustrative,
            waits=desk.waits(action),
            data=_data(desk, action) if chosen else Markup(""),
        )


def lead_of(desk: Desk, action: Action) -> str:
    """Who carries ``action``, as people say it; empty when nobody says."""
    if not action.lead:
        return ""
    actor = desk.strategy.resolve.one(reference_of(action.lead), ("actor",))
    return actor.label if actor else action.lead


def actions_html(desk: Desk, actions: Iterable[Action]) -> Markup:
    """A list of ``actions``; nothing when there are none."""
    found = tuple(lines(desk, actions))
    return desk.template("actions/lines", lines=found) if found else Markup("")


def actions_section(desk: Desk, heading: str, actions: Iterable[Action]) -> Section | None:
    """The same under a heading."""
    return section(heading, actions_html(desk, actions), searched=False)


def _data(desk: Desk, action: Action) -> Markup:
    return Markup("").join(
        Markup(' data-{}="{}"').format(
            by, escape.attribute(" ".join(place.value for place in places))
        )
        for by, places in places_of(desk.strategy, action).items()
        if places
    )
