"""A map as an SVG picture. Hidden from assistive technology: the list beside it says the same."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from chemins.diagrams.glyphs import shape as glyph_shape
from chemins.maps.atlas import Shape
from chemins.maps.closeup import DIGITS, SIGN
from chemins.maps.drawing import WIDTH, Area, Drawing, Mark, Scale
from chemins.maps.labels import SMALL, TOWN, Label
from chemins.maps.paths import closed, running
from chemins.maps.projection import Point
from chemins.maps.sheet import TOLERANCE, fitted
from chemins.text import escape

Href = Callable[[str], str]
"""A key → where it leads from the page at hand; empty for nowhere."""

PLACE = "M8 .8 15.4 7v8.2H.6V7z"
"""A house: the sign of a place to go, in a box of 16 by 16."""

_MARGIN = 2
_STRIP = 34
_BACKGROUND_DOT = 3
_FINE_COMMUNES = 40
"""So many municipalities are drawn to a tenth of a pixel; more, to a pixel."""


def sign_of(kind: str) -> str:
    """The path data of the sign of a mark: the house, or the sign of the kind."""
    return PLACE if kind == "place" else glyph_shape(kind)


def map_svg(drawing: Drawing, href: Href) -> Markup:
    """``drawing`` as a picture."""
    parts = [
        *_around(drawing),
        *(_linked(href(area.key), _area(area)) for area in drawing.areas),
        *_frames(drawing),
        *(_both(wide, narrow) for wide, narrow in drawing.towns),
        *(_linked(href(mark.key), _mark(mark)) for mark in drawing.marks),
    ]
    # One in the other: what goes on beyond the map is cut, above the strip of the scale.
    cut = Markup('<svg width="{:.0f}" height="{:.0f}" aria-hidden="true">{}</svg>').format(
        WIDTH, drawing.height, Markup("").join(parts)
    )
    scale = _scale(drawing.scale, drawing.height + _STRIP - 6)
    wide, tall = WIDTH + 2 * _MARGIN, drawing.height + _STRIP + _MARGIN
    return Markup(
        '<svg class="picture map{}" viewBox="{} {} {:.0f} {:.0f}" width="{:.0f}" height="{:.0f}"'
        ' aria-hidden="true" focusable="false">{}</svg>'
    ).format(
        " map--around" if drawing.around else "",
        -_MARGIN,
        -_MARGIN,
        wide,
        tall,
        wide,
        tall,
        cut + scale,
    )


def silhouette(shape: Shape, size: int = 96) -> Markup:
    """One shape alone, in a square: a sign for a list."""
    inner = size - 4
    sheet = fitted(shape.box, inner, inner)
    left, top = (size - sheet.width) / 2, (size - sheet.height) / 2
    return Markup(
        '<svg class="picture map silhouette" viewBox="{:.0f} {:.0f} {} {}" width="{}" height="{}"'
        ' aria-hidden="true" focusable="false"><path class="area" d="{}"/></svg>'
    ).format(-left, -top, size, size, size, size, closed(sheet.rings(shape.lines, TOLERANCE)))


def shape_on_paper(shape: Shape, size: float, title: str) -> Markup:
    """One shape alone, in a square of ``size`` points, drawn in black whatever the style sheet.

    Readers are told ``title`` in its place.
    """
    inner = size - 4
    sheet = fitted(shape.box, inner, inner)
    return Markup(
        '<svg viewBox="-2 -2 {:.0f} {:.0f}" width="{:.0f}" height="{:.0f}"><title>{}</title>'
        '<path fill="#e6e6e6" stroke="#000" stroke-width="1.5" d="{}"/></svg>'
    ).format(
        sheet.width + 4,
        sheet.height + 4,
        sheet.width + 4,
        sheet.height + 4,
        escape.svg(title),
        closed(sheet.rings(shape.lines, TOLERANCE)),
    )


def _around(drawing: Drawing) -> Iterator[Markup]:
    """What is quiet, under the rest."""
    if drawing.communes:
        decimals = 1 if len(drawing.communes) <= _FINE_COMMUNES else 0
        yield Markup('<path class="commune" d="{}"/>').format(closed(drawing.communes, decimals))
    if drawing.lines:
        yield Markup('<path class="line" d="{}"/>').format(running(drawing.lines))
    if drawing.dots:
        yield Markup('<path class="spot" d="{}"/>').format(
            "".join(_disc(dot, _BACKGROUND_DOT) for dot in drawing.dots)
        )
    for label in drawing.names:
        yield _text(label, "around wide")


def _area(area: Area) -> Markup:
    classes = f"area {area.role}".strip()
    shape = _disc(area.dot.middle, area.dot.width / 2) if area.dot else closed(area.rings)
    drawn = Markup('<path class="{}{}" d="{}"/>').format(classes, " dot" if area.dot else "", shape)
    return drawn + _both(area.wide, area.narrow)


def _both(wide: Label | None, narrow: Label | None) -> Markup:
    """What is written at full size, and on a phone."""
    size = " small" if wide and wide.type in (SMALL, TOWN) else ""
    drawn = _text(wide, f"label wide{size}") if wide else Markup("")
    return drawn + (_text(narrow, "label narrow") if narrow else Markup(""))


def _frames(drawing: Drawing) -> Iterator[Markup]:
    for frame, (wide, narrow) in zip(drawing.frames, drawing.captions, strict=True):
        yield Markup('<path class="enlarged" d="M{:.0f} {:.0f}h{:.0f}v{:.0f}h{:.0f}z"/>').format(
            frame.left, frame.top, frame.width, frame.height, -frame.width
        ) + _both(wide, narrow)


def _mark(mark: Mark) -> Markup:
    """A pill beside its point: the sign of the kind, and the number."""
    box = mark.box
    x, y = box.middle
    sign = (box.left + 7, y - SIGN / 2)
    return Markup(
        '<path class="stem" d="M{:.0f} {:.0f}L{:.0f} {:.0f}"/><path class="spot" d="{}"/>'
        '<rect class="pill" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}" rx="{:.0f}"/>'
        '<path class="{}" transform="translate({:.0f} {:.0f})" d="{}"/>'
        '<text class="digits" x="{:.0f}" y="{:.0f}">{}</text>'
    ).format(
        *mark.at,
        x,
        y,
        _disc(mark.at, 4),
        box.left,
        box.top,
        box.width,
        box.height,
        box.height / 2,
        f"sign k-{mark.kind}",
        *sign,
        sign_of(mark.kind),
        box.left + 7 + SIGN + 4,
        y + DIGITS * 0.36,
        mark.number,
    )


def _disc(middle: Point, radius: float) -> str:
    x, y = middle
    across = 2 * radius
    return (
        f"M{x - radius:.1f} {y:.1f}a{radius:g} {radius:g} 0 1 0 {across:g} 0"
        f" {radius:g} {radius:g} 0 1 0-{across:g} 0z"
    )


def _linked(href: str, drawn: Markup) -> Markup:
    if not href:
        return drawn
    return Markup('<a href="{}" tabindex="-1">{}</a>').format(escape.attribute(href), drawn)


def _text(label: Label, classes: str) -> Markup:
    base = label.top + label.type.size * 0.85
    if len(label.lines) == 1:
        return Markup('<text class="{}" x="{:.0f}" y="{:.0f}">{}</text>').format(
            classes, label.middle, base, escape.svg(label.lines[0])
        )
    lines = Markup("").join(
        Markup('<tspan x="{:.0f}" y="{:.0f}">{}</tspan>').format(
            label.middle, base + index * label.type.leading, escape.svg(line)
        )
        for index, line in enumerate(label.lines)
    )
    return Markup('<text class="{}">{}</text>').format(classes, lines)


def _scale(scale: Scale, base: float) -> Markup:
    metres = scale.metres
    said = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
    return Markup(
        '<path class="scale" d="M1 {:.0f}v-6v6h{:.0f}v-6"/>'
        '<text class="soft" x="{:.0f}" y="{:.0f}">{}</text>'
    ).format(base, scale.pixels, scale.pixels + 11, base + 2, said)
