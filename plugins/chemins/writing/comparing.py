"""Two states of a record, compared: which fields differ, which items stand for one another."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from chemins.records.base import Part, Record
from chemins.records.words import Model
from chemins.writing.layout import Leaf, Node


def aligned(
    before: Sequence[Any], after: Sequence[Any]
) -> tuple[list[tuple[int, int]], list[int], dict[int, list[int]]]:
    """Items that stand for one another, those that go, and those that come, by where they come."""
    pairs: list[tuple[int, int]] = []
    gone: list[int] = []
    come: dict[int, list[int]] = {}
    matcher = SequenceMatcher(None, list(map(repr, before)), list(map(repr, after)), autojunk=False)
    for _, begin, end, first, last in matcher.get_opcodes():
        shared = min(end - begin, last - first)
        pairs += [(begin + step, first + step) for step in range(shared)]
        gone += range(begin + shared, end)
        if first + shared < last:
            come[begin + shared] = list(range(first + shared, last))
    return pairs, gone, come


def model_of(holder: Record | Part) -> Model:
    """What declares the fields of ``holder``."""
    return type(holder)


def differ(before: Any, after: Any, name: str) -> bool:
    """Whether the field is not the same before and after."""
    return bool(getattr(before, name) != getattr(after, name))


def is_empty(model: Record | Part, name: str) -> bool:
    """Whether a file says nothing of the field: no word stands for what it holds."""
    return getattr(model, name) in (None, ())


def says_nothing(node: Node) -> bool:
    """Whether reading passes over ``node``."""
    return isinstance(node, Leaf) and not node.text.strip()


def split(lines: Sequence[str]) -> list[str]:
    """``lines`` of which some hold several."""
    return [each for line in lines for each in line.split("\n")]
