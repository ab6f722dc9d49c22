"""The headings of a body: which level each has on the page, and under which identifier."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from slugify import slugify

from chemins.text.words import words

_LOWEST = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a rendered body."""

    identifier: str
    """Its ``id`` on the page, prefix included."""

    title: str
    """Its text, without markup."""

    level: int
    """Its level on the page, from 1 to 6."""


Taken = dict[str, int]
"""The identifiers of a page, each with the last number that was put behind it."""


def headings(
    tokens: Sequence[Token], level: int, prefix: str, taken: Taken | None = None
) -> tuple[Heading, ...]:
    """The headings of ``tokens``, in order, the highest at ``level``.

    A heading is one level below the nearest heading before it that outranks it, so that no level
    is skipped whatever its author skipped. Identifiers differ from one another, and from those
    that are ``taken`` on the page, which they join.
    """
    found: list[Heading] = []
    ranks: list[int] = []
    taken = {} if taken is None else taken
    for position, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        rank = int(token.tag[1:])
        while ranks and ranks[-1] >= rank:
            ranks.pop()
        title = words(tokens[position + 1].children or ())
        identifier = _unique(prefix + _slug(title), taken)
        found.append(Heading(identifier, title, min(level + len(ranks), _LOWEST)))
        ranks.append(rank)
    return tuple(found)


@functools.lru_cache(maxsize=4096)
def _slug(title: str) -> str:
    slug: str = slugify(title, max_length=80, word_boundary=True)
    return slug or "1"


def _unique(name: str, taken: Taken) -> str:
    """``name``, or ``name`` with the first number that is free; then it is taken."""
    unique, number = name, taken.get(name, 0)
    while unique in taken:
        number += 1
        unique = f"{name}-{number + 1}"
    taken[name] = number
    taken[unique] = 0
    return unique
