"""What in a text points to a person: addresses, numbers, names behind a title, dates of birth.

Signs, not certainties: each is worth a look before it is published. Made to be quick over texts
that hold none, which is nearly all of them: each pattern that is looked for first begins with fixed
letters, which Python finds many times faster than it tries alternatives.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from chemins.locales import Locale, fold

What = Literal["mail", "phone", "name", "birth"]

_AFTER_AT = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_BEFORE_AT = re.compile(r"[\w.%+'-]*[\w%+-]\Z")
_LONGEST_BOX = 64
"""Characters before the ``@`` of an address (RFC 5321)."""

_LONGEST_PLACE = 24
"""Characters before a title that may say that what follows is a street or a school."""

_BLANK = r"[ \u00a0\u202f\u2009.-]?"
_COUNTRY = rf"33{_BLANK}(?:\(0\){_BLANK})?"
_NINE = rf"[1-9](?:{_BLANK}\d\d){{4}}(?!\w)"
_PHONES = (
    re.compile(rf"0(?<!\w0)(?<!\d[.,]0)(?:0{_COUNTRY})?{_NINE}"),
    re.compile(rf"\+{_COUNTRY}{_NINE}"),
)
"""Numbers of the French plan: ten digits, or nine behind the country's code."""

_GAP = r"[ \u00a0\u202f\n]"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ]"
_NAME = rf"{_CAPITAL}[\w’'-]+"
_PARTICLE = r"(?:(?:d’|d')|(?:de|du|des|van|von|ben|el|al)[ \u00a0])?"
"""What may stand before a capital in a name; « Mme la Préfète » is a function."""


@dataclass(frozen=True, slots=True)
class Personal:
    """One sign of a person in a text."""

    what: What
    """What it is."""

    value: str
    """As it is written, on one line."""

    start: int
    """Where it begins, in characters."""

    end: int
    """Where it ends."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language says before a name or a date of birth, ready to be looked for."""

    title: re.Pattern[str]
    named: re.Pattern[str]
    functions: frozenset[str]
    places: re.Pattern[str]
    births: tuple[re.Pattern[str], ...]
    born: re.Pattern[str]


def personal(text: str, locale: Locale) -> Iterator[Personal]:
    """The signs of persons in ``text``, in the words of ``locale``, sort by sort."""
    words = _words(locale)
    if "@" in text:
        yield from _mails(text)
    for number in _PHONES:
        for found in number.finditer(text):
            yield _found("phone", found)
    if words.title.search(text):
        yield from _names(text, words)
    if any(birth.search(text) for birth in words.births):
        for found in words.born.finditer(text):
            yield _found("birth", found)


def _mails(text: str) -> Iterator[Personal]:
    for found in _AFTER_AT.finditer(text):
        at = found.start()
        box = _BEFORE_AT.search(text[max(at - _LONGEST_BOX, 0) : at])
        if box is not None:
            start = at - len(box[0])
            yield Personal("mail", text[start : found.end()], start, found.end())


def _names(text: str, words: _Words) -> Iterator[Personal]:
    for found in words.named.finditer(text):
        # « Madame La Maire » names nobody, and « M. Le Goff » somebody; a street, neither.
        if not {fold(each) for each in found["name"].split()[:2]} & words.functions:
            start = found.start()
            if not words.places.search(text, max(start - _LONGEST_PLACE, 0), start):
                yield _found("name", found)


def _found(what: What, found: re.Match[str]) -> Personal:
    return Personal(what, " ".join(found[0].split()), found.start(), found.end())


@lru_cache(maxsize=8)
def _words(locale: Locale) -> _Words:
    titles = _either(_list(locale, "titles"))
    births = _list(locale, "births")
    months = _either(locale.months)
    day = rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)?{_GAP}(?:{months}){_GAP}|\d{{1,2}}[/.-]\d{{1,2}}[/.-])"
    # A title is a word of its own, and the name is what follows, further words of it included.
    named = (
        rf"(?<![\w.])(?:{titles}){_GAP}{{1,3}}[*_]{{0,3}}"
        rf"(?P<name>{_PARTICLE}{_NAME}(?:[ \u00a0]{_PARTICLE}{_NAME}){{0,2}})"
    )
    return _Words(
        title=re.compile(titles),
        named=re.compile(named),
        functions=frozenset(fold(each) for each in _list(locale, "functions")),
        places=re.compile(rf"(?<!\w)(?:{_either(_list(locale, 'places'))})\s\Z", re.IGNORECASE),
        births=tuple(_by_first_letters(births)),
        born=re.compile(rf"(?:{_either(births)})[^\n.;]{{0,40}}?{day}\d{{2,4}}", re.IGNORECASE),
    )


def _list(locale: Locale, key: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in locale.text(f"personal.{key}").split(","))


def _by_first_letters(words: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """A pattern for those of ``words`` that begin alike, with a capital or without."""
    written = {each for word in words for each in (word, word[0].upper() + word[1:])}
    for _, group in groupby(sorted(written), key=lambda word: word[:2]):
        yield re.compile(_either(group))


def _either(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first; a blank in one may be any."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)
