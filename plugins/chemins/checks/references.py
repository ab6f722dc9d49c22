"""Every link of every record leads to one record of a kind that the field allows."""

from collections.abc import Iterable, Iterator
from itertools import chain

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import closest
from chemins.records.base import Record
from chemins.records.declaration import Reach, reaches
from chemins.records.draft import Draft
from chemins.records.identifiers import reference_of
from chemins.records.kinds import folder_of
from chemins.records.relations import RECORDS
from chemins.records.words import key_of, kind_name, kinds_name
from chemins.strategy import Strategy


def unresolved_references(strategy: Strategy, drafts: Iterable[Draft]) -> Iterator[Fault]:
    """A field names a record that does not exist, is of another kind, or is not the only one."""
    holders: Iterator[Record | Draft] = chain(strategy.records, drafts)
    for record in holders:
        for reach in reaches(record):
            found = strategy.resolve.candidates(reach.reference, reach.relation.to)
            if len(found) == 1 or (reach.relation.loose and not found):
                continue
            if found or not strategy.resolve.is_unread(reach.reference, reach.relation.to):
                yield _fault(strategy, record, reach, found)


def _fault(
    strategy: Strategy, record: Record | Draft, reach: Reach, found: tuple[Record, ...]
) -> Fault:
    place = record.place_of(*reach.loc)
    model = record.model if isinstance(record, Draft) else type(record)
    key = key_of(model, reach.field, strategy.locale)
    return reference_fault(strategy, place, reach.typed, reach.relation.to, found, key)


def reference_fault(
    strategy: Strategy,
    place: Place,
    typed: str,
    to: tuple[str, ...],
    found: tuple[Record, ...],
    key: str,
) -> Fault:
    """What is wrong with ``typed``, which should name one record of the kinds ``to``."""
    locale = strategy.locale
    reference = reference_of(typed)
    if found:
        names = [_qualified(strategy, each) for each in found]
        candidates = locale.listing(names)
        return fault("E-AMBIGUOUS", place, value=typed, candidates=candidates, example=names[0])
    elsewhere = strategy.resolve.candidates(reference)
    if elsewhere and to != (RECORDS,):
        return fault(
            "E-REF-KIND",
            place,
            value=typed,
            found=locale.text(f"kinds.{elsewhere[0].kind}.a"),
            wanted=locale.text("report.or").join(
                locale.text(f"kinds.{kind}.a") for kind in to if kind in strategy.kinds
            ),
            key=key,
        )
    near = closest(reference, _known(strategy, to))
    kinds = [kinds_name(kind.kind, locale) for kind in strategy.kinds if _may(kind.kind, to)]
    return fault(
        "E-REF",
        place,
        "near" if near else "",
        value=typed,
        suggestion=near,
        kinds=", ".join(kinds),
    )


def _known(strategy: Strategy, to: tuple[str, ...]) -> Iterator[str]:
    for kind, identifiers in strategy.resolve.identifiers.items():
        if _may(kind, to):
            yield from identifiers


def _may(kind: str, to: tuple[str, ...]) -> bool:
    return kind in to or to == (RECORDS,)


def _qualified(strategy: Strategy, record: Record) -> str:
    kind = type(record)
    name = (
        folder_of(kind, strategy.locale) if kind.folder else kind_name(kind.kind, strategy.locale)
    )
    return f"{name}/{record.identifier}"
