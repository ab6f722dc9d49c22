"""The captions of tables: the paragraph just before, when it begins with the word for one."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

_BEFORE = 3
"""How many tokens a paragraph is: its opening, its text, its closing."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of one table, without the word that announced it."""

    start: int
    """The position, among the tokens, of the paragraph it was."""

    tokens: tuple[Token, ...]
    """Its inline tokens."""


def captions(tokens: Sequence[Token], announced_by: tuple[str, ...]) -> dict[int, Caption]:
    """The captions in ``tokens``, by the position of their ``table_open``.

    ``announced_by`` are the words that begin a caption (``Tableau``), before a colon, whatever
    their case; the blank before the colon may be any or none.
    """
    if not announced_by:
        return {}
    found: dict[int, Caption] = {}
    for position, token in enumerate(tokens):
        if token.type == "table_open" and position >= _BEFORE:
            caption = _caption(tokens, position - _BEFORE, announced_by)
            if caption is not None:
                found[position] = caption
    return found


def _caption(tokens: Sequence[Token], start: int, announced_by: tuple[str, ...]) -> Caption | None:
    if tokens[start].type != "paragraph_open" or not (children := tokens[start + 1].children):
        return None
    first, *others = children
    announced = _announcement(announced_by).match(first.content) if first.type == "text" else None
    if announced is None:
        return None
    rest = first.content[announced.end() :]
    if rest:
        others.insert(0, Token("text", "", 0, content=rest))
    elif others and others[0].type == "softbreak":
        del others[0]
    return Caption(start, tuple(others)) if others else None


@functools.lru_cache(maxsize=16)
def _announcement(announced_by: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(word.rstrip(": \u00a0\u202f")) for word in announced_by)
    return re.compile(rf"(?:{names})[ \u00a0\u202f]?:\s*", re.IGNORECASE)
