"""The identifier of a record: what its file name says, as an address can carry it."""

import re
from functools import lru_cache

from slugify import slugify

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_LENGTH = 120
"""Characters an identifier may have: file systems stop at 255 bytes, readers much sooner."""


@lru_cache(maxsize=65536)
def identifier_of(name: str) -> str:
    """``name`` in lower case, ASCII, words joined by hyphens; empty when nothing is left.

    An officer may name a file « École d'été.md » and refer to it as they like, « école d’été »:
    both become ``ecole-d-ete``.
    """
    if _PLAIN.fullmatch(name):
        return name
    return slugify(name.replace("’", "'"))


SPOKEN_LENGTH = 60
"""Characters of an identifier made from a title: an address that one can still read aloud."""


def shortened(identifier: str) -> str:
    """``identifier`` without the words that make it long."""
    if len(identifier) <= SPOKEN_LENGTH:
        return identifier
    return identifier[: SPOKEN_LENGTH + 1].rpartition("-")[0] or identifier[:SPOKEN_LENGTH]


def reference_of(typed: str) -> str:
    """What a person typed to mean a record, as its identifier.

    ``folder/identifier`` where the kind is said too; a file name and ``[[…]]`` are understood.
    """
    if _PLAIN.fullmatch(typed):
        return typed
    bare = typed.strip().removeprefix("[[").removesuffix("]]").removesuffix(".md")
    return "/".join(identifier_of(part) for part in bare.replace(":", "/").split("/"))
