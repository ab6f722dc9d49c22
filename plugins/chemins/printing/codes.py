"""The code to scan that leads from paper to a page."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import segno
from markupsafe import Markup

_MASK = 2
"""Any mask can be read; weighing all eight against one another takes most of the drawing."""

_OPENING = "<svg "

_DARK = re.compile(rb"\x01+")


def code_on_page(url: str) -> Markup:
    """The code of ``url``, for a page that prints its address beside it; nothing when too long."""
    return _opened(url, '<svg aria-hidden="true" focusable="false" ')


def code_on_sheet(url: str, title: str) -> Markup:
    """The code of ``url`` for a sheet, whose readers are told ``title``, HTML, in its place."""
    drawn = _opened(url, _OPENING)
    start = drawn.find(">") + 1
    if not start:
        return drawn
    return drawn[:start] + Markup("<title>{}</title>").format(title) + drawn[start:]


def _opened(url: str, opening: str) -> Markup:
    return Markup(_drawn(url).replace(_OPENING, opening, 1))


@lru_cache(maxsize=512)
def _drawn(url: str) -> str:
    """The code as SVG; empty when ``url`` is longer than any code can hold.

    Source of the form: ISO/IEC 18004, error correction M.
    """
    try:
        code = segno.make(url, error="m", micro=False, mask=_MASK)
    except segno.DataOverflowError:  # the address alone is printed
        return ""
    side = len(code.matrix)
    return (
        f'<svg viewBox="0 0 {side} {side}" class="qr">'
        f'<path class="qr__ink" stroke="#000" d="{"".join(_strokes(code.matrix))}"/></svg>'
    )


def _strokes(rows: Iterable[bytearray]) -> Iterator[str]:
    """The dark squares of ``rows``, a stroke for those that touch; segno takes thrice the time."""
    yield "M0 0.5"
    at = down = 0
    for row in rows:
        for run in _DARK.finditer(row):
            yield f"m{run.start() - at} {down}h{run.end() - run.start()}"
            at, down = run.end(), 0
        down += 1
