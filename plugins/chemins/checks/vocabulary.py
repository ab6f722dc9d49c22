"""Words that say more of those who write than of those they speak of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chemins.checks.rule import Finding, rule
from chemins.checks.texts import Text, texts
from chemins.faults import Severity
from chemins.locales import Locale, fold
from chemins.records.session import Idea, Quotation
from chemins.records.term import Term
from chemins.strategy import Strategy

_SOMEBODY_S = (Idea, Quotation)
"""The parts that hold the words of those who were there, which nobody else is to weigh."""

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|^ {0,3}>.*$", re.MULTILINE)
"""Words of others: a law, a speaker, or words that their author holds at a distance."""

_NEXT = re.compile(r"[ \t\n\u00a0\u202f'’-]+(\w+)")
_WORD = re.compile(r"\w+")
_LOOKED_AT = 60
"""How far around a word, in characters, its neighbours are looked for."""

_NEAR = 3
"""How many words away, at most, stands the noun that a word qualifies."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A word to weigh."""

    pattern: re.Pattern[str]
    """Its forms."""

    roots: tuple[str, ...]
    """What a text in lower case holds wherever there is one of them."""

    instead: str
    """What one may say."""

    of: frozenset[str]
    """The nouns that it must qualify to be meant; empty where it always is."""

    not_before: frozenset[str]
    """The words before which it means something else."""

    not_after: frozenset[str]
    """The words after which it means something else."""


@rule("WORDS-TO-WEIGH", Severity.ADVICE)
def words_to_weigh(strategy: Strategy) -> Iterator[Finding]:
    """A word that looks at people from above, or at what they lack. Once a record and word."""
    weighed = _weighed(strategy.locale)
    for record in strategy.records:
        found: dict[str, list[tuple[Text, re.Match[str]]]] = {}
        for text in texts(record):
            if text.model not in _SOMEBODY_S:
                for word, match in _found(text, weighed):
                    found.setdefault(word.instead, []).append((text, match))
        for instead, places in found.items():
            text, match = places[0]
            if not (isinstance(record, Term) and match[0].lower() in record.term.lower()):
                yield Finding(
                    at=text.place(match.start(), match.end()),
                    about=record,
                    values={"word": match[0], "instead": instead, "count": len(places)},
                    variant="several" if len(places) > 1 else "",
                )


def _found(text: Text, weighed: tuple[_Weighed, ...]) -> Iterator[tuple[_Weighed, re.Match[str]]]:
    lowered = text.said.lower()
    likely = [each for each in weighed if any(root in lowered for root in each.roots)]
    if likely:
        words = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text.words())
        for each in likely:
            for match in each.pattern.finditer(words):
                if _is_meant(words, match, each):
                    yield each, match


def _is_meant(words: str, match: re.Match[str], weighed: _Weighed) -> bool:
    following = _NEXT.match(words, match.end())
    if following and fold(following[1]) in weighed.not_before:
        return False
    ahead = words[max(match.start() - _LOOKED_AT, 0) : match.start()]
    before = [fold(each) for each in _WORD.findall(ahead)[-_NEAR:]]
    if before and before[-1] in weighed.not_after:
        return False
    if not weighed.of:
        return True
    behind = words[match.end() : match.end() + _LOOKED_AT]
    after = [fold(each) for each in _WORD.findall(behind)[:_NEAR]]
    return not weighed.of.isdisjoint((*before, *after))


@lru_cache(maxsize=8)
def _weighed(locale: Locale) -> tuple[_Weighed, ...]:
    names = dict.fromkeys(rest.partition(".")[0] for rest, _ in locale.under("weighed"))
    return tuple(_one(locale, name) for name in names)


def _one(locale: Locale, name: str) -> _Weighed:
    said = {
        key: locale.text(f"weighed.{name}.{key}")
        for key in ("forms", "instead", "of", "not_before", "not_after")
        if locale.has(f"weighed.{name}.{key}")
    }
    forms = sorted(said["forms"].split(","), key=len, reverse=True)
    listed = {
        key: frozenset(fold(word) for word in said.get(key, "").split(",") if word)
        for key in ("of", "not_before", "not_after")
    }
    alternatives = "|".join(map(re.escape, forms))
    return _Weighed(
        pattern=re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE),
        roots=tuple({form[:5] for form in forms}),
        instead=said["instead"],
        **listed,
    )
