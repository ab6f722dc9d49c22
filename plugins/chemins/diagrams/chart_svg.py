"""A chart as an SVG picture drawn at build time.

The picture is hidden from assistive technology: the table beside it on the page says the same.
No value has a colour: nothing says that more is better, nor ranks one place against another.
"""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.diagrams.chart import Chart
from chemins.diagrams.chart_frame import Frame
from chemins.diagrams.chart_layout import WIDE, ChartLayout, arrange
from chemins.diagrams.chart_words import Label
from chemins.locales import Locale
from chemins.text import escape


def chart_svg(
    chart: Chart | None, locale: Locale, width: int = WIDE, frame: Frame | None = None
) -> Markup:
    """``chart`` as one ``<svg>`` element, in ``frame`` or in its own; nothing without a chart."""
    if chart is None:
        return Markup("")
    layout = arrange(chart, locale, width, frame)
    size = f'viewBox="0 0 {layout.width} {layout.height}"'
    example = " illustrative" if chart.illustrative else ""
    return Markup(
        "".join(
            (
                f'<svg class="picture chart{example}" {size} width="{layout.width}"'
                f' height="{layout.height}" aria-hidden="true" focusable="false">',
                *_frame(layout),
                *(_path("also", run) for run in layout.compared if len(run) > 1),
                *(_text(label, "soft") for label in layout.names),
                *(_text(label, "soft which") for label in layout.numbers),
                *_marks(layout),
                *(_path("way", run) for run in layout.runs if len(run) > 1),
                *_values(layout),
                "</svg>",
            )
        )
    )


def _frame(layout: ChartLayout) -> Iterator[str]:
    left, _, right, bottom = (round(each) for each in layout.plot)
    data = "".join(f"M{left} {y}H{right}" for y, _ in layout.ticks)
    yield f'<path class="grid" d="{data}"/>'
    for y, name in layout.ticks:
        yield _text(Label(name, left - 8, y + 5), "soft tick")
    for label in layout.dates:
        yield _text(label, "soft date")
    for x in layout.holes:
        yield f'<path class="hole" d="M{x - 6} {bottom - 9}l12 -12m0 12l-12 -12"/>'


def _marks(layout: ChartLayout) -> Iterator[str]:
    left, _, right, _ = (round(each) for each in layout.plot)
    for name, y, label in layout.marks:
        yield f'<path class="{name}" d="M{left} {y}H{right}"/>'
        if label:
            yield _text(label, f"soft {name}-word")


def _values(layout: ChartLayout) -> Iterator[str]:
    for x, y, wide, high in layout.bars:
        yield f'<rect class="bar" x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}"/>'
    if not layout.bars:
        for x, y in layout.dots:
            yield f'<circle class="seen" cx="{x:g}" cy="{y:g}" r="4.5"/>'
    for label in layout.words:
        yield _text(label, "value")


def _path(name: str, run: tuple[tuple[float, float], ...]) -> str:
    data = "L".join(f"{x:g} {y:g}" for x, y in run)
    return f'<path class="{name}" d="M{data}"/>'


def _text(label: Label, classes: str) -> str:
    return f'<text class="{classes}" x="{label.x}" y="{label.y}">{escape.svg(label.word)}</text>'
