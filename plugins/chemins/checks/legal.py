"""A site that is published says who answers for it."""

from collections.abc import Iterator

from chemins.faults import Fault
from chemins.faults.codes import fault
from chemins.locales import Locale, fold
from chemins.records.territory import Publisher, Territory
from chemins.records.words import key_of
from chemins.strategy import Strategy

_REQUIRED = ("name", "director", "address", "phone", "host")
"""Source: law n° 2004-575 of 21 June 2004, article 1-1."""


def unsigned_site(strategy: Strategy) -> Iterator[Fault]:
    """The legal details are missing or left as placeholders, and this is no demonstration."""
    territory = strategy.single(Territory)
    if territory is None or territory.demonstration or territory.source.doubts("publisher"):
        return
    if keys := unsigned(territory, strategy.locale):
        yield fault("E-LEGAL", territory.place_of("publisher"), missing=keys)


def unsigned(territory: Territory, locale: Locale) -> str:
    """The keys of the legal details that ``territory`` does not give; empty when all are there."""
    return ", ".join(
        key_of(Publisher, name, locale) for name in _missing(territory.publisher, locale)
    )


def _missing(publisher: Publisher | None, locale: Locale) -> Iterator[str]:
    placeholders = {fold(word) for word in locale.text("text.placeholders").split(",")}
    for name in _REQUIRED:
        value = getattr(publisher, name) if publisher else None
        if not value or fold(value).strip(".… ") in placeholders:
            yield name
