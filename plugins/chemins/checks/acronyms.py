"""An acronym is a word for those who know it already: each is explained somewhere."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chemins.checks.rule import Finding, rule
from chemins.checks.texts import Text, texts
from chemins.faults import Severity
from chemins.locales import Locale, fold
from chemins.records.actor import Actor
from chemins.records.base import Record
from chemins.records.quartier import Quartier
from chemins.records.term import Term
from chemins.strategy import Strategy

_CAPITALS = re.compile(r"[A-Z][A-Z0-9]+")
_MAX = 6
"""The letters of an acronym: DREETS has six; a longer word in capitals is a word."""

_ROMAN = re.compile(r"[IVX]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
_LOWER = re.compile(r"(?<![\w'’.@/-])[^\W\d_A-Z]+(?![\w@/-])")
_FEW = 40
_BLANKS = " \t\u00a0\u202f"
_APOSTROPHES = "'’"
_OPENED = '.!?:;«“"(*_#>|-–—•\n'
"""What a capital may follow because a sentence begins."""

_LOOKED_AT = 200
"""How far around an acronym, in characters, its full name is looked for."""

_KEPT = 200
"""How many uses of an acronym are looked at for one that explains it."""


_NAMING: tuple[type[Record], ...] = (Term, Actor, Quartier)
"""The kinds of record whose names need no explanation elsewhere: each has its page."""


@dataclass(frozen=True, slots=True)
class _Use:
    """An acronym in a text."""

    text: Text
    """The text."""

    words: str
    """The same, without what is no word."""

    start: int
    """Where the acronym begins."""

    end: int
    """Where it ends."""

    @property
    def acronym(self) -> str:
        """The acronym itself."""
        return self.words[self.start : self.end]

    @property
    def before(self) -> str:
        """What comes before it, near enough to matter."""
        return self.words[max(self.start - _LOOKED_AT, 0) : self.start]

    @property
    def after(self) -> str:
        """What comes after it, near enough to matter."""
        return self.words[self.end : self.end + _LOOKED_AT]


@rule("TERM-UNDEFINED", Severity.ADVICE)
def acronym_is_not_explained(strategy: Strategy) -> Iterator[Finding]:
    """An acronym that public texts use, explained nowhere. Told once, where it is first used."""
    # What could not be read may be what explains it.
    if not all(map(strategy.is_whole, _NAMING)):
        return
    locale = strategy.locale
    known = {*_words("known", locale), *_named(strategy)}
    uses: dict[str, list[_Use]] = {}
    everything: list[str] = []
    for record in strategy.records:
        for text in texts(record):
            everything.append(text.said)
            for use in _uses(text, locale):
                acronym = text.said[use.start : use.end]
                if acronym not in known:
                    where = uses.setdefault(acronym, [])
                    if len(where) < _KEPT:
                        where.append(use)
    small = _words("small", locale)
    stressed = _ordinary_words(uses, everything)
    for acronym, where in uses.items():
        if acronym not in stressed and not any(_is_explained(acronym, use, small) for use in where):
            first = where[0]
            yield Finding(
                at=first.text.place(first.start, first.end),
                about=first.text.record,
                values={"acronym": acronym},
            )


def _uses(text: Text, locale: Locale) -> Iterator[_Use]:
    """The acronyms of ``text``, but for what only looks like one."""
    if _CAPITALS.search(text.said) is None:
        return
    words = text.words()
    for found in _CAPITALS.finditer(words):
        start, end = found.span()
        if _is_acronym(found[0], words, start, end):
            use = _Use(text, words, start, end)
            if not _is_shouted(use) and not _is_a_name(use, locale):
                yield use


def _is_acronym(token: str, words: str, start: int, end: int) -> bool:
    letters = sum(map(str.isalpha, token))
    if not 2 <= letters <= _MAX or len(token) - letters > 1 or _ROMAN.fullmatch(token):
        return False
    beside = (words[max(start - 1, 0) : start], words[end : end + 1])
    return not any(each.isalnum() or each == "_" for each in beside)


def _is_shouted(use: _Use) -> bool:
    """Whether capitals are only a way to print: a whole title, or several words together."""
    line = f"{use.before.rpartition(chr(10))[2]}{use.acronym}{use.after.partition(chr(10))[0]}"
    if line.isupper() and (
        use.text.is_heading or line.startswith("#") or len(_LETTERS.findall(line)) > 1
    ):
        return True
    ahead = _LETTERS.match(use.after.lstrip(_BLANKS + _APOSTROPHES))
    behind = _LAST_LETTERS.search(use.before.rstrip(_BLANKS + _APOSTROPHES))
    return any(each and len(each[0]) > 1 and each[0].isupper() for each in (ahead, behind))


def _is_a_name(use: _Use, locale: Locale) -> bool:
    """Whether a person's name is printed in capitals: « Marie DURAND », « M. DURAND »."""
    before = use.before.rstrip(_BLANKS)
    if before.endswith(tuple(_words("before_names", locale))):
        return True
    first_name = _LAST_LETTERS.search(before)
    if first_name is None or not first_name[0].istitle():
        return False
    ahead = before[: first_name.start()].rstrip(_BLANKS)
    # Where a sentence begins, any word has a capital: one that is known is no first name.
    begins = not ahead or ahead[-1] in _OPENED
    return not (begins and first_name[0].lower() in _ordinary(locale))


