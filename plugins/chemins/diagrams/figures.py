"""A figure in words: its number, its unit, its date."""

from functools import lru_cache

from chemins.locales import Locale
from chemins.records.when import When


@lru_cache(maxsize=32768)
def number(value: float, locale: Locale) -> str:
    """« 1 234,5 »: as a page or a picture shows it; the same ones stand on many pages."""
    return locale.number(value)


def figure(value: float, unit: str | None, locale: Locale) -> str:
    """« 62 % », « 1 204 habitants »."""
    said = number(value, locale)
    if not unit:
        return said
    key = "percent" if unit.strip() == "%" else "unit"
    return locale.text(f"figures.{key}", value=said, unit=unit)


def dated(said: str, when: When, locale: Locale) -> str:
    """« 62 % en 2024 », « 62 % le 12 mars 2024 »."""
    key = "on" if when.day else "in"
    return locale.text(f"figures.{key}", said=said, date=when.said(locale))


def moment(when: When, locale: Locale) -> str:
    """« en mars 2026 », « le 12 mars 2026 »."""
    return locale.text(f"figures.{'on_day' if when.day else 'in_month'}", date=when.said(locale))


def since(when: When, locale: Locale) -> str:
    """« depuis mars 2026 », « depuis le 12 mars 2026 »."""
    key = "since_day" if when.day else "since"
    return locale.text(f"figures.{key}", date=when.said(locale))


def seen_on(when: When, locale: Locale) -> str:
    """« constaté en mars 2026 », « constaté le 12 mars 2026 »."""
    key = "seen_day" if when.day else "seen"
    return locale.text(f"figures.{key}", date=when.said(locale))
