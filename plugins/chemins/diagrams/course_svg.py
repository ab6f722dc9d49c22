"""The course of a cooperation as an SVG picture drawn at build time.

The picture is hidden from assistive technology: the table beside it on the page says the same.
Both ways are drawn alike, and no degree has a colour of its own.
"""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.diagrams.course import Course
from chemins.diagrams.course_layout import RADIUS, ROW, WIDTH, CourseLayout, Placed, arrange
from chemins.text import escape

_BASELINE = 5


def course_svg(course: Course) -> Markup:
    """``course`` as one ``<svg>`` element; nothing when nothing of it may be published."""
    if not course.marks:
        return Markup("")
    layout = arrange(course)
    return Markup(
        "".join(
            (
                f'<svg class="picture course" viewBox="0 0 {WIDTH} {layout.height}"'
                f' width="{WIDTH}" height="{layout.height}" aria-hidden="true" focusable="false">',
                *_frame(layout, course.poles),
                *_lines(layout, course),
                *(_mark(placed) for placed in layout.marks),
                *(_label(placed) for placed in layout.marks if placed.label),
                "</svg>",
            )
        )
    )


def _frame(layout: CourseLayout, poles: tuple[str, str]) -> Iterator[str]:
    """The degrees and the years: hairlines with their words."""
    left, right = layout.plot
    bottom = layout.degrees[0][1] + ROW // 2
    data = "".join(f"M{left} {y}H{right}" for _, y in layout.degrees)
    data += "".join(f"M{x} {layout.degrees[-1][1]}V{bottom}" for _, x in layout.years)
    yield f'<path class="grid" d="{data}"/>'
    yield _text(poles[1], 0, layout.degrees[-1][1] - ROW // 2, "pole")
    for word, y in layout.degrees:
        yield _text(word, 0, y + _BASELINE, "head")
    foot = layout.height - 10
    yield _text(poles[0], 0, foot, "pole")
    for year, x in layout.years:
        yield _text(str(year), x, foot, "soft")


def _lines(layout: CourseLayout, course: Course) -> Iterator[str]:
    data = "".join(f"M{x1} {y1}L{x2} {y2}" for x1, y1, x2, y2 in layout.lines)
    if data:
        yield f'<path class="way{" illustrative" if course.illustrative else ""}" d="{data}"/>'


def _mark(placed: Placed) -> str:
    left, top, right, bottom = (round(each) for each in placed.box)
    size = f'width="{right - left}" height="{bottom - top}" rx="{RADIUS}"'
    return f'<rect class="seen" x="{left}" y="{top}" {size}/>'


def _label(placed: Placed) -> str:
    x, y = placed.label or (0, 0)
    return _text(placed.mark.word, x, y, "label soft")


def _text(words: str, x: int, y: int, classes: str) -> str:
    return f'<text class="{classes}" x="{x}" y="{y}">{escape.svg(words)}</text>'
