"""The reader of the words: ``<language>.yml`` as one flat, frozen table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from chemins.locales.typography import french, french_filled, french_html

LANGUAGES = ("fr", "en")
"""The languages that the product speaks, its own first."""


@dataclass(frozen=True, eq=False)
class Locale:
    """The words of one language."""

    language: str
    """An ISO 639-1 code."""

    words: Mapping[str, str]
    """Dotted key → word: ``kinds.change.one`` → « changement »."""

    def text(self, key: str, /, **values: Any) -> str:
        """The word at ``key``, its ``{names}`` filled with ``values``.

        With ``count``, the plural form that the language's rule chooses (CLDR, through Babel).

        Raises:
            KeyError: the language lacks the word.
        """
        template = self.words.get(key)
        if template is None:
            template = self._plural(key, values["count"] if values else 0)
        if not values:
            return template
        if self.language == "fr":
            return french_filled(template, values)
        return template.format_map(values)

    def typeset(self, text: str) -> str:
        """``text`` as the language is printed: its spaces before marks, its apostrophe."""
        return _french(text) if self.language == "fr" else text

    def typeset_html(self, html: str) -> str:
        """The text of ``html`` as the language is printed."""
        return french_html(html) if self.language == "fr" else html

    def has(self, key: str) -> bool:
        """Whether the language has a word at ``key``."""
        return key in self.words

    def under(self, prefix: str) -> Iterator[tuple[str, str]]:
        """The words whose key begins with ``prefix`` and a dot, as (rest of the key, word)."""
        start = f"{prefix}."
        for key, word in self.words.items():
            if key.startswith(start):
                yield key[len(start) :], word

    def listing(self, items: Iterable[str]) -> str:
        """``items`` as a sentence lists them: « Pierre, Paul et Jacques »."""
        from babel.lists import format_list

        return format_list(list(items), locale=self.language)

    def number(self, value: float) -> str:
        """``value`` with the language's decimal and thousands marks."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.language)

    def money(self, euros: float) -> str:
        """A sum in euros, with cents only where it has some: « 12 000 € »."""
        from babel.numbers import format_currency

        pattern = None if euros % 1 else "¤#,##0" if self.language == "en" else "#,##0 ¤"
        return format_currency(
            euros, "EUR", pattern, locale=self.language, currency_digits=pattern is None
        )

    def spelled(self, count: int) -> str:
        """``count`` in letters where a text spells it, else in digits: « trois », « 27 »."""
        names = self.text("numbers.spelled").split()
        return names[count] if 0 <= count < len(names) else self.number(count)

    def date(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """A date as precise as it is known: « 12 mars 2024 », « mars 2024 », « 2024 »."""
        if month is None:
            return str(year)
        name = self.months[month - 1]
        if day is None:
            return self.text("dates.month", month=name, year=year)
        return self.text("dates.day", day=self._ordinal_day(day), month=name, year=year)

    def time(self, hour: int, minute: int = 0) -> str:
        """A time of the day: « 18 h 30 », « 9 h »."""
        if minute == 0:
            return self.text("dates.hour", hour=hour)
        return self.text("dates.time", hour=hour, minute=f"{minute:02d}")

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        """The names of the seven days, Monday first."""
        return tuple(self.words["dates.weekdays"].split())

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the twelve months, January first."""
        return tuple(self.words["dates.months"].split())

    def extended(self, words: Mapping[str, Any]) -> "Locale":
        """This locale with further words, nested as in the files: what a new kind brings."""
        return Locale(self.language, MappingProxyType({**self.words, **dict(_flat(words))}))

    def _plural(self, key: str, count: float) -> str:
        # A form of large numbers only, as « many » in French, need not be written.
        for form in (_plural_rule(self.language)(count), "other"):
            if word := self.words.get(f"{key}.{form}"):
                return word
        raise KeyError(key)

    def _ordinal_day(self, day: int) -> str:
        return self.words["dates.first"] if day == 1 else str(day)


_french = lru_cache(maxsize=4096)(french)
"""The same labels stand on every page."""


@cache
def _plural_rule(language: str) -> Any:
    from babel import Locale as Cldr

    return Cldr(language).plural_form


@cache
def load(language: str) -> Locale:
    """The words of ``language``.

    Raises:
        KeyError: the product does not speak it.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    text = resources.files("chemins.locales").joinpath(f"{language}.yml").read_text("utf-8")
    return Locale(language, MappingProxyType(dict(_flat(yaml.load(text, yaml.CSafeLoader)))))


@cache
def prose(language: str, name: str) -> str:
    """The longer text ``name`` of ``language``: Markdown with ``{names}`` to fill.

    Raises:
        FileNotFoundError: the language lacks the text.
    """
    return template(language, f"{name}.md")


@cache
def template(language: str, path: str) -> str:
    """The text of the file ``path`` of ``language``.

    Raises:
        FileNotFoundError: the language lacks the text.
    """
    return resources.files("chemins.locales").joinpath(language, path).read_text("utf-8")


def _flat(words: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, word in words.items():
        path = f"{prefix}{key}"
        if isinstance(word, Mapping):
            yield from _flat(word, f"{path}.")
        else:
            yield path, str(word)
