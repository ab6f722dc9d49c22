"""How a text begins, as plain text: what an excerpt and a description say of it."""

from functools import lru_cache

from chemins.text import markdown

_LENGTH = 155
"""Characters, at most: what search engines show of a description."""


@lru_cache(maxsize=16384)
def beginning(text: str) -> str:
    """How ``text`` begins, cut after a word. Read once, for its page and for all that list it."""
    return markdown.plain(text, _LENGTH) if text else ""
