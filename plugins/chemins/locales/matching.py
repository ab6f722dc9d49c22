"""How a word that was typed is compared with the words that are known."""

import difflib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

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
    return _known(tuple(known)).closest(fold(word[:200]))


class _Known:
    """Words that are known, made ready once for all that is looked for among them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {fold(word): word for word in sorted(words)}
        self._by_pair: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            for pair in _pairs(word):
                self._by_pair[pair].append(word)

    def closest(self, typed: str) -> str | None:
        """The known word that ``typed``, folded, is nearest to."""
        near = difflib.get_close_matches(typed, self._likely(typed), n=1, cutoff=0.6)
        return self._words[near[0]] if near else None

    def _likely(self, typed: str) -> Iterable[str]:
        """The words that are worth comparing letter by letter, which takes long."""
        if len(self._words) <= _COMPARED:
            return self._words
        sharing = Counter(
            chain.from_iterable(self._by_pair.get(pair, ()) for pair in sorted(_pairs(typed)))
        )
        return (word for word, _ in sharing.most_common(_COMPARED))


@lru_cache(maxsize=64)
def _known(words: tuple[str, ...]) -> _Known:
    return _Known(words)


def _pairs(word: str) -> frozenset[str]:
    """Each two letters that follow one another in ``word``."""
    return frozenset(word[index : index + 2] for index in range(len(word) - 1))
