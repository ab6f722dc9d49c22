"""Bytes of a published file → text, whatever it was saved as; broken accents put right again."""

import re
from collections.abc import Iterable

_FRENCH = frozenset("àâäéèêëîïôöùûüçœæÀÂÉÈÊËÎÏÔÙÛÇŒ’–«»°")
_EIGHT_BITS = ("cp1252", "cp850", "mac_roman")
_BROKEN = re.compile("[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]")
"""What UTF-8 looks like to a program that takes it for Windows-1252."""

LOST = "\ufffd"
"""What stands where a letter was lost for good."""


def decoded(data: bytes) -> str:
    """The text of ``data``: UTF-8 or UTF-16, else the one of 8 bits that reads as French."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(encoding_of([data]), "replace")


def encoding_of(samples: Iterable[bytes], declared: str = "") -> str:
    """The encoding in which ``samples`` read best as French: what is declared, if as well."""
    whole = b"\n".join(samples)
    if _reads(whole, "utf-8"):
        return "utf-8"
    names = (declared, *_EIGHT_BITS) if _reads(whole, declared) else _EIGHT_BITS
    return max(names, key=lambda name: _score(whole.decode(name, "replace")))


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding or "?")
    except (LookupError, UnicodeError, ValueError):
        return False
    return True


def _score(text: str) -> int:
    strange = sum(not (c.isprintable() or c in "\r\n\t") or c == LOST for c in text)
    return sum(c in _FRENCH for c in text) - 4 * strange


def mended(text: str) -> str:
    """``text`` with the accents that a wrong encoding broke: « RÃ©sidence » → « Résidence »."""
    if text.isascii() or not _BROKEN.search(text):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text
