"""How wide a text is in the fonts that the site ships, and where its lines break.

The widths come from ``widths.json``, which ``tools/font_widths.py`` writes; it is read once.
Kerning is left out: it tightens far more than it loosens.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Face = Literal["text", "bold", "display"]
"""Atkinson Hyperlegible Next at 400 and at 700, Source Serif at 600."""

_BLANKS = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_PIECES = re.compile(r"\S{3,}?[-‐/](?=[^\s\-‐/]{3})|.+", re.DOTALL)
_UNBREAKABLE = "\u00a0\u202f\u2007\u2060"
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
_BALANCE_STEPS = 6


def width(text: str, face: Face, size: float) -> float:
    """How wide ``text`` is on one line, in the unit of ``size``."""
    return _advance(text, face) * size / 1000


@lru_cache(maxsize=4096)
def wrap(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """``text`` in lines no wider than ``width``, each as full as it can be.

    Lines break at blanks, never at no-break spaces; after a hyphen or a slash when three characters
    or more stand on either side; and anywhere in a word that is wider than a line. Only a
    character wider than ``width`` may exceed it. Blank text has no lines.
    """
    lines: list[str] = []
    line, used = "", 0
    space = _advance(" ", face)
    limit = width * 1000 / size
    for joint, piece in _pieces(text):
        needed = _advance(piece, face)
        if line and used + len(joint) * space + needed <= limit:
            line, used = line + joint + piece, used + len(joint) * space + needed
            continue
        if line:
            lines.append(line)
        if needed > limit:
            *full, piece = _cut(piece, face, limit)
            lines += full
            needed = _advance(piece, face)
        line, used = piece, needed
    return (*lines, line) if line else tuple(lines)


@lru_cache(maxsize=4096)
def balance(
    text: str, face: Face, size: float, width: float, least: float = 0.5
) -> tuple[str, ...]:
    """``text`` in as few lines as ``wrap`` gives it, of lengths more even.

    ``least`` is the part of ``width`` that lines may fill at least to that end: 0.5 makes them as
    even as can be, 0.8 only keeps the last word from standing alone where that is easy.
    """
    lines = wrap(text, face, size, width)
    narrow, wide = width * least, width
    for _ in range(_BALANCE_STEPS):
        middle = (narrow + wide) / 2
        tried = wrap.__wrapped__(text, face, size, middle)
        if len(tried) > len(lines) or not _whole_words(tried, text):
            narrow = middle
        else:
            lines, wide = tried, middle
    return lines


def _whole_words(lines: tuple[str, ...], text: str) -> bool:
    return " ".join(lines).split() == text.split()


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The parts of ``text`` that a line may not break, and what joins each to the one before."""
    for word in _BLANKS.split(text):
        joint = " "
        for piece in _PIECES.findall(word):
            yield joint, piece
            joint = ""


def _cut(word: str, face: Face, limit: float) -> list[str]:
    """``word``, wider than a line, in lines of as many characters as fit."""
    lines = [""]
    for cluster in _clusters(word, face, limit):
        if lines[-1] and _advance(lines[-1] + cluster, face) > limit:
            lines.append("")
        lines[-1] += cluster
    return lines


def _clusters(word: str, face: Face, limit: float) -> Iterator[str]:
    """The characters of ``word``, each with the marks on it and what no-break spaces tie to it."""
    cluster = ""
    for sign in word:
        tied = cluster[-1:] in _UNBREAKABLE or sign in _UNBREAKABLE
        if not cluster or _is_mark(sign) or (tied and _advance(cluster + sign, face) <= limit):
            cluster += sign
            continue
        yield cluster
        cluster = sign
    yield cluster


def _is_mark(sign: str) -> bool:
    return not sign.isalnum() and unicodedata.category(sign) in _INVISIBLE


@lru_cache(maxsize=16384)
def _advance(text: str, face: Face) -> int:
    """How wide ``text`` is, in thousandths of its size."""
    widths, fallback = _faces()[face]
    return sum(
        widths[sign] if sign in widths else 0 if _is_mark(sign) else fallback for sign in text
    )


@cache
def _faces() -> dict[Face, tuple[dict[str, int], int]]:
    table = json.loads((files("chemins.diagrams") / "widths.json").read_text(encoding="utf-8"))
    return {face: (entry["widths"], entry["fallback"]) for face, entry in table.items()}
