"""Short ends of words that a line had better not part from their beginnings: « celui-ci »."""

import re

from markupsafe import Markup

from chemins.text import escape

_TIED = re.compile(r"\b(?:\w{1,2}(?:[-\u2019]\w+)*-\w+|\w+-\w{1,2})\b")
"""A hyphen with two letters or fewer on one side: measures break no line there either."""


def tied(text: str) -> Markup:
    """``text``, plain, as HTML whose lines do not end within such words."""
    pieces: list[Markup] = []
    end = 0
    for found in _TIED.finditer(text):
        pieces += [
            escape.html(text[end : found.start()]),
            Markup('<span class="tied">{}</span>').format(found[0]),
        ]
        end = found.end()
    rest = escape.html(text[end:])
    return Markup("").join((*pieces, rest)) if pieces else rest
