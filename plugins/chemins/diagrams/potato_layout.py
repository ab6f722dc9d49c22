"""Groups of ideas as a picture is laid out: each text measured, each shape around its texts.

Shapes stand in rows, in reading order, each in a box of its own: so none meets another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from chemins.diagrams.blob import Blob, Box, blob
from chemins.diagrams.columns import WIDTH
from chemins.diagrams.metrics import Face, balance, width
from chemins.diagrams.potatoes import Potato, Sketch
from chemins.diagrams.stations import DISPLAY, DISPLAY_LEADING, LEADING, TEXT

_SHAPES = ((1, 190), (1, 270), (2, 170), (3, 170), (4, 170), (5, 160))
"""How many ideas stand side by side, and how wide each may be: what a group is tried in."""

_NAME_WIDTH = 250
_MOST_IN_A_ROW = 5
_BETWEEN_IDEAS = 30
_UNDER_IDEAS = 16
_UNDER_NAME = 14
_INSIDE = (16, 12)
"""What stays free around a text, on either side and above and below."""

_ASCENT, _DESCENT = 0.8, 0.3
"""Of a line, as parts of its size, above and below the height that it stands on."""

_GAP = 22
_WIDEST_GAP = 64


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text, one below the other, centred on a point."""

    lines: tuple[str, ...]
    """The lines."""

    face: Face
    """What they are written in."""

    x: float
    """Their middle."""

    y: float
    """The height that the first stands on."""

    @property
    def size(self) -> int:
        """The size of the text."""
        return DISPLAY if self.face == "display" else TEXT

    @property
    def leading(self) -> int:
        """From one line to the next."""
        return DISPLAY_LEADING if self.face == "display" else LEADING

    @property
    def boxes(self) -> Iterator[Box]:
        """What each line covers."""
        for index, line in enumerate(self.lines):
            half = width(line, self.face, self.size) / 2
            y = self.y + index * self.leading
            yield (self.x - half, y - _ASCENT * self.size, self.x + half, y + _DESCENT * self.size)


