"""What somebody asks for when they start a territory, and what of it cannot be."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chemins.faults.fault import Word
from chemins.locales import LANGUAGES, Locale
from chemins.reading.encoding import hidden_in
from chemins.records.types import is_quartier_code

MAX_NAME = 80
"""Characters of a name: beyond, it would not stand on one line at the head of a page."""


@dataclass(frozen=True, slots=True)
class Wished:
    """A territory to start."""

    name: str
    """Its name, as its inhabitants say it."""

    language: str
    """The language of its site."""

    quartiers: tuple[tuple[str, str], ...] = ()
    """The codes of its priority neighbourhoods, each with its name; empty where nobody said it."""


def named(typed: str) -> str:
    """What was ``typed`` as a name, as it will be written: one space between words, composed."""
    return unicodedata.normalize("NFC", " ".join(typed.split()))


def wrong_name(typed: str) -> Word | None:
    """What keeps ``typed`` from being a name, and what to do; none when nothing does."""
    name = named(typed)
    if hidden := hidden_in(name):
        return Word("new.wrong.hidden", {"name": _bare(name), "sign": hidden})
    if not any(sign.isalnum() for sign in name):
        return Word("new.wrong.nameless", {"name": name})
    if len(name) > MAX_NAME:
        said = {"name": name[:40], "length": len(name), "limit": MAX_NAME}
        return Word("new.wrong.long", said)
    return None


def wrong_language(typed: str) -> Word | None:
    """What keeps ``typed`` from being the language of a site."""
    if typed.strip().lower() in LANGUAGES:
        return None
    return Word("new.wrong.language", {"typed": _bare(typed)})


def codes_in(typed: Iterable[str]) -> tuple[str, ...]:
    """The words of ``typed``, as codes are written, each once."""
    words = (word for text in typed for word in re.split(r"[\s,;/|]+", text.upper()))
    return tuple(dict.fromkeys(filter(None, words)))


def wrong_codes(codes: Iterable[str]) -> Iterator[Word]:
    """What keeps each of ``codes`` from being one of a priority neighbourhood."""
    for code in codes:
        if not is_quartier_code(code):
            yield Word("new.wrong.code", {"code": _bare(code)})


def said(wrong: Word, locale: Locale) -> str:
    """``wrong``, in a sentence."""
    values = {
        name: said(value, locale) if isinstance(value, Word) else value
        for name, value in wrong.values.items()
    }
    return locale.text(wrong.key, **values)


def _bare(text: str) -> str:
    """``text`` as a terminal may show it."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)[:60]
