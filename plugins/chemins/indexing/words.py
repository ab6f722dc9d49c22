"""The words of a text as they are searched: without case, accents, elisions nor common words."""

import re
import unicodedata
from collections.abc import Iterable

_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})

LONGEST = 40
"""Of a longer word this much is kept: nobody types more."""


def words(text: str, common: frozenset[str]) -> list[str]:
    """Each word of ``text`` once, in order, but for those that are ``common``.

    An elision is two words: « l’école » is « l » and « ecole ». ``search-index.js`` does the same
    with what a reader types.
    """
    lowered = text.lower().translate(_LIGATURES)
    if not lowered.isascii():
        lowered = _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
    found = dict.fromkeys(_WORD.findall(lowered))
    return [word[:LONGEST] for word in found if word not in common]


def listed(typed: str) -> frozenset[str]:
    """The words that a locale lists with commas."""
    return frozenset(word.strip() for word in typed.split(","))


def joined(parts: Iterable[str]) -> str:
    """``parts`` as one text, on one line."""
    return " ".join(" ".join(parts).split())
