"""Adds to a territory's record where its contours are: lines are put in, every other byte stays."""

import re

from chemins.locales import Locale
from chemins.reading.record import record_of
from chemins.records.draft import Draft
from chemins.records.territory import Contours, Territory
from chemins.records.words import key_of
from chemins.writing.record import fields_of

_OPENING = re.compile(r"\ufeff?(?:[ \t]*\r?\n)*---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)


def lines_of(contours: Contours, locale: Locale) -> str:
    """What to write in a territory's record to name ``contours``."""
    head = f"{key_of(Territory, 'contours', locale)}:\n"
    return head + "".join(f"{line}\n" for line in fields_of(contours, locale, "  "))


def with_contours(data: bytes, path: str, contours: Contours, locale: Locale) -> bytes | None:
    """The file ``data`` with ``contours`` named in it; none when only a person can put them in."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if closing is None:
        return None
    lines = lines_of(contours, locale)
    if "\r\n" in text:
        lines = lines.replace("\n", "\r\n")
    patched = f"{text[: closing.start()]}{lines}{text[closing.start() :]}".encode()
    return patched if _says_the_same(data, patched, path, contours, locale) else None


def _says_the_same(
    before: bytes, after: bytes, path: str, contours: Contours, locale: Locale
) -> bool:
    """Whether ``after`` reads as ``before`` does, with ``contours`` and nothing else new."""
    (old, _), (new, _) = (record_of(each, path, "", Territory, locale) for each in (before, after))
    if isinstance(old, Draft) or isinstance(new, Draft):
        if not (isinstance(old, Draft) and isinstance(new, Draft)):
            return False
        rest = {name: value for name, value in new.values.items() if name != "contours"}
        return "contours" in new.values and rest == old.values and new.body == old.body
    expected = {**old.model_dump(), "contours": contours.model_dump()}
    return new.model_dump() == expected and new.body == old.body
