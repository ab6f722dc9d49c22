"""What must be known of a YAML text before it is loaded: that it can be.

libyaml composes by recursion in C: 20,000 brackets end the process without a word. Aliases let ten
lines become a thousand million values. Events come without recursion and without following any.
"""

from dataclasses import dataclass
from typing import Any

import yaml

from chemins.faults import Place, Word
from chemins.reading.encoding import hidden_in

MAX_DEPTH = 40
"""How many levels settings may be nested: menus have five or six."""

MAX_VALUES = 20_000
"""How many values settings may hold once their aliases are followed."""


class DangerError(Exception):
    """Why a text must not be loaded."""

    def __init__(self, problem: str, mark: Any, sign: Word | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        """``deep``, ``bomb`` or ``hidden``."""
        self.line, self.column = mark.line + 1, mark.column + 1
        self.sign = sign
        """The hidden sign, when that is it."""

    def place(self, path: str) -> Place:
        """Where it is, in the file ``path``."""
        return Place(path, self.line, self.column)


@dataclass(slots=True)
class _Open:
    """A list or a mapping that has not ended."""

    anchor: str | None
    size: int = 1


def guard(text: str) -> None:
    """Nothing, when ``text`` can be loaded.

    Raises:
        DangerError: it is nested too deeply, grows too much, or hides a sign behind an escape.
        yaml.YAMLError: it is no YAML.
    """
    parser: Any = yaml.CSafeLoader(text)
    try:
        _follow(parser)
    finally:
        parser.dispose()


def _follow(parser: Any) -> None:
    sizes: dict[str, int] = {}
    opened = [_Open(None)]
    while parser.check_event():
        event: Any = parser.get_event()
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append(_Open(event.anchor))
            # An alias of what has not ended holds itself.
            _remember(sizes, event.anchor, MAX_VALUES)
            if len(opened) > MAX_DEPTH:
                raise DangerError("deep", event.start_mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = opened.pop()
            _remember(sizes, ended.anchor, ended.size)
            opened[-1].size += ended.size
        elif isinstance(event, yaml.ScalarEvent):
            if event.style == '"' and (sign := hidden_in(event.value)):
                raise DangerError("hidden", event.start_mark, sign)
            _remember(sizes, event.anchor, 1)
            opened[-1].size += 1
        elif isinstance(event, yaml.AliasEvent):
            opened[-1].size += sizes.get(str(event.anchor), 1)
        if opened[-1].size > MAX_VALUES:
            raise DangerError("bomb", event.start_mark)


def _remember(sizes: dict[str, int], anchor: str | None, size: int) -> None:
    if anchor is not None:
        sizes[anchor] = size
