"""Lengths on a sheet: what is laid out in points is written in ``rem``, which each paper sizes."""

from collections.abc import Sequence
from math import inf

from chemins.diagrams.metrics import Face, width, wrap

_BETWEEN, _HELD = " – ", 18

REM = 10.0
"""Points of the A4 sheet in one ``rem``."""


def rem(points: float) -> str:
    """``points`` as CSS."""
    return f"{points / REM:.3f}rem"


def height(text: str, face: Face, size: float, wide: float, leading: float) -> float:
    """How high ``text`` stands in lines of ``wide`` points, in points."""
    return len(wrap(text, face, size, wide)) * size * leading


def large(
    text: str, face: Face, sizes: Sequence[float], wide: float, most: float, leading: float
) -> float:
    """The first of ``sizes``, largest first, that sets ``text`` within ``most`` points of height.

    Words stay whole where some size holds the longest.
    """
    holding = [size for size in sizes if height(text, face, size, wide, leading) <= most]
    words = text.split()
    whole = (size for size in holding if all(width(each, face, size) <= wide for each in words))
    return next(whole, holding[-1] if holding else sizes[-1])


def on_lines(text: str, face: Face, sizes: Sequence[float], wide: float, most: int) -> float:
    """The first of ``sizes``, largest first, that sets ``text`` on no more than ``most`` lines."""
    fitting = (size for size in sizes if len(wrap(text, face, size, wide)) <= most)
    return next(fitting, sizes[-1])


def name_size(name: str, sizes: Sequence[float], wide: float, easy: Sequence[float]) -> float:
    """The size of a name in as few lines as can be: ``easy`` says from which size, line by line."""
    size = sizes[-1]
    for count, enough in enumerate(easy, 1):
        fitting = [each for each in sizes if len(wrap(name, "display", each, wide)) <= count]
        size = large(name, "display", fitting or sizes[-1:], wide, inf, 1)
        if fitting and size >= enough:
            return size
    return size


def held(name: str) -> str:
    """``name``, its short parts with blanks that no line breaks, but for those after a dash.

    « Quintine – Villemarie – Bois de l’Ubac » is three names: a line ends between two of them.
    """
    parts = name.split(_BETWEEN)
    if len(parts) == 1:
        return name
    return "\u00a0– ".join(
        part.replace(" ", "\u00a0") if len(part) <= _HELD else part for part in parts
    )
