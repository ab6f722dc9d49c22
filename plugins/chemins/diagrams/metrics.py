"""How wide a text is in the fonts that the site ships, and where its lines break.

The widths come from ``widths.json``, which ``tools/font_widths.py`` writes; it is read once.
Kerning is left out: it tightens far more than it loosens.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import inf
from typing import Literal, NamedTuple

Face = Literal["text", "bold", "display"]
"""Atkinson Hyperlegible Next at 400 and at 700, Source Serif at 600."""

_BLANKS = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_PIECES = re.compile(r"\S{3,}?[-‐/](?=[^\s\-‐/]{3})|.+", re.DOTALL)
_UNBREAKABLE = "\u00a0\u202f\u2007\u2060"
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
_BALANCE_STEPS = 5


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
    limit = width * 1000 / size
    pieces = tuple(_pieces(text, face, limit))
    return _lines(pieces, _breaks(pieces, limit))


@lru_cache(maxsize=4096)
def balance(
    text: str, face: Face, size: float, width: float, least: float = 0.5
) -> tuple[str, ...]:
    """``text`` in as few lines as ``wrap`` gives it, of lengths more even.

    ``least`` is the part of ``width`` that lines may fill at least to that end: 0.5 makes them as
    even as can be, 0.8 only keeps the last word from standing alone where that is easy.
    """
    wide = width * 1000 / size
    pieces = tuple(_pieces(text, face, wide))
    breaks = _breaks(pieces, wide)
    narrow = max(wide * least, *(piece.width for piece in pieces), 0)
    for _ in range(_BALANCE_STEPS):
        middle = (narrow + wide) / 2
        tried = _breaks(pieces, middle)
        if len(tried) > len(breaks) or _divides(pieces, tried):
            narrow = middle
        else:
            breaks, wide = tried, middle
    return _lines(pieces, breaks)


class _Piece(NamedTuple):
    """A part of a text that no line break divides."""

    text: str
    width: int
    space: int
    """The width of the blank before it; none when it goes on from the piece before."""


def _pieces(text: str, face: Face, limit: float) -> Iterator[_Piece]:
    """The parts of ``text``, none wider than ``limit``; widths in thousandths of the size."""
    for word in _BLANKS.split(text):
        space = _advance(" ", face)
        for part in _PIECES.findall(word):
            needed = _advance(part, face)
            for piece in _cut(part, face, limit) if needed > limit else (part,):
                yield _Piece(piece, _advance(piece, face), space)
                space = 0


def _breaks(pieces: Sequence[_Piece], limit: float) -> list[int]:
    """The pieces that lines begin with when each is as full as it can be."""
    breaks = []
    used = inf
    for index, (_, width, space) in enumerate(pieces):
        used += space + width
        if used > limit:
            breaks.append(index)
            used = width
    return breaks


def _divides(pieces: Sequence[_Piece], breaks: Sequence[int]) -> bool:
    """Whether a line begins in the middle of a word."""
    return any(not pieces[index].space for index in breaks)


def _lines(pieces: Sequence[_Piece], breaks: Sequence[int]) -> tuple[str, ...]:
    return tuple(
        "".join(
            f" {piece.text}" if piece.space else piece.text for piece in pieces[start:end]
        ).removeprefix(" ")
        for start, end in pairwise([*breaks, len(pieces)])
    )


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
