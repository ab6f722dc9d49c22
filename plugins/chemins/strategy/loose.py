"""Loose ends: what records say of links that could not be followed.

A rule that looks for what is missing must not take a fault that is told already for an absence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from chemins.locales import closest
from chemins.records.base import Record
from chemins.records.declaration import Reach, inverses, reaches
from chemins.records.draft import Draft
from chemins.strategy.resolve import Key, Resolver

Holder = Record | Draft


@dataclass(frozen=True, slots=True)
class LooseEnds:
    """The links that a strategy would have, were it without fault."""

    out: frozenset[tuple[Key, str]]
    """The records, each with a field that names what is not there, or could not be read."""

    back: frozenset[tuple[Key, str]]
    """The records, each with the name of a link by which one of those fields may lead to it."""

    anywhere: frozenset[str]
    """The names of links, seen backwards, of fields that could not be understood at all."""

    kinds: frozenset[str]
    """The kinds of which some record could not be read."""


def loose_ends(
    resolve: Resolver,
    unlinked: Iterable[tuple[Record, Reach]],
    drafts: tuple[Draft, ...],
    missed: Iterable[type[Record]],
) -> LooseEnds:
    """What the ``unlinked`` references of records leave loose, the ``drafts``, and what is missed.

    Of the kinds that are ``missed``, a record may be there that is not even a draft.
    """
    out: set[tuple[Key, str]] = set()
    back: set[tuple[Key, str]] = set()
    for record, reach in unlinked:
        if _is_loose(resolve, reach):
            out.add((record.key, reach.field))
            back.update(_may_mean(resolve, reach))
    for draft in drafts:
        for reach in reaches(draft):
            back.update(_may_mean(resolve, reach))
    missed = tuple(missed)
    holders: Iterator[Holder] = chain(resolve.records.values(), drafts)
    anywhere = {inverse for holder in holders for inverse in _not_understood(holder)}
    anywhere.update(inverse for kind in missed for _, inverse in inverses(kind))
    return LooseEnds(
        frozenset(out),
        frozenset(back),
        frozenset(anywhere),
        frozenset((*(kind.kind for kind in missed), *(draft.model.kind for draft in drafts))),
    )


def _is_loose(resolve: Resolver, reach: Reach) -> bool:
    """Whether ``reach``, which names no one record, was meant to: a free word was not."""
    to = reach.relation.to
    if not reach.relation.loose or resolve.candidates(reach.reference, to):
        return True
    return resolve.is_unread(reach.reference, to)


def _may_mean(resolve: Resolver, reach: Reach) -> Iterator[tuple[Key, str]]:
    """The records that ``reach`` leads to, or would if it were written right."""
    relation = reach.relation
    found = resolve.candidates(reach.reference, relation.to)
    if not found and not relation.loose and not resolve.is_unread(reach.reference, relation.to):
        known = (key for key in resolve.records if relation.leads_to(key[0]))
        near = closest(reach.reference, (identifier for _, identifier in known))
        found = resolve.candidates(near, relation.to) if near else ()
    for record in found:
        yield record.key, relation.inverse


def _not_understood(holder: Holder) -> Iterator[str]:
    is_blank = isinstance(holder, Draft) and not holder.values
    if not (is_blank or holder.source.doubted):
        return
    model = holder.model if isinstance(holder, Draft) else type(holder)
    for field, inverse in inverses(model):
        if is_blank or holder.source.doubts(field):
            yield inverse
