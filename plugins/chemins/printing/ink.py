"""What sheets are drawn with: one style sheet, fonts, signs. The only files that a sheet may load.

They have addresses of their own, ``chemins://…``, so that nothing on a sheet can name another
file, nor another host.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from chemins.diagrams.glyphs import NEUTRAL, SHAPES

BASE = "chemins://printed/"
"""Where all of it is."""

_FONTS = (
    ("Atkinson", "atkinson-hyperlegible-next-latin-wght-normal"),
    ("Source Serif", "source-serif-4-latin-600-normal"),
)
_TOKEN = re.compile(r"--kind-([a-z-]+): (#[0-9a-f]{6})")
_OTHER = "#595144"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that a sheet loads."""

    content: bytes
    """What it holds."""

    type: str
    """Its media type."""


@cache
def style_sheet() -> str:
    """All the styles of sheets."""
    faces = (
        f'@font-face {{ font-family: "{family}"; src: url({BASE}fonts/{file}.woff2); }}'
        for family, file in _FONTS
    )
    signs = (
        f".sign--{shape} {{ background-image: url({BASE}signs/{shape}.svg); }}"
        for shape in (*SHAPES, "change")
    )
    own = (_theme() / "printed" / "sheet.css").read_text("utf-8")
    return "\n".join((*faces, *signs, own))


@cache
def files() -> Mapping[str, Loaded]:
    """Address → what is there."""
    fonts = _theme() / "static" / "chemins" / "fonts"
    found = {
        f"{BASE}fonts/{file}.woff2": Loaded((fonts / f"{file}.woff2").read_bytes(), "font/woff2")
        for _, file in _FONTS
    }
    colours = _colours()
    for shape, path in {**SHAPES, "change": NEUTRAL}.items():
        drawn = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">'
            f'<path d="{path}" fill="{colours.get(shape, _OTHER)}"/></svg>'
        )
        found[f"{BASE}signs/{shape}.svg"] = Loaded(drawn.encode(), "image/svg+xml")
    return found


@cache
def digest() -> str:
    """What changes when any of it does."""
    found = sha256(style_sheet().encode())
    for address, loaded in sorted(files().items(), key=lambda item: item[0]):
        found.update(address.encode() + loaded.content)
    return found.hexdigest()


def _colours() -> Mapping[str, str]:
    """The colours of kinds on light paper, from the style sheet of pages, where they come first."""
    css = (_theme() / "static" / "chemins" / "journal.css").read_text("utf-8")
    light = css[: css.index("prefers-color-scheme: dark")]
    return dict(_TOKEN.findall(light))


def _theme() -> Path:
    return Path(str(resources.files("chemins"))) / "theme"
