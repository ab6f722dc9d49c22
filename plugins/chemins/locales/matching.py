"""How a word that was typed is compared with the words that are known."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from heapq import nlargest

_SEPARATORS = re.compile(r"[\s_'’‐‑-]+")

_COMPARED = 24
"""How many words, of those that share most pairs of letters, are compared letter by letter."""


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """``word`` without case, accents, apostrophes or separators that people type differently.

    « À l’étude », « a l'etude » and « a_l_etude » are the same word to a reader.
    """
    if word.isascii():
        bare = word
    else:
        decomposed = unicodedata.normalize("NFKD", word.replace("œ", "oe").replace("Œ", "Oe"))
        bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", bare).strip().lower()


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was probably meant to be; none when nothing is near."""
    typed = fold(word[:200])
    candidates = {fold(candidate): candidate for candidate in sorted(known)}
    found = difflib.get_close_matches(typed, _likely(typed, candidates), n=1, cutoff=0.6)
    return candidates[found[0]] if found else None


def _likely(typed: str, candidates: Collection[str]) -> Collection[str]:
    """The candidates that are worth comparing letter by letter, which takes long."""
    if len(candidates) <= _COMPARED:
        return candidates
    pairs = _pairs(typed)
    return nlargest(_COMPARED, candidates, key=lambda each: len(pairs & _pairs(each)))


@lru_cache(maxsize=16384)
def _pairs(word: str) -> frozenset[str]:
    """Each two letters that follow one another in ``word``."""
    return frozenset(word[index : index + 2] for index in range(len(word) - 1))
