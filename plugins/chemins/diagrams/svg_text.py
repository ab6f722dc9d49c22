"""Lines of text in a picture."""

from collections.abc import Sequence

from chemins.text import escape


def text(lines: Sequence[str], x: int, y: int, leading: int, classes: str = "") -> str:
    """``lines`` as one text, the first standing on the height ``y``."""
    if not lines:
        return ""
    named = f' class="{classes}"' if classes else ""
    if len(lines) == 1:
        return f'<text{named} x="{x}" y="{y}">{escape.svg(lines[0])}</text>'
    return f'<text{named} y="{y - leading}">{spans(lines, x, leading)}</text>'


def spans(lines: Sequence[str], x: int, leading: int, classes: str = "") -> str:
    """``lines`` one below the other, the first below the height of their text."""
    named = f' class="{classes}"' if classes else ""
    opening = f'<tspan{named} x="{x}" dy="{leading}">'
    return "".join(f"{opening}{escape.svg(line)}</tspan>" for line in lines)
