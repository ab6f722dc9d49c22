"""Who is meant by the words for a public: residents, or people who work for institutions.

Publics are free words, « parents », « jeunes de 16 à 25 ans »; those for residents are known by
the locales.
"""

import re
from functools import lru_cache

from chemins.locales import Locale, fold
from chemins.records.actor import Actor, ActorType
from chemins.records.change import Change
from chemins.records.session import Session
from chemins.strategy.strategy import Strategy

_WORD = re.compile(r"\w+")


def speaks_of_residents(words: str, locale: Locale) -> bool:
    """Whether residents are among those whom ``words`` name: « élus et habitants »."""
    text = f" {' '.join(_WORD.findall(fold(words)))} "
    return any(f" {each} " in text for each in _residents(locale))


def are_residents(words: str, locale: Locale) -> bool:
    """Whether all whom ``words`` name are residents: « parents », not « école des parents »."""
    groups = _joining(locale).split(fold(words))
    return all(_is_of_residents(each, locale) for each in groups if each.strip())


def _is_of_residents(group: str, locale: Locale) -> bool:
    """Whether ``group`` begins, small words apart, with a word for residents."""
    names = group.split()
    small = _small(locale)
    while names and names[0] in small:
        names.pop(0)
    text = f"{' '.join(names)} "
    return any(text.startswith(f"{each} ") for each in _residents(locale))


def met_residents(session: Session, locale: Locale) -> bool:
    """Whether ``session`` says that residents were there."""
    there = (who for who, count in session.present if count)
    return any(speaks_of_residents(who, locale) for who in (*session.publics, *there))


def whose_change(strategy: Strategy, change: Change) -> tuple[bool, bool]:
    """Whether residents have to change, and whether institutions have to.

    An actor is an organisation unless it is a group of residents; one that could not be read may
    be either, and counts as an organisation.
    """
    residents = institutions = False
    actors = {link.loc: link.target for link in strategy.links_from(change, "who_changes")}
    for index, who in enumerate(change.who_changes):
        actor = actors.get(("who_changes", index))
        if isinstance(actor, Actor):
            is_resident = actor.type is ActorType.RESIDENTS_GROUP
        else:
            is_resident = are_residents(who, strategy.locale)
        residents |= is_resident
        institutions |= not is_resident
    return residents, institutions


@lru_cache(maxsize=8)
def _residents(locale: Locale) -> tuple[str, ...]:
    return tuple(fold(word) for word in locale.text("publics.residents").split(","))


@lru_cache(maxsize=8)
def _small(locale: Locale) -> frozenset[str]:
    return frozenset(fold(word) for word in locale.text("publics.small").split(","))


@lru_cache(maxsize=8)
def _joining(locale: Locale) -> re.Pattern[str]:
    words = "|".join(map(re.escape, locale.text("publics.joining").split(",")))
    return re.compile(rf"[,;/&+()]|\b(?:{words})\b")
