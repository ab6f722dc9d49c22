"""The cards of a page of pathways: each a record, with what it rests on and contributes to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from chemins.diagrams.pathway import is_example, kind_of, node_of, word_of
from chemins.pages.context import Desk
from chemins.records.base import Record
from chemins.records.change import Change, State
from chemins.records.contribution import Contribution
from chemins.records.identifiers import identifier_of, reference_of
from chemins.records.vision import Vision
from chemins.strategy import Link
from chemins.strategy.pathways import Pathway
from chemins.text import escape


@dataclass(frozen=True, slots=True)
class Tie:
    """A link, as one of its ends says it."""

    anchor: str
    """The anchor of the other end."""

    title: str
    """What the other end is called."""

    href: str
    """The other end's page, from the page at hand."""

    illustrative: bool = False
    """Whether the link is an example."""

    assumption: Markup = Markup("")
    """Why it should hold."""

    strength: str = ""
    """How sure one is of it."""

    evidence: Markup = Markup("")
    """What shows it."""


@dataclass(frozen=True, slots=True)
class Public:
    """Who changes: an actor, or a public that has no page."""

    value: str
    """As an address has it."""

    word: str
    """As people say it."""

    href: str = ""
    """The actor's page, from the page at hand."""


@dataclass(frozen=True, slots=True)
class Card:
    """A change or a vision."""

    anchor: str
    """Its anchor, and its name in the page's address."""

    title: str
    """Plain text."""

    href: str
    """Its page, from the page at hand."""

    shape: str
    """Its sign."""

    word: str
    """What the sign means."""

    illustrative: bool
    """Whether it is an example."""

    state: str
    """The code of its state; empty where none is known."""

    state_word: str
    """The same in words."""

    publics: tuple["Public", ...]
    """Who changes, one by one."""

    who: Markup
    """The same in a row."""

    values: Mapping[str, tuple[str, ...]]
    """What it can be chosen by: code of a choice → values, as the page's address has them."""

    data: Markup
    """The same as attributes, which the page's script reads."""

    contributes_to: tuple[Tie, ...]
    """What it contributes to, in this view."""

    rests_on: tuple[Tie, ...]
    """What it rests on, in this view."""


def cards(desk: Desk, pathway: Pathway, among: Iterable[str]) -> Mapping[str, Card]:
    """The cards of ``pathway`` whose nodes are ``among`` those, by node, with the links between."""
    inside = set(among)
    records: list[Change | Vision] = [*pathway.changes, *pathway.visions]
    links = [
        link
        for link in pathway.links
        if node_of(link.source) in inside and node_of(link.target) in inside
    ]
    after: dict[str, list[Link]] = {}
    before: dict[str, list[Link]] = {}
    for link in links:
        after.setdefault(node_of(link.source), []).append(link)
        before.setdefault(node_of(link.target), []).append(link)
    return {
        node: _card(desk, record, after.get(node, []), before.get(node, []))
        for record in records
        if (node := node_of(record)) in inside
    }


def _card(desk: Desk, record: Change | Vision, after: list[Link], before: list[Link]) -> Card:
    state = record.state if isinstance(record, Change) else State.NOT_OBSERVED
    is_known = state is not State.NOT_OBSERVED
    publics = tuple(_publics(desk, record))
    values = _values(desk, record, publics)
    return Card(
        anchor=desk.context.addresses.anchor(record),
        title=record.label,
        href=desk.href(record),
        shape=kind_of(record),
        word=word_of(record, desk.locale),
        illustrative=record.illustrative,
        state=state.value if is_known else "",
        state_word=state.said(desk.locale) if is_known else "",
        publics=publics,
        who=Markup(", ").join(map(_named, publics)),
        values=values,
        data=Markup("".join(_attribute(*each) for each in values.items() if each[1])),
        contributes_to=tuple(_tie(desk, link, link.target, told=True) for link in after),
        rests_on=tuple(_tie(desk, link, link.source, told=False) for link in before),
    )


def _publics(desk: Desk, record: Change | Vision) -> Iterator[Public]:
    for typed in record.who_changes if isinstance(record, Change) else ():
        actor = desk.strategy.resolve.one(reference_of(typed), ("actor",))
        if actor:
            yield Public(actor.identifier, actor.label, desk.href(actor))
        elif typed:
            yield Public(identifier_of(typed), typed)


def _named(public: Public) -> Markup:
    word = escape.html(public.word)
    if not public.href:
        return word
    return Markup(f'<a href="{escape.attribute(public.href)}">{word}</a>')


def _attribute(code: str, values: tuple[str, ...]) -> str:
    return f' data-{code}="{escape.attribute(" ".join(values))}"'


def _values(
    desk: Desk, record: Change | Vision, publics: tuple[Public, ...]
) -> Mapping[str, tuple[str, ...]]:
    quartiers = tuple(each.identifier for each in desk.strategy.targets(record, "quartiers"))
    if isinstance(record, Vision):
        return {"quartier": quartiers}
    return {
        "quartier": quartiers,
        "horizon": (identifier_of(record.horizon.said(desk.locale)),),
        "who": tuple(each.value for each in publics if each.value),
        "state": (identifier_of(record.state.said(desk.locale)),),
    }


def _tie(desk: Desk, link: Link, other: Record, *, told: bool) -> Tie:
    """The link to ``other``; what is said of it is ``told`` once, at the end that makes it."""
    detail = link.detail if told and isinstance(link.detail, Contribution) else None
    illustrative = is_example(link)
    anchor, href = desk.context.addresses.anchor(other), desk.href(other)
    if detail is None:
        return Tie(anchor, other.label, href, illustrative)
    return Tie(
        anchor,
        other.label,
        href,
        illustrative,
        desk.inline(detail.assumption),
        detail.strength.said(desk.locale) if detail.strength else "",
        desk.inline(detail.evidence),
    )