def _ordinary_words(acronyms: Collection[str], everything: Sequence[str]) -> Collection[str]:
    """The ``acronyms`` whose letters are also an ordinary word, which capitals only stress."""
    if len(acronyms) > _FEW:
        written = {word for text in everything for word in _LOWER.findall(text)}
        return {each for each in acronyms if each.lower() in written}
    # Of a few, it is quicker to look for each.
    return {each for each in acronyms if _is_written(each.lower(), everything)}


def _is_written(word: str, everything: Sequence[str]) -> bool:
    return any(word in text and word in _LOWER.findall(text) for text in everything)


def _is_explained(acronym: str, use: _Use, small: frozenset[str]) -> bool:
    """Whether the text gives the full name beside ``acronym``: « Projet éducatif (PE) »."""
    behind = use.before.rstrip(_BLANKS + _APOSTROPHES + '«“"*_')
    if behind[-1:] in ("(", ",", "–", "—"):
        words = _LETTERS.findall(fold(behind))
        if _spells(acronym.lower()[::-1], words[::-1], small, strict=behind[-1] == ","):
            return True
    ahead = use.after.lstrip(_BLANKS + '»”"*_')
    if ahead[:1] not in ("(", ",", "–", "—", ":", "="):
        return False
    words = _LETTERS.findall(fold(ahead))
    return _spells(acronym.lower(), words, small, strict=ahead[0] == ",")


def _spells(
    acronym: str, words: Sequence[str], small: frozenset[str], *, strict: bool = False
) -> bool:
    """Whether ``words`` begin with the letters of ``acronym``, one after the other.

    Small words may lend their letter or not, « Agence de l’environnement et de la maîtrise de
    l’énergie », and one other word may be passed over, unless ``strict``.
    """
    letters = [each for each in acronym if each.isalpha()]
    passes = 0 if strict else 1
    for word in words:
        if not letters:
            break
        if word[0] == letters[0]:
            letters.pop(0)
        elif len(word) > 1 and word not in small:
            passes -= 1
            if passes < 0:
                return False
    return not letters


def _named(strategy: Strategy) -> Iterator[str]:
    """The acronyms that the glossary explains, or that name an actor or a quartier."""
    names = [name for each in strategy.all(Term) for name in (each.term, each.acronym)]
    names += [each.name for each in strategy.all(Actor)]
    for each in strategy.all(Quartier):
        names += [each.official_name, each.usual_name]
    for name in filter(None, names):
        yield from _CAPITALS.findall(name)


@lru_cache(maxsize=8)
def _ordinary(locale: Locale) -> frozenset[str]:
    """The words that the product itself says: all the small ones, and many of the field."""
    return frozenset(
        word for said in locale.words.values() for word in _LETTERS.findall(said) if word.islower()
    )


@lru_cache(maxsize=32)
def _words(name: str, locale: Locale) -> frozenset[str]:
    return frozenset(locale.text(f"acronyms.{name}").split(","))
