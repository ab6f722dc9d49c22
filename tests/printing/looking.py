"""What is really on a sheet: its characters, where they stand, how large they are, and its ink."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

MILLIMETRE = 72 / 25.4
"""In points."""

_CELL = 40.0
_LEAST_OVERLAP = 0.25


@dataclass(frozen=True, slots=True)
class Character:
    """One sign as it is printed, but for blanks."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """Of its type, in points."""


@dataclass(frozen=True)
class Look:
    """One sheet, as printed."""

    width: float
    """In points."""

    height: float
    characters: tuple[Character, ...]
    words: str
    """All that it says, blanks between words made one."""

    picture: Image.Image
    """Two pixels a point."""

    @property
    def smallest(self) -> float:
        """The size of its smallest type, in points."""
        return min(each.size for each in self.characters)

    def outside(self, millimetres: float) -> list[Character]:
        """What stands nearer to an edge of the paper than that."""
        edge = millimetres * MILLIMETRE
        return [
            each
            for each in self.characters
            if each.left < edge
            or each.bottom < edge
            or each.right > self.width - edge
            or each.top > self.height - edge
        ]

    def overlapping(self) -> list[str]:
        """The pairs of characters that are printed over one another.

        Apostrophes aside: the font draws one into the white of an L before it.
        """
        cells: dict[tuple[int, int], list[Character]] = {}
        for each in self.characters:
            for column in range(int(each.left // _CELL), int(each.right // _CELL) + 1):
                for row in range(int(each.bottom // _CELL), int(each.top // _CELL) + 1):
                    cells.setdefault((column, row), []).append(each)
        return [
            f"{one.sign}{other.sign}"
            for within in cells.values()
            for one, other in combinations(within, 2)
            if "’" not in (one.sign, other.sign) and _overlap(one, other) > _LEAST_OVERLAP
        ]

    def has_ink_within(self, millimetres: float) -> bool:
        """Whether anything at all is drawn nearer to an edge of the paper than that."""
        edge = round(millimetres * MILLIMETRE * 2)
        grey = self.picture.convert("L")
        wide, high = grey.size
        strips = (
            (0, 0, wide, edge),
            (0, high - edge, wide, high),
            (0, 0, edge, high),
            (wide - edge, 0, wide, high),
        )
        return any(grey.crop(strip).getextrema()[0] < 250 for strip in strips)


def looks(file: bytes) -> list[Look]:
    """Every sheet of a PDF file, drawn."""
    document = pypdfium2.PdfDocument(file)
    found = [_look(document[number]) for number in range(len(document))]
    document.close()
    return found


def _look(page: pypdfium2.PdfPage) -> Look:
    text = page.get_textpage()
    width, height = page.get_size()
    look = Look(
        width=width,
        height=height,
        characters=tuple(_characters(text)),
        words=" ".join(text.get_text_range().replace("\ufffe", "-").split()),
        picture=page.render(scale=2).to_pil(),
    )
    text.close()
    page.close()
    return look


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[Character]:
    matrix = pdfium.FS_MATRIX()
    for index in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if not sign.isspace() and not pdfium.FPDFText_IsGenerated(text, index):
            pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
            size = pdfium.FPDFText_GetFontSize(text, index) * matrix.a
            yield Character(sign, *text.get_charbox(index), size)


def _overlap(one: Character, other: Character) -> float:
    """The part of the smaller box that both cover; none for the letters of one ligature."""
    if (one.left, one.right) == (other.left, other.right):
        return 0.0
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    if wide <= 0 or high <= 0:
        return 0.0
    areas = ((each.right - each.left) * (each.top - each.bottom) for each in (one, other))
    return wide * high / max(min(areas), 0.01)