@dataclass(frozen=True, slots=True)
class Shaped:
    """A group with its texts placed around the origin."""

    potato: Potato
    """What is drawn."""

    blocks: tuple[Block, ...]
    """Its name, then its ideas."""

    blob: Blob | None
    """The shape around them; none for ideas of no group."""

    box: Box
    """All that it covers."""

    @property
    def width(self) -> float:
        """From left to right."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class PlacedPotato:
    """A group and where it stands."""

    shaped: Shaped
    """What is drawn."""

    x: int
    """Where its origin is, from the left of the picture."""

    y: int
    """The same, from its top."""


@dataclass(frozen=True, slots=True)
class SketchLayout:
    """A picture, in pixels from its upper left corner."""

    width: int
    """The width of the picture."""

    height: int
    """The height of the picture."""

    potatoes: tuple[PlacedPotato, ...]
    """In reading order."""


def lay_out(sketch: Sketch) -> SketchLayout:
    """The layout of ``sketch``, which has at least one group."""
    rows = _rows([_shapes(potato) for potato in sketch.potatoes])
    picture = max(WIDTH, *(int(_row_width(row)) + 1 for row in rows))
    placed: list[PlacedPotato] = []
    y = 0.0
    for row in rows:
        height = max(shaped.height for shaped in row)
        placed += _across(row, y, height, picture)
        y += height + _GAP
    return SketchLayout(picture, round(y - _GAP) + 2, tuple(placed))


def _across(row: Sequence[Shaped], top: float, height: float, room: int) -> Iterator[PlacedPotato]:
    """``row`` in the middle of the picture, as far apart as is good."""
    gap = min(_WIDEST_GAP, (room - sum(each.width for each in row)) / (len(row) + 1))
    gap = max(gap, _GAP) if len(row) > 1 else gap
    used = sum(each.width for each in row) + gap * (len(row) - 1)
    x = max(0.0, (room - used) / 2)
    for each in row:
        left, upper, _, _ = each.box
        yield PlacedPotato(each, round(x - left), round(top + (height - each.height) / 2 - upper))
        x += each.width + gap


def _row_width(row: Sequence[Shaped]) -> float:
    return sum(each.width for each in row) + _GAP * (len(row) - 1)


def _rows(choices: Sequence[Sequence[Shaped]]) -> list[tuple[Shaped, ...]]:
    """One of each of ``choices``, in rows as low as can be all together."""

    @cache
    def best(start: int) -> tuple[float, list[tuple[Shaped, ...]]]:
        if start == len(choices):
            return 0.0, []
        found: tuple[float, list[tuple[Shaped, ...]]] = (inf, [])
        for end in range(start + 1, min(start + _MOST_IN_A_ROW, len(choices)) + 1):
            row = _row(choices[start:end])
            if row is None:
                break
            height = max(each.height for each in row) + _GAP
            below, others = best(end)
            if height + below < found[0]:
                found = (height + below, [row, *others])
        return found

    # From the end, so that no call goes deep.
    for start in reversed(range(len(choices))):
        best(start)
    return best(0)[1]


def _row(choices: Sequence[Sequence[Shaped]]) -> tuple[Shaped, ...] | None:
    """One of each of ``choices``, the lowest row of them that fits; none when none does.

    A group alone always fits: the picture grows with it.
    """
    for height in sorted({each.height for shapes in choices for each in shapes}):
        row = [
            min((each for each in shapes if each.height <= height), key=_wide, default=None)
            for shapes in choices
        ]
        kept = tuple(each for each in row if each is not None)
        if len(kept) == len(row) and _row_width(kept) <= WIDTH:
            return kept
    return (min(choices[0], key=_wide),) if len(choices) == 1 else None


def _wide(shaped: Shaped) -> float:
    return shaped.width


def _shapes(potato: Potato) -> tuple[Shaped, ...]:
    """``potato`` in each of the forms that it may take."""
    most = max(1, len(potato.ideas))
    return tuple(
        _shaped(potato, side_by_side, wide)
        for side_by_side, wide in _SHAPES
        if side_by_side <= most
    )


def _shaped(potato: Potato, side_by_side: int, wide: int) -> Shaped:
    blocks = tuple(_blocks(potato, side_by_side, wide))
    boxes = [box for block in blocks for box in block.boxes] or [(0.0, 0.0, 0.0, 0.0)]
    middle = (min(box[1] for box in boxes) + max(box[3] for box in boxes)) / 2
    blocks = tuple(Block(each.lines, each.face, each.x, each.y - middle) for each in blocks)
    side, above = _INSIDE
    roomy = [
        (left - side, top - middle - above, right + side, bottom - middle + above)
        for left, top, right, bottom in boxes
    ]
    if potato.loose:
        lefts, tops, rights, bottoms = zip(*roomy, strict=True)
        return Shaped(potato, blocks, None, (min(lefts), min(tops), max(rights), max(bottoms)))
    around = blob(roomy, potato.name)
    return Shaped(potato, blocks, around, around.box)


def _blocks(potato: Potato, side_by_side: int, wide: int) -> Iterator[Block]:
    """The name, then the ideas, ``side_by_side`` at most, each at most ``wide``."""
    y = 0.0
    face: Face = "bold" if potato.loose else "display"
    name = balance(potato.name, face, DISPLAY if face == "display" else TEXT, _NAME_WIDTH)
    if name:
        block = Block(name, face, 0, _ASCENT * DISPLAY)
        yield block
        y = block.leading * len(name) + _UNDER_NAME
    texts = [balance(idea, "text", TEXT, wide) for idea in potato.ideas]
    start = 0
    for length in _lengths(len(texts), side_by_side):
        row = texts[start : start + length]
        start += length
        tallest = max(len(lines) for lines in row)
        widths = [max((width(line, "text", TEXT) for line in lines), default=0) for lines in row]
        x = -(sum(widths) + _BETWEEN_IDEAS * (len(row) - 1)) / 2
        for lines, across in zip(row, widths, strict=True):
            above = (tallest - len(lines)) * LEADING / 2
            yield Block(lines, "text", x + across / 2, y + above + _ASCENT * TEXT)
            x += across + _BETWEEN_IDEAS
        y += tallest * LEADING + _UNDER_IDEAS


def _lengths(count: int, most: int) -> list[int]:
    """``count`` ideas in rows of at most ``most``, the longest in the middle, as a potato is."""
    rows = -(-count // most)
    if not rows:
        return []
    lengths = [count // rows] * rows
    nearest = sorted(range(rows), key=lambda row: (abs(row - (rows - 1) / 2), -row))
    for row in nearest[: count % rows]:
        lengths[row] += 1
    return lengths
