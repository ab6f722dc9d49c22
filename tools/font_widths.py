"""Writes ``diagrams/widths.json``: how wide each character is in the fonts that the site ships.

To be run by hand when a font changes: ``python tools/font_widths.py``. The product reads the
table, never the fonts.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGE = Path(__file__).resolve().parents[1] / "plugins" / "chemins"
FONTS = PACKAGE / "theme" / "static" / "chemins" / "fonts"
TABLE = PACKAGE / "diagrams" / "widths.json"

SANS = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
SERIF = "source-serif-4-latin-600-normal.woff2"

FACES: Mapping[str, tuple[str, int | None]] = {
    "text": (SANS, 400),
    "bold": (SANS, 700),
    "display": (SERIF, None),
}
"""Each face: its file, and the weight to take of a variable font."""

STAND_INS = {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2010": "-", "\u2011": "-"}
"""Characters that a font may lack, and one that is at least as wide in any font."""

SMALLEST_FALLBACK = 1000
"""A full em: as wide as the ideographs of the fonts that a browser falls back to."""


def measured(file: str, weight: int | None) -> dict[str, Any]:
    """The widths of one face, in thousandths of its size, and one for what it lacks."""
    font = TTFont(FONTS / file)
    if weight is not None:
        font = instantiateVariableFont(font, {"wght": weight})
    scale = 1000 / font["head"].unitsPerEm
    advances = font["hmtx"]
    widths = {
        chr(code): round(advances[glyph][0] * scale)
        for code, glyph in sorted(font.getBestCmap().items())
    }
    for missing, stand_in in STAND_INS.items():
        widths.setdefault(missing, widths[stand_in])
    return {"fallback": max(SMALLEST_FALLBACK, *widths.values()), "widths": widths}


def table() -> dict[str, Any]:
    """The widths of all faces, as the file holds them."""
    return {face: measured(*source) for face, source in FACES.items()}


def main() -> None:
    lines = (f" {json.dumps(face)}: {json.dumps(widths)}" for face, widths in table().items())
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
