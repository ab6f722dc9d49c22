"""A diagram as an SVG picture, drawn at build time.

The picture is hidden from assistive technology and its links are out of the tab order: the list of
``outline.py``, beside it on the page, says the same. Colours are the style sheet's, by classes.
"""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from chemins.diagrams.columns import SHADOW
from chemins.diagrams.diagram import Diagram
from chemins.diagrams.glyphs import SIZE, css_class, shape
from chemins.diagrams.layout import HEAD_TOP, Head, Layout, Placed, arrange
from chemins.diagrams.stations import (
    DISPLAY_LEADING,
    FRAME_TOP,
    LEADING,
    MARK,
    PADDING,
    TEXT_TOP,
)
from chemins.diagrams.svg_text import spans, text
from chemins.text import escape

_TRACK_START = 24
_TIP = "l-11-5.5v11z"
_MAST_TOP = 26
_DOUBLE = 4


def svg(diagram: Diagram, link: Callable[[str], str]) -> Markup:
    """``diagram`` as one ``<svg>`` element, 1088 pixels wide; nothing when it has no column.

    ``link`` makes a node's address into the ``href`` of the page at hand.
    """
    if not diagram.columns:
        return Markup("")
    layout = arrange(diagram)
    size = f"{layout.width} {layout.height}"
    return Markup(
        "".join(
            (
                f'<svg class="picture pathway" viewBox="0 0 {size}" width="{layout.width}"'
                f' height="{layout.height}" aria-hidden="true" focusable="false">',
                *_heads(layout),
                *_ways(layout),
                *(_station(placed, link) for placed in layout.stations),
                "</svg>",
            )
        )
    )


def _heads(layout: Layout) -> Iterator[str]:
    for head in layout.heads:
        yield text(head.lines, head.left, HEAD_TOP, LEADING, "head")
        yield text(head.notes, head.left, _note_top(head), LEADING, "soft")
    if layout.heads:
        yield f'<path class="double" d="M0 {layout.rule}.5H{layout.width}"/>'


def _note_top(head: Head) -> int:
    return HEAD_TOP + LEADING * len(head.lines)


def _ways(layout: Layout) -> Iterator[str]:
    """All edges as two paths, and their tips as a third: a picture may have hundreds."""
    for classes, illustrative in (("way", False), ("way illustrative", True)):
        data = "".join(path for path, dashed in layout.paths if dashed is illustrative)
        if data:
            yield f'<path class="{classes}" d="{data}"/>'
    if layout.tips:
        tips = "".join(f"M{x} {y}{_TIP}" for x, y in layout.tips)
        yield f'<path class="tip" d="{tips}"/>'


def _station(placed: Placed, link: Callable[[str], str]) -> str:
    node = placed.station.node
    drawn = _framed(placed) if placed.station.framed else _tracked(placed)
    classes = css_class(node.kind)
    if node.here or not node.target:
        return f'<g class="{classes}">{drawn}</g>'
    address = escape.attribute(link(node.target))
    return f'<a class="{classes}" href="{address}" tabindex="-1">{drawn}</a>'


def _tracked(placed: Placed) -> str:
    """A glyph, the line that goes on from it, and the words below."""
    station, x, y = placed.station, placed.span.left, placed.y
    track = f"M{x + _TRACK_START} {y}H{placed.span.right}"
    lines = (
        spans(station.word, x, LEADING, "soft")
        + spans(station.lines, x, LEADING)
        + spans(station.note, x, LEADING, "soft")
    )
    classes = ' class="here"' if station.node.here else ""
    words = f'<text{classes} y="{y + TEXT_TOP}">{lines}</text>' if lines else ""
    return (
        f'<path class="{_dashed("track", placed)}" d="{track}"/>' + _glyph(placed, x + 9, y) + words
    )


def _framed(placed: Placed) -> str:
    """A front page: its shadow, its frame, its masthead over a double rule, its headline."""
    station, span = placed.station, placed.span
    x, top = span.left, placed.y - FRAME_TOP
    size = f'width="{span.width}" height="{station.frame_height}"'
    inner = span.width - 2 * PADDING
    left = x + PADDING
    title_top = top + station.title_top
    double = title_top - 10
    lines = spans(station.lines, left, DISPLAY_LEADING)
    title = f'<text class="display" y="{title_top}">{lines}</text>' if lines else ""
    return (
        f'<rect class="shadow" x="{x + SHADOW}" y="{top + SHADOW}" {size}/>'
        f'<rect class="{_dashed("frame", placed)}" x="{x}" y="{top}" {size}/>'
        + _glyph(placed, left + 9, top + 21)
        + text(station.word, left + MARK, top + _MAST_TOP, LEADING, "head")
        + f'<path class="double" d="M{left} {double}.5h{inner}m0 {_DOUBLE}H{left}"/>'
        + title
        + text(station.note, left, top + station.note_top, LEADING, "soft")
    )


def _dashed(name: str, placed: Placed) -> str:
    node = placed.station.node
    return name + (" here" if node.here else "") + (" illustrative" if node.illustrative else "")


def _glyph(placed: Placed, x: int, y: int) -> str:
    side = placed.station.glyph
    corner = f"{x - side // 2} {y - side // 2}"
    data = shape(placed.station.node.kind)
    return f'<path class="shape" transform="translate({corner})scale({side / SIZE:g})" d="{data}"/>'
