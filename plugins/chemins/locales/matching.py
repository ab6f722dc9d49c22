"""How a word that was typed is compared with the words that are known."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

_SEPARATORS = re.compile(r"[\s_'’‐‑-]+")


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
    candidates = {fold(candidate): candidate for candidate in sorted(known)}
    found = difflib.get_close_matches(fold(word[:200]), candidates, n=1, cutoff=0.6)
    return candidates[found[0]] if found else None
