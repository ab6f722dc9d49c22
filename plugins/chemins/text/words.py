"""Markdown tokens → the words a reader sees, without markup."""

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

_BLANKS = re.compile(r"[ \t\n]+")
_LINE_ENDS = frozenset({"softbreak", "hardbreak"})


def words(tokens: Iterable[Token]) -> str:
    """The words of inline ``tokens``, on one line; images by their alternatives."""
    return _BLANKS.sub(" ", "".join(_pieces(tokens))).strip(" ")


def _pieces(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _LINE_ENDS:
            yield " "
        elif token.type == "image":
            yield from _pieces(token.children or ())
        else:
            yield token.content
