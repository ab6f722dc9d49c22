"""The words of a text as they are searched: without case, accents, elisions nor common words."""

import re
import unicodedata
from functools import lru_cache

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
    found = dict.fromkeys(word for token in dict.fromkeys(text.split()) for word in _in(token))
    return [word for word in found if word not in common]


@lru_cache(maxsize=65536)
def _in(token: str) -> tuple[str, ...]:
    """The words of ``token``, which no space parts; pages say the same ones over and over."""
    lowered = token.lower().translate(_LIGATURES)
    if not lowered.isascii():
        lowered = _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
    return tuple(word[:LONGEST] for word in _WORD.findall(lowered))


def listed(typed: str) -> frozenset[str]:
    """The words that a locale lists with commas."""
    return frozenset(word.strip() for word in typed.split(","))
