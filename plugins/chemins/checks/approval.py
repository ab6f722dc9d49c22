"""Where only approved records are published: which wait, and which words lead to them."""

from collections.abc import Iterator

from chemins.approval import Withheld
from chemins.checks.mentions import place_in
from chemins.checks.texts import prose
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.records.base import Record
from chemins.text.mentions import Mention, mentions

_NAMED = 20
"""How many of those that wait are named; the rest are counted."""


def waiting(withheld: Withheld) -> Iterator[Fault]:
    """What is not published for want of approval, and each link of a text that leads there."""
    names = [each.source.path for each in withheld.records.values()]
    if names:
        more = ["…"] if len(names) > _NAMED else []
        said = ", ".join(names[:_NAMED] + more)
        yield fault("W-WAITING", Place("."), count=len(names), names=said)
    for record in withheld.strategy.records:
        if record.key not in withheld.records:
            yield from _in_record(withheld, record)


def links_to_waiting(withheld: Withheld, path: str, text: str) -> Iterator[Fault]:
    """The links of a page written by hand, of the file ``path``, that lead to what waits."""
    for each in mentions(text):
        place = Place(path, each.line, each.column, each.width)
        yield from _fault(withheld, each, path, place, is_record=False)


def _in_record(withheld: Withheld, record: Record) -> Iterator[Fault]:
    path = record.source.path
    for each in mentions(record.body):
        place = record.source.body_place(each.line, each.column, each.width)
        yield from _fault(withheld, each, path, place)
    for loc, text in prose(record):
        for each in mentions(text):
            yield from _fault(withheld, each, path, place_in(record, loc, text, each))


def _fault(
    withheld: Withheld, mention: Mention, path: str, place: Place, *, is_record: bool = True
) -> Iterator[Fault]:
    if mention.what != "reference":
        found = withheld.linked(mention.value, path)
    else:
        found = withheld.target(mention.value) if is_record else None
    if found is not None:
        yield fault("W-UNAPPROVED", place, value=mention.value, path=found.source.path)
