"""The sign of each kind: its shape, its class, and when its word must stand beside it.

A kind is known by a colour, a shape and a word; colours are the style sheet's.
"""

from collections.abc import Mapping

from markupsafe import Markup

from chemins.diagrams.diagram import Column

VISION = "vision"
"""The kind that is drawn as the front page of a newspaper."""

SHAPES: Mapping[str, str] = {
    VISION: "M0 8a8 5.2 0 1 0 16 0 8 5.2 0 1 0-16 0z",
    "knowledge": "M1.2 1.2h13.6v13.6H1.2z",
    "practice": "M.6 8a7.4 7.4 0 1 0 14.8 0 7.4 7.4 0 1 0-14.8 0z",
    "way-of-life": "M8 0l8 8-8 8-8-8z",
    "action": "M2 .8 15.6 8 2 15.2z",
    "session": "M.5 1.5h15v10H8.5L4 15.5v-4H.5z",
    "lesson": "M2.6.5h10.8v15L8 11.2 2.6 15.5z",
}
"""Ellipse, square, disc, diamond, triangle, bubble, bookmark: path data in a box of 16 by 16."""

NEUTRAL = "M4.2 1.2h7.6L15.6 8l-3.8 6.8H4.2L.4 8z"
"""A hexagon: the shape of every other kind."""

SIZE = 16
"""The side of the box that the shapes are drawn in."""


def shape(kind: str) -> str:
    """The path data of ``kind``."""
    return SHAPES.get(kind, NEUTRAL)


def css_class(kind: str) -> str:
    """The class that gives ``kind`` its colour: ``k-practice``; ``k-other`` beyond the seven."""
    return f"k-{kind}" if kind in SHAPES else "k-other"


def glyph(kind: str, extra_class: str = "") -> Markup:
    """The sign of ``kind`` for use in a line of HTML, hidden from assistive technology.

    ``extra_class`` comes from our own templates.
    """
    classes = f"glyph {css_class(kind)} {extra_class}".rstrip()
    return Markup(
        '<svg class="{}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>'
    ).format(classes, shape(kind))


def needs_words(column: Column) -> bool:
    """Whether ``column`` mixes kinds, so that its heading cannot say what each node is."""
    return len({node.word for node in column.nodes}) > 1
