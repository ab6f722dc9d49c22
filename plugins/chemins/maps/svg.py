"""A map as an SVG picture. Hidden from assistive technology: the list beside it says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from chemins.maps.labels import LEADING, SIZE, Box, Label, box_of, placed
from chemins.maps.projection import Point
from chemins.maps.sheet import Sheet, fitted
from chemins.maps.simplify import simplified
from chemins.records.outline import Outline
from chemins.text import escape

_TOLERANCE = 0.6
_MARGIN = 12
_SCALE_ROOM = 40
_SCALES = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000)


@dataclass(frozen=True, slots=True)
class Area:
    """A quartier as a map shows it."""

    outline: Outline
    """Its shape."""

    name: str
    """What is written; empty for none."""

    href: str
    """Where it leads from the page at hand; empty for nowhere."""


def map_svg(areas: Sequence[Area], width: int, height: int) -> Markup:
    """``areas`` within ``width`` by ``height`` pixels, named, with a scale; nothing when empty."""
    if not any(area.outline.rings for area in areas):
        return Markup("")
    sheet = fitted([area.outline for area in areas], width, height)
    shapes = [_shape(area.outline, sheet) for area in areas]
    labels = _labels(areas, shapes, sheet)
    frame = _frame(sheet, labels)
    drawn = Markup("").join(
        _area(area, shape, label) for area, shape, label in zip(areas, shapes, labels, strict=True)
    )
    box = f"{frame.left:.0f} {frame.top:.0f} {frame.right - frame.left:.0f}"
    return Markup(
        '<svg class="picture map" viewBox="{} {:.0f}" width="{:.0f}" height="{:.0f}"'
        ' aria-hidden="true" focusable="false">{}{}</svg>'
    ).format(
        box,
        frame.bottom - frame.top,
        frame.right - frame.left,
        frame.bottom - frame.top,
        drawn,
        _scale(sheet, frame),
    )


def silhouette(outline: Outline, size: int = 96) -> Markup:
    """One shape alone, in a square: a sign for a list."""
    if not outline.rings:
        return Markup("")
    inner = size - 4
    sheet = fitted([outline], inner, inner)
    path = _path(_shape(outline, sheet))
    left, top = (size - sheet.width) / 2, (size - sheet.height) / 2
    return Markup(
        '<svg class="picture map silhouette" viewBox="{:.0f} {:.0f} {} {}" width="{}" height="{}"'
        ' aria-hidden="true" focusable="false"><path class="area" d="{}"/></svg>'
    ).format(-left, -top, size, size, size, size, path)


def shape_on_paper(outline: Outline, size: float, title: str) -> Markup:
    """One shape alone, in a square of ``size`` points, drawn in black whatever the style sheet.

    Readers are told ``title`` in its place.
    """
    if not outline.rings:
        return Markup("")
    inner = size - 4
    sheet = fitted([outline], inner, inner)
    return Markup(
        '<svg viewBox="-2 -2 {:.0f} {:.0f}" width="{:.0f}" height="{:.0f}"><title>{}</title>'
        '<path fill="#e6e6e6" stroke="#000" stroke-width="1.5" d="{}"/></svg>'
    ).format(
        sheet.width + 4,
        sheet.height + 4,
        sheet.width + 4,
        sheet.height + 4,
        escape.svg(title),
        _path(_shape(outline, sheet)),
    )


def _shape(outline: Outline, sheet: Sheet) -> list[list[Point]]:
    lines = ([sheet.place(*point) for point in ring] for ring in outline.rings)
    return [line for line in (simplified(line, _TOLERANCE) for line in lines) if len(line) > 2]


def _path(shape: list[list[Point]]) -> str:
    return "".join(
        f"M{'L'.join(f'{_short(x)} {_short(y)}' for x, y in line[:-1])}Z" for line in shape
    )


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _labels(
    areas: Sequence[Area], shapes: list[list[list[Point]]], sheet: Sheet
) -> list[Label | None]:
    named = [
        (index, area.name, box_of(point for line in shapes[index] for point in line))
        for index, area in enumerate(areas)
        if area.name and shapes[index]
    ]
    whole = Box(0, 0, sheet.width, sheet.height)
    laid = placed([name for _, name, _ in named], [box for _, _, box in named], whole)
    labels: list[Label | None] = [None] * len(areas)
    for (index, _, _), label in zip(named, laid, strict=True):
        labels[index] = label
    return labels


def _frame(sheet: Sheet, labels: Sequence[Label | None]) -> Box:
    boxes = [label.box for label in labels if label is not None]
    boxes.append(Box(0, 0, sheet.width, sheet.height))
    return Box(
        min(box.left for box in boxes) - _MARGIN,
        min(box.top for box in boxes) - _MARGIN,
        max(box.right for box in boxes) + _MARGIN,
        max(box.bottom for box in boxes) + _MARGIN + _SCALE_ROOM,
    )


def _area(area: Area, shape: list[list[Point]], label: Label | None) -> Markup:
    drawn = Markup('<path class="area" d="{}"/>').format(_path(shape))
    if label is not None:
        drawn += Markup("").join(_lines(label))
    if not area.href:
        return drawn
    return Markup('<a href="{}" tabindex="-1">{}</a>').format(escape.attribute(area.href), drawn)


def _lines(label: Label) -> Iterator[Markup]:
    for index, line in enumerate(label.lines):
        yield Markup(
            '<text class="label" text-anchor="middle" x="{:.0f}" y="{:.0f}">{}</text>'
        ).format(label.middle, label.top + index * LEADING + SIZE * 0.8, escape.svg(line))


def _scale(sheet: Sheet, frame: Box) -> Markup:
    room = (frame.right - frame.left) / 3
    metres = max((each for each in _SCALES if sheet.pixels(each) <= room), default=_SCALES[0])
    said = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
    left, base = frame.left + _MARGIN, frame.bottom - _MARGIN
    long = sheet.pixels(metres)
    return Markup(
        '<path class="scale" d="M{:.0f} {:.0f}v-6v6h{:.0f}v-6"/>'
        '<text class="soft" x="{:.0f}" y="{:.0f}">{}</text>'
    ).format(left, base, long, left + long + 10, base + 2, said)
