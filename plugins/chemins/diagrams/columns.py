"""Where the columns of a picture stand from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 1088
"""How wide a picture is, in pixels at full size: the width of the sheet."""

SHADOW = 6
"""How far the shadow of a framed node goes beyond it."""

LOOP = 32
"""What an edge needs beside the outermost columns to turn round."""

_GAP = 50
_BUSY_GAP = 84
_WIDEST_GAP = 120
_TIGHT_GAP = 44
_COMFORTABLE = 5
_WIDEST = 300
_NARROWEST = 96
_FRAMED = 1.1


@dataclass(frozen=True, slots=True)
class Span:
    """What a column covers from left to right, in pixels."""

    left: int
    """Where its texts begin."""

    width: int
    """How wide its texts may be."""

    @property
    def right(self) -> int:
        """Where its texts end at the latest."""
        return self.left + self.width


def spans(
    framed: Sequence[bool], busy: Sequence[bool], margins: tuple[int, int]
) -> tuple[Span, ...]:
    """One span for each column, within ``WIDTH`` unless there are more than eight or so.

    ``framed`` tells the columns that hold a framed node, which are wider; ``busy`` the gaps between
    columns in which edges part or meet. ``margins`` is the room to leave beside the first and the
    last column.
    """
    roomy = len(framed) <= _COMFORTABLE
    gaps = [(_BUSY_GAP if is_busy else _GAP) if roomy else _TIGHT_GAP for is_busy in busy]
    shares = [_FRAMED if is_framed else 1.0 for is_framed in framed]
    room = WIDTH - sum(margins)
    share = max(_NARROWEST, min(_WIDEST, (room - sum(gaps)) / sum(shares)))
    widths = [int(share * weight) for weight in shares]
    if gaps:
        spare = (room - sum(widths) - sum(gaps)) // len(gaps)
        gaps = [max(gap, min(_WIDEST_GAP, gap + spare)) for gap in gaps]
    left = margins[0]
    placed = []
    for width, gap in zip(widths, [*gaps, 0], strict=True):
        placed.append(Span(left, width))
        left += width + gap
    return tuple(placed)
