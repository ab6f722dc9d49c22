"""How a text begins, as plain text: what an excerpt and a description say of it."""

from functools import lru_cache

from chemins.text import markdown

_LENGTH = 155
"""Characters, at most: what search engines show of a description."""

_DEFINES_LINK = "]:"
"""The only mark by which a paragraph can change what another says."""

_CUT = "…"


@lru_cache(maxsize=16384)
def beginning(text: str) -> str:
    """How ``text`` begins, cut after a word. Read once, for its page and for all that list it."""
    first, _, rest = text.partition("\n\n")
    if rest and len(first) > _LENGTH and _CUT not in first and _DEFINES_LINK not in rest:
        said = markdown.plain(first, _LENGTH)
        if said.endswith(_CUT):
            return said
    return markdown.plain(text, _LENGTH) if text else ""
