"""How wide a text is in the fonts that the site ships, and where its lines break.

The widths come from ``widths.json``, which ``tools/font_widths.py`` writes; it is read once.
Kerning is left out: it tightens far more than it loosens.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
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
    pieces = _pieces(text, face, limit)
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
    pieces = _pieces(text, face, wide)
    breaks = _breaks(pieces, wide)
    if len(breaks) < 2:
        return _lines(pieces, breaks)
    narrow = max(wide * least, *pieces.widths)
    divisible = 0 in pieces.spaces[1:]
    for _ in range(_BALANCE_STEPS):
        middle = (narrow + wide) / 2
        tried = _breaks(pieces, middle)
        if len(tried) > len(breaks) or (divisible and _divides(pieces, tried)):
            narrow = middle
        else:
            breaks, wide = tried, middle
    return _lines(pieces, breaks)


class _Pieces(NamedTuple):
    """The parts of a text that no line break divides. Widths in thousandths of the size."""

    texts: list[str]
    """Each with the blank before it, where there is one."""

    widths: list[int]
    """Of each, without the blank before it."""

    spaces: list[int]
    """The width of the blank before each; none when it goes on from the piece before."""

    ends: list[int]
    """0, then where each ends when all stand on one line."""


def _pieces(text: str, face: Face, limit: float) -> _Pieces:
    """The parts of ``text``, none wider than ``limit``."""
    texts: list[str] = []
    widths: list[int] = []
    spaces: list[int] = []
    ends = [0]
    blank = _advance(" ", face)
    for word in _BLANKS.split(text):
        space = blank
        for piece, needed in _parts(word, face, limit):
            texts.append(f" {piece}" if space else piece)
            widths.append(needed)
            spaces.append(space)
            ends.append(ends[-1] + space + needed)
            space = 0
    return _Pieces(texts, widths, spaces, ends)


@lru_cache(maxsize=16384)
def _parts(word: str, face: Face, limit: float) -> tuple[tuple[str, int], ...]:
    """The parts of ``word``, none wider than ``limit``, each with its width."""
    parts = ((part, _advance(part, face)) for part in _PIECES.findall(word))
    return tuple(
        piece
        for part, needed in parts
        for piece in (((part, needed),) if needed <= limit else _cut(part, face, limit))
    )


def _breaks(pieces: _Pieces, limit: float) -> list[int]:
    """The pieces that lines begin with when each is as full as it can be."""
    _, _, spaces, ends = pieces
    breaks = []
    start = 0
    while start < len(spaces):
        breaks.append(start)
        # The blank before the first piece of a line is not drawn.
        start = max(start + 1, bisect_right(ends, ends[start] + spaces[start] + limit) - 1)
    return breaks


def _divides(pieces: _Pieces, breaks: Sequence[int]) -> bool:
    """Whether a line begins in the middle of a word."""
    return not all(pieces.spaces[index] for index in breaks)


def _lines(pieces: _Pieces, breaks: Sequence[int]) -> tuple[str, ...]:
    texts = pieces.texts
    lines = pairwise([*breaks, len(texts)])
    return tuple("".join(texts[start:end]).removeprefix(" ") for start, end in lines)


def _cut(word: str, face: Face, limit: float) -> list[tuple[str, int]]:
    """``word``, wider than a line, in lines of as many characters as fit, each with its width."""
    lines = [""]
    for cluster in _clusters(word, face, limit):
        if lines[-1] and _advance(lines[-1] + cluster, face) > limit:
            lines.append("")
        lines[-1] += cluster
    return [(line, _advance(line, face)) for line in lines]


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
