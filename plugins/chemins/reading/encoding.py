"""Bytes → text: UTF-8 in NFC with ``\\n``, or the fault that says what they are instead."""

import re
import unicodedata
from itertools import islice

from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault

MAX_BYTES = 256 * 1024
"""What a record may weigh."""

MOST_HIDDEN = 50
"""How many forbidden signs of one file are told: a file full of them is not text at all."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def text_of(data: bytes, path: str) -> str | list[Fault]:
    """The text of a file, or what is wrong with its bytes.

    A byte order mark and the line ends of Windows are accepted and dropped.
    """
    if heavy := too_heavy(len(data), path):
        return [heavy]
    if b"\0" in data and _guess(data).startswith("utf-16"):
        return [_wrong_encoding(data, 0, path)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [_wrong_encoding(data, error.start, path)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        faults = hidden_faults(text, path) if _FORBIDDEN.search(text) else []
    else:
        text = unicodedata.normalize("NFC", text)
        faults = hidden_faults(text, path)
    return faults or _conflicts(text, path) or text


def too_heavy(size: int, path: str) -> Fault | None:
    """The fault of a record of ``size`` bytes; none when it may weigh that."""
    if size <= MAX_BYTES:
        return None
    return fault("E-SIZE", Place(path), size=-(-size // 1024), limit=MAX_BYTES // 1024)


def _wrong_encoding(data: bytes, at: int, path: str) -> Fault:
    encoding = _guess(data)
    if encoding.startswith("utf-16"):
        return fault("E-ENCODING", Place(path), encoding="UTF-16")
    line = data.count(b"\n", 0, at) + 1
    column = at - (data.rfind(b"\n", 0, at) + 1) + 1
    either = Word("faults.E-ENCODING.encodings.either")
    name = "Windows-1252" if encoding == "cp1252" else either
    return fault("E-ENCODING", Place(path, line, column), encoding=name)


def _guess(data: bytes) -> str:
    if data[:2] in _UTF16:
        return _UTF16[data[:2]]
    if data[1::2].count(0) > len(data) // 3 or data[::2].count(0) > len(data) // 3:
        return "utf-16"
    return "cp1252" if re.search(rb"[\x80-\x9f]", data) else "latin-1"


def hidden_faults(text: str, path: str) -> list[Fault]:
    """A fault for each sign of ``text`` that the file ``path`` may not hold, the first of them."""
    return [
        fault("E-CHARACTER", _place(text, found.start(), path), name=said(found[0]))
        for found in islice(_FORBIDDEN.finditer(text), MOST_HIDDEN)
    ]


def _place(text: str, at: int, path: str) -> Place:
    return Place(path, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


def hidden_in(text: str) -> Word | None:
    """The first sign of ``text`` that a record may not hold, named; none when all may stand."""
    found = _FORBIDDEN.search(text)
    return said(found[0]) if found else None


def _conflicts(text: str, path: str) -> list[Fault]:
    """The places where Git left two versions of a passage for somebody to choose from."""
    middle = text.rfind("\n=======\n")
    if middle < 0:
        return []
    marks = (mark.start() for mark in _CONFLICT.finditer(text, 0, middle))
    return [fault("E-CONFLICT", _place(text, at, path)) for at in islice(marks, MOST_HIDDEN)]


def said(character: str) -> Word:
    """How a fault names a sign that nobody sees."""
    sort = "bidi" if _BIDIRECTIONAL.match(character) else "control"
    return Word(f"characters.{sort}", {"code": f"U+{ord(character):04X}"})
