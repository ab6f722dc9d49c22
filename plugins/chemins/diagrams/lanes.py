"""A column of a plan before it is placed: its texts, and how high they stand in a given width.

Texts are measured with the fonts that are shipped, kerning left out, which makes them a little
wider than they print: what fits here fits on paper. Style sheets repeat these measures by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil, inf

from chemins.diagrams.metrics import width, wrap

LEADING = 1.3
"""From one line of text to the next, in its type's size."""

PADDING, TIGHT_PADDING = 0.45, 0.32
"""Above and below a change, in its type's size: at 11 points and more, at 7 and less."""

TITLE_LEADING = 1.16
"""From one line of a vision's title to the next, in its type's size."""

FRAME, FRAMES_GAP = 10.0, 9.0
"""Between a frame and its title, and between two frames, in points."""

LIST_GAP = 14.0
"""Between two lists of one column, in points."""

SIGN = 1.6
"""The room of the sign before a heading, in its type's size."""

NOTE = 0.8
"""The size of the note under a heading, in that of the heading."""

SLACK = 0.94
"""How much of a line a text fills, when its lines are guessed by its length."""

_RULE = 0.75
_LIST = 15.5
_MOST_LISTS = 3


@dataclass(frozen=True, slots=True)
class Lane:
    """A column as texts to be set."""

    heading: str
    """What heads it."""

    note: str
    """The line under the heading; empty for none."""

    texts: tuple[str, ...]
    """What each of its lines says, marks and words included."""

    framed: bool = False
    """Whether they are visions, each framed as a front page."""

    def head(self, wide: float, size: float) -> float:
        """How high the heading stands, its note included."""
        inner = wide - SIGN * size
        lines = len(wrap(self.heading, "bold", size, inner))
        notes = len(wrap(self.note, "text", size * NOTE, inner))
        return (lines * 1.25 + notes * NOTE * 1.35 + 1.0) * size

    def least_width(self, size: float) -> float:
        """What the longest word of its heading takes, set in ``size``."""
        words = (width(word, "bold", size) for word in self.heading.split())
        return SIGN * size + max(words, default=0)

    def heights(self, wide: float, size: float) -> tuple[float, ...]:
        """How high each line stands, set in ``size``."""
        if self.framed:
            inner = wide - 2 * FRAME
            lines = (len(wrap(text, "display", size, inner)) for text in self.texts)
            return tuple(count * size * TITLE_LEADING + 2 * FRAME for count in lines)
        return tuple(_line(len(wrap(text, "text", size, wide)), size) for text in self.texts)

    def about(self, wide: float, size: float) -> float:
        """About how high it stands: by the lengths of its texts, not by their lines."""
        if self.framed:
            size = _first_title(len(self.texts), size)
            room = (wide - 2 * FRAME) * SLACK
            lines = sum(ceil(width(text, "display", size) / room) for text in self.texts)
            return lines * size * TITLE_LEADING + len(self.texts) * (2 * FRAME + FRAMES_GAP)
        count = self.lists(wide, size)
        room = list_width(wide, count) * SLACK
        texts = (ceil(width(text, "text", size) / room) for text in self.texts)
        return sum(_line(lines, size) for lines in texts) / count

    def exactly(self, wide: float, size: float) -> float:
        """How high it stands, by its lines: slow, for what all but holds."""
        if self.framed:
            return self.about(wide, size)
        count = self.lists(wide, size)
        heights = self.heights(list_width(wide, count), size)
        starts = accumulate(shared(heights, count, inf), initial=0)
        return max((sum(heights[start:end]) for start, end in pairwise(starts)), default=0)

    def lists(self, wide: float, size: float) -> int:
        """How many lists it divides into, for its lines to be easy to read."""
        fitting = int((wide + LIST_GAP) // (_LIST * size + LIST_GAP))
        return max(1, min(fitting, _MOST_LISTS, len(self.texts) // 3))


def padding(size: float) -> float:
    """What stands above and below a change set in ``size``, in that size."""
    way = max(0.0, min(1.0, (size - 7) / 4))
    return TIGHT_PADDING + way * (PADDING - TIGHT_PADDING)


def list_width(wide: float, count: int) -> float:
    """How wide each of ``count`` lists is, less a hair, for all to stand side by side."""
    return (wide - LIST_GAP * (count - 1)) / count - 0.1 * (count > 1)


def shared(heights: Sequence[float], count: int, room: float) -> tuple[int, ...]:
    """How many lines each of at most ``count`` lists holds; none when ``room`` is too low.

    The lists are as low as they can be in the order of the lines, which no list breaks.
    """
    low, high = max(heights, default=0), sum(heights)
    if low > room:
        return ()
    for _ in range(12):
        middle = (low + high) / 2
        if len(_packed(heights, middle)) > count:
            low = middle
        else:
            high = middle
    return _packed(heights, high) if high <= room else ()


def _packed(heights: Sequence[float], most: float) -> tuple[int, ...]:
    lists, used = [0], 0.0
    for height in heights:
        if lists[-1] and used + height > most:
            lists.append(0)
            used = 0.0
        lists[-1] += 1
        used += height
    return tuple(lists)


def _line(lines: int, size: float) -> float:
    return (lines * LEADING + 2 * padding(size)) * size + _RULE


def _first_title(count: int, size: float) -> float:
    """The size that visions are first thought of in."""
    return max(size, min(20.0, size * 1.6)) if count == 1 else size * 1.15
