"""Mermaid text → SVG at build, by merman, where it is installed (``pip install chemins[mermaid]``).

What it draws is shown as a picture (``<img>``), in which no browser runs a script.
"""

import importlib
import importlib.util
from functools import cache
from hashlib import sha256
from typing import Any

_FOLDER = "chemins/diagrams"
_DIGITS = 16


@cache
def is_installed() -> bool:
    """Whether diagrams can be drawn at build."""
    return importlib.util.find_spec("merman") is not None


def drawn(text: str) -> tuple[str, str]:
    """The diagram ``text`` as SVG, and an empty reason; or nothing, and why the browser must."""
    try:
        library: Any = importlib.import_module("merman")
        drawing = str(library.Merman().render_svg(text, None))
    except Exception as error:  # a binding in another language raises what it likes
        return "", " ".join(str(error).split())[:200] or type(error).__name__
    return (drawing, "") if drawing.lstrip().startswith("<svg") else ("", "SVG ?")


def address_of(drawing: str) -> str:
    """Where ``drawing`` is on the site: the same drawing is one file."""
    digest = sha256(drawing.encode()).hexdigest()[:_DIGITS]
    return f"{_FOLDER}/{digest}.svg"
