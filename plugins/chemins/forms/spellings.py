"""Words → patterns of JSON Schema that take them as our reader does: in any case, accents or not.

A pattern speaks the part of regular expressions that JavaScript and Python share.
"""

import re
from collections.abc import Iterable
from functools import cache

from chemins.locales import Locale, fold

_ACCENTED = "àâçéèêîïôùû"
"""The letters that people of these languages type with a mark, or without."""

_SEPARATOR = "[\\s_'’‐‑-]+"
"""What stands between the words of one: see ``fold``."""

NOTHING = "\\s*"
"""An empty text, which a reader takes as nothing said."""


def whole(*patterns: str) -> str:
    """The pattern of a text that one of ``patterns`` takes from its beginning to its end."""
    return f"^(?:{'|'.join(patterns)})$"


def any_spelling(words: Iterable[str]) -> str:
    """The pattern of any of ``words``, which are folded, as people may type them."""
    return "|".join(map(_spelled, words))


@cache
def _spelled(folded: str) -> str:
    return _SEPARATOR.join("".join(map(_letter, _pairs(word))) for word in folded.split())


def _pairs(word: str) -> list[str]:
    """The letters of ``word``; « oe » is one, since it may be typed as such."""
    return re.findall("oe|.", word)


@cache
def _letter(letter: str) -> str:
    if letter == "oe":
        return f"(?:{_letter('o')}{_letter('e')}|[œŒ])"
    if not letter.isalpha():
        return re.escape(letter)
    marked = [each for each in _ACCENTED if fold(each) == letter]
    return f"[{''.join(each + each.upper() for each in (letter, *marked))}]"


def date_pattern(locale: Locale, *, whole_day: bool) -> str:
    """The pattern of a date as people of ``locale`` write it; to the day, if ``whole_day``."""
    months = any_spelling(fold(each) for each in locale.months)
    optional = "" if whole_day else "?"
    iso = r"\d{4}-\d{1,2}-\d{1,2}" if whole_day else r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
    slashed = r"(?:\d{1,2}[/.]){2}\d{4}" if whole_day else r"(?:\d{1,2}[/.]){0,2}\d{4}"
    ordinal = any_spelling(("er", "st", "nd", "rd", "th"))
    number = rf"(?:\d{{1,2}}(?:{ordinal})?{_SEPARATOR}){optional}"
    worded = rf"{number}(?:{months}){_SEPARATOR}\d{{4}}"
    dates = "|".join((iso, slashed, worded))
    return whole(rf"\s*(?:{dates})\s*", NOTHING)
