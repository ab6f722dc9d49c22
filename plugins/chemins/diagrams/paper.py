"""The sheets that a plan is laid on. Lengths are in points of the A4 sheet.

A3 is A4 drawn larger by the square root of two, so that one layout serves both; what A3 adds is
that smaller type, once enlarged, can still be read.
"""

from dataclasses import dataclass, replace
from math import sqrt

from chemins.diagrams.metrics import wrap

SMALLEST = 7.0
"""The smallest type that paper may carry, in points as printed."""

HEADLINES = (22, 20, 18, 16, 14, 13, 12, 11, 10, 9, 8, 7)
"""The sizes of what heads a sheet, in points."""

KICKER, UNDER_HEADLINE = 15.0, 15.0
"""What stands above the headline and below it, double rule included, in points."""

FOOT_TEXT, FOOT_LEADING = 8.5, 1.35
"""The size of the words at the foot, in points, and from line to line, in that size."""

FOOT = 58.0
"""How high the foot stands at least: the code to scan."""

FOOT_WIDTH = 400.0
"""How wide its longest words may run, in points."""

_HEADLINE = 46.0
_HEADLINE_LEADING = 1.14


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, lying on its long side."""

    name: str
    """« A4 »."""

    scale: float
    """How much larger than A4 it is drawn."""

    width: float = 773.0
    """Between margins of 12 mm, less a hair."""

    height: float = 537.5
    """Between margins of 10 mm, less a hair."""

    @property
    def smallest(self) -> float:
        """The smallest type that may be laid on it, before it is enlarged."""
        return SMALLEST / self.scale

    def below(self, headline: str, foot: str) -> "Paper":
        """What is left of it for columns under ``headline`` and above the words of ``foot``."""
        size = headline_size(headline, self.width)
        lines = len(wrap(headline, "display", size, self.width))
        said = len(wrap(foot, "text", FOOT_TEXT, FOOT_WIDTH)) * FOOT_TEXT * FOOT_LEADING
        top = KICKER + lines * size * _HEADLINE_LEADING + UNDER_HEADLINE
        return replace(self, height=self.height - top - max(FOOT, said + FOOT_TEXT))


def headline_size(text: str, wide: float) -> float:
    """The size in which ``text`` heads a sheet: two lines of it at most, if that can be read."""
    for size in HEADLINES:
        if len(wrap(text, "display", size, wide)) * size * _HEADLINE_LEADING <= _HEADLINE:
            return size
    return HEADLINES[-1]


A4 = Paper("A4", 1.0)
A3 = Paper("A3", sqrt(2))
