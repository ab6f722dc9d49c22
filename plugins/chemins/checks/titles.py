"""Two records of a kind are two things, and their titles tell them apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.locales import Locale, fold
from chemins.records.base import Record
from chemins.records.session import Session
from chemins.strategy import Strategy

_WORD = re.compile(r"\w+")
_NEIGHBOURS = 3
"""How many titles further on, in order, a title is compared with."""

_LONG = 5
"""The letters of a word in which one may be a slip, « bas » and « bar » are two words; the words
of a title in which one more is no other title."""


@rule("TITLES-ALIKE", Severity.ADVICE)
def titles_are_alike(strategy: Strategy) -> Iterator[Finding]:
    """Two records of one kind have nearly the same title: readers take one for the other."""
    for kind in strategy.kinds:
        records = strategy.all(kind)
        for other, record in _alike(records, strategy.locale):
            yield Finding(
                at=record.place_of(kind.heading),
                about=record,
                values={
                    "other": other.label,
                    "path": other.source.path,
                },
                variant="same" if fold(other.label) == fold(record.label) else "",
            )


def _alike(records: Sequence[Record], locale: Locale) -> Iterator[tuple[Record, Record]]:
    """Each record whose title is nearly that of an earlier one, with that one.

    Titles are sorted by their beginnings, then by their ends, and compared with their neighbours:
    those that differ in one place stand side by side in one order or the other.
    """
    words = [_bare(record.label, locale) for record in records]
    turning = frozenset(map(_singular, _words("turning", locale)))
    same: dict[str, int] = {}
    pairs: dict[int, int] = {}
    for index, bare in enumerate(words):
        if bare and same.setdefault(bare, index) != index:
            _pair(pairs, records, same[bare], index)
    for order in (lambda bare: bare, lambda bare: bare[::-1]):
        ordered = sorted(same, key=order)
        for place, bare in enumerate(ordered):
            for near in islice(ordered, place + 1, place + 1 + _NEIGHBOURS):
                if _differ_by_a_slip(bare, near) or _differ_by_a_word(bare, near, turning):
                    _pair(pairs, records, *sorted((same[bare], same[near])))
    for later, earlier in sorted(pairs.items()):
        yield records[earlier], records[later]


def _pair(pairs: dict[int, int], records: Sequence[Record], earlier: int, later: int) -> None:
    if not _told_apart(records[earlier], records[later]):
        pairs[later] = min(earlier, pairs.get(later, earlier))


def _told_apart(one: Record, other: Record) -> bool:
    """Whether something else beside the title tells two records apart, as a date does meetings."""
    if isinstance(one, Session) and isinstance(other, Session):
        return (one.date, one.quartier, one.order) != (other.date, other.quartier, other.order)
    return False


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Whether one letter more, less, other or moved, in a long word, makes ``other`` of ``one``."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    end_one, end_other = len(one), len(other)
    while end_one > start and end_other > start and one[end_one - 1] == other[end_other - 1]:
        end_one -= 1
        end_other -= 1
    differing = (one[start:end_one], other[start:end_other])
    is_moved = len(differing[0]) == 2 and differing[0] == differing[1][::-1]
    if not is_moved and max(map(len, differing)) > 1:
        return False
    if any(each and not each.isalpha() for each in differing):
        return False
    return all(_word_around(text, start) >= _LONG for text in (one, other))


def _differ_by_a_word(one: str, other: str, turning: frozenset[str]) -> bool:
    """Whether a long title is another with one word more, which does not turn its meaning."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    if len(shorter) < _LONG or len(longer) != len(shorter) + 1:
        return False
    pairs = zip(shorter, longer, strict=False)
    place = next((at for at, (a, b) in enumerate(pairs) if a != b), len(shorter))
    more = longer[place]
    if len(more) < _LONG - 1 or not more.isalpha() or more in turning:
        return False
    return shorter[place:] == longer[place + 1 :]


def _word_around(text: str, place: int) -> int:
    """How many letters the word of ``text`` has that ``place`` stands in or ends."""
    begin = text.rfind(" ", 0, place) + 1
    end = text.find(" ", place)
    return (len(text) if end < 0 else end) - begin


def _bare(title: str, locale: Locale) -> str:
    """``title`` without case, accents, marks, small words and plurals."""
    small = _words("small", locale)
    words: Iterable[str] = _WORD.findall(fold(title))
    return " ".join(_singular(word) for word in words if word not in small)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


@lru_cache(maxsize=16)
def _words(name: str, locale: Locale) -> frozenset[str]:
    return frozenset(fold(word) for word in locale.text(f"titles.{name}").split(","))
