"""What lies where in a page, as a browser lays it out, and what is wrong with that."""

import json
from pathlib import Path

from playwright.sync_api import Page

_SCRIPT = (Path(__file__).parent / "geometry.js").read_text("utf-8")


def troubles(page: Page, box: str, arrows: str, smallest: float) -> list[str]:
    """What is wrong with the boxes that ``box`` selects, and with the arrows between them.

    A text leaves its box or the screen, two texts overlap, two boxes overlap, an arrow that
    ``arrows`` selects goes through a text, a text is smaller than ``smallest`` pixels.
    """
    arguments = ", ".join(json.dumps(each) for each in (box, arrows, smallest))
    return page.evaluate(f"({_SCRIPT})({arguments})")
