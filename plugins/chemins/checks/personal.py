"""What points to a person in what everybody will read."""

from collections.abc import Iterable, Iterator
from itertools import islice

from chemins.checks.texts import Text, public_texts
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.strategy import Strategy
from chemins.text.personal import Personal, personal

MOST = 50
"""How many signs of one text are told: a text full of them is a list of people, and the first say
so."""


def personal_data(strategy: Strategy, drafts: Iterable[Draft] = ()) -> Iterator[Fault]:
    """An address, a number, a name or a date of birth in the texts of a record."""
    for draft in drafts:
        yield from _in_body(draft, strategy.locale)
    for record in strategy.records:
        yield from _in_body(record, strategy.locale)
        yield from _in_fields(record, strategy.locale)


def personal_data_of_page(path: str, text: str, locale: Locale) -> Iterator[Fault]:
    """The same in a page written by hand, its front matter included."""
    for found in islice(personal(text, locale), MOST):
        yield _fault(found, Place(path, *_position(text, found)))


def _in_body(record: Record | Draft, locale: Locale) -> Iterator[Fault]:
    for found in islice(personal(record.body, locale), MOST):
        yield _fault(found, record.source.body_place(*_position(record.body, found)))


def _in_fields(record: Record, locale: Locale) -> Iterator[Fault]:
    texts = tuple(public_texts(record))
    # Nearly always nothing: one look at them all is quicker than one at each.
    if any(personal("\n\n".join(text for _, text in texts), locale)):
        for loc, text in texts:
            for found in islice(personal(text, locale), MOST):
                end = found.start + _position(text, found)[2]
                place = Text(record, loc, type(record), text).place(found.start, end)
                yield _fault(found, place)


def _position(text: str, found: Personal) -> tuple[int, int, int]:
    """Line, column and width of ``found``, on the line where it begins."""
    first = text.rfind("\n", 0, found.start) + 1
    last = text.find("\n", found.start, found.end)
    end = found.end if last < 0 else last
    return text.count("\n", 0, first) + 1, found.start - first + 1, end - found.start


def _fault(found: Personal, place: Place) -> Fault:
    return fault("W-PERSON", place, found.what, value=found.value)
