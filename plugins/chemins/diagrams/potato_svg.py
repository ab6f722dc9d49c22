"""Groups of ideas as an SVG picture drawn at build time, and as the list that says the same.

The picture is hidden from assistive technology. Colours are the style sheet's, by classes.
"""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.diagrams.potato_layout import PlacedPotato, lay_out
from chemins.diagrams.potatoes import Potato, Sketch
from chemins.diagrams.svg_text import spans
from chemins.text import escape

_CLASSES = {"display": ' class="display"', "bold": ' class="head"'}
"""What the style sheet calls each face but the plain one."""


def potato_svg(sketch: Sketch) -> Markup:
    """``sketch`` as one ``<svg>`` element; nothing when it has no group, or too many ideas."""
    if not sketch.potatoes or sketch.is_vast:
        return Markup("")
    layout = lay_out(sketch)
    size = f"{layout.width} {layout.height}"
    return Markup(
        "".join(
            (
                f'<svg class="picture potatoes" viewBox="0 0 {size}" width="{layout.width}"'
                f' height="{layout.height}" aria-hidden="true" focusable="false">',
                *(_potato(placed) for placed in layout.potatoes),
                "</svg>",
            )
        )
    )


def potato_list(sketch: Sketch, level: int = 4) -> Markup:
    """``sketch`` as an ``<ul>``: groups under headings of ``level``, in each its ideas."""
    groups = "".join(_group(potato, level) for potato in sketch.potatoes)
    return Markup(f'<ul class="groups">{groups}</ul>' if groups else "")


def _potato(placed: PlacedPotato) -> str:
    return f"<g>{''.join(_drawn(placed))}</g>"


def _drawn(placed: PlacedPotato) -> Iterator[str]:
    shaped, x, y = placed.shaped, placed.x, placed.y
    if shaped.blob:
        yield f'<path class="potato" d="{shaped.blob.path(x, y)}"/>'
    for block in shaped.blocks:
        lines = spans(block.lines, round(x + block.x), block.leading)
        classes = _CLASSES.get(block.face, "")
        yield f'<text{classes} y="{round(y + block.y) - block.leading}">{lines}</text>'


def _group(potato: Potato, level: int) -> str:
    ideas = "".join(f"<li>{escape.html(idea)}</li>" for idea in potato.ideas)
    heading = f"<h{level}>{escape.html(potato.name)}</h{level}>" if potato.name else ""
    inside = f'<ul class="groups__ideas">{ideas}</ul>' if ideas else ""
    return f"<li>{heading}{inside}</li>"
