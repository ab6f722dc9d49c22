"""The territory's accent: read from its style sheet, and refused when nobody could read it.

Source of the formulas: WCAG 2.2, definitions of relative luminance and of contrast ratio, and
success criterion 1.4.3: 4.5 to 1 for text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from chemins.edition import Edition
from chemins.engines.mkdocs import theme
from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault
from chemins.faults.unforeseen import shown
from chemins.locales import Locale

LEAST = 4.5
"""The contrast that a text needs against what it stands on."""

PAPER = {"light": "#fbf7ee", "dark": "#191713"}
"""The colour of the sheet in each scheme: ``--paper`` of our style sheet."""

_ACCENT = re.compile(r"--accent\s*:\s*([^;}\s]+)")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Accent:
    """One declaration of the accent."""

    colour: str
    """As it is written."""

    scheme: str
    """``light`` or ``dark``."""

    line: int
    """Where."""

    column: int
    """Where in the line."""


def accents(css: str) -> tuple[Accent, ...]:
    """The accents that ``css`` declares, in order."""
    return tuple(_accents(css))


def faults_of(css: str, path: Path, locale: Locale) -> Iterator[Fault]:
    """An accent that is no colour we can measure, or that is too pale or too dark to be read."""
    found = accents(css)
    schemes = {accent.scheme for accent in found}
    for accent in found:
        place = Place(path.as_posix(), accent.line, accent.column, len(accent.colour))
        if not _HEX.fullmatch(accent.colour):
            yield fault("S-COLOUR", place, "form", colour=accent.colour)
            continue
        # Without one of its own, the dark scheme takes the light one's.
        alone = accent.scheme == "light" and "dark" not in schemes
        for scheme in PAPER if alone else (accent.scheme,):
            ratio = contrast(accent.colour, PAPER[scheme])
            if ratio < LEAST:
                said = Word(f"faults.S-COLOUR.schemes.{scheme}")
                values = {
                    "colour": accent.colour,
                    "ratio": locale.number(round(ratio, 1)),
                    "scheme": said,
                }
                yield fault("S-COLOUR", place, scheme, **values)


def contrast(one: str, other: str) -> float:
    """How far apart two colours are: from 1, the same, to 21, black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _accents(css: str) -> Iterator[Accent]:
    # Comments keep their length, so that places stay true.
    bare = re.sub(r"/\*.*?\*/", lambda found: re.sub(r"[^\n]", " ", found[0]), css, flags=re.DOTALL)
    for found in _ACCENT.finditer(bare):
        start = found.start(1)
        before = bare[:start]
        opened = before.rfind("prefers-color-scheme: dark")
        inside = opened >= 0 and before.count("{", opened) > before.count("}", opened)
        yield Accent(
            colour=found[1],
            scheme="dark" if inside else "light",
            line=before.count("\n") + 1,
            column=start - (before.rfind("\n") + 1) + 1,
        )


def colours_of(config: MkDocsConfig, edition: Edition) -> tuple[Fault, ...]:
    """What is wrong with the colours that the territory gives its site, where it gives some."""
    path = theme.own_colours(config, edition.content.locale)
    if path is None:
        return ()
    css = path.read_text("utf-8", "replace")
    return tuple(faults_of(css, Path(shown(path)), edition.content.locale))
