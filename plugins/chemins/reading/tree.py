"""YAML → a tree of texts with their places. No anchors, no aliases, no tags, no types.

YAML's own reading of a scalar loses what was typed (``12:30`` becomes 750, ``no`` false, ``012``
ten), and its aliases let 370 bytes become 52 MB: here each scalar stays the text it is.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from chemins.faults import Fault, Place, Word
from chemins.faults.causes import AFTER_QUOTE, yaml_problem
from chemins.faults.codes import fault
from chemins.reading.encoding import hidden_in

MAX_DEPTH = 8
"""How many levels a record may be nested."""

Span = tuple[int, int, int]
"""Line and column from 1, and width in characters."""


@dataclass(slots=True)
class Scalar:
    """A text."""

    text: str
    span: Span


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: "list[Tree]"
    span: Span


@dataclass(slots=True)
class Mapping:
    """Fields, each with its key; a key may stand twice."""

    fields: "list[tuple[Scalar, Tree]]"
    span: Span


Tree = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """What ends the reading of a tree."""

    def __init__(self, code: str, span: Span, **values: Any) -> None:
        super().__init__(code)
        self.code, self.span, self.values = code, span, values


def compose(text: str, path: str, first_line: int) -> Tree | Fault:
    """The tree of ``text``, whose first line is line ``first_line`` of the file ``path``."""
    parser = yaml.CSafeLoader(text)
    try:
        return _document(_Events(parser, first_line), first_line)
    except yaml.MarkedYAMLError as error:
        return _broken(error, text, path, first_line)
    except yaml.YAMLError:
        return fault("E-YAML", Place(path, first_line), problem=_said("other"))
    except _RefusedError as refused:
        return fault(refused.code, Place(path, *refused.span), **refused.values)
    finally:
        parser.dispose()


class _Events:
    """The events of one document, with places counted in the file."""

    def __init__(self, parser: Any, first_line: int) -> None:
        self.next = parser.get_event
        self.offset = first_line

    def span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return (start.line + self.offset, start.column + 1, width if width > 0 else 1)

    def whole(self, first: Any, last: Any) -> Span:
        """What stands from ``first`` to ``last``: its width, when that is on one line."""
        line, column, width = self.span(first)
        if last.end_mark.line == first.start_mark.line:
            width = last.end_mark.column - first.start_mark.column
        return (line, column, max(width, 1))


def _document(events: _Events, first_line: int) -> Tree:
    events.next()
    event = events.next()
    if isinstance(event, yaml.StreamEndEvent):
        return Mapping([], (first_line, 1, 1))
    tree = _node(events, events.next(), 0)
    events.next()
    event = events.next()
    if not isinstance(event, yaml.StreamEndEvent):
        raise _RefusedError("E-YAML", events.span(event), problem=_said("several"))
    return tree


def _node(events: _Events, event: Any, depth: int) -> Tree:
    kind = type(event)
    if kind is yaml.AliasEvent:
        raise _RefusedError("E-ANCHOR", events.span(event), value=f"*{event.anchor}")
    if event.anchor is not None:
        raise _RefusedError("E-ANCHOR", events.span(event), value=f"&{event.anchor}")
    if event.tag is not None:
        raise _RefusedError("E-TAG", events.span(event), value=_tag(event.tag))
    if kind is yaml.ScalarEvent:
        text = event.value
        if not event.style and text in ("~", "null"):
            text = ""
        # An escape can write what the file itself may not hold: "\\u202e".
        if event.style == '"' and (name := hidden_in(text)):
            raise _RefusedError("E-CHARACTER", events.span(event), name=name)
        return Scalar(text, events.span(event))
    if depth >= MAX_DEPTH:
        raise _RefusedError("E-DEPTH", events.span(event), limit=MAX_DEPTH)
    if kind is yaml.SequenceStartEvent:
        return _sequence(events, event, depth)
    return _mapping(events, event, depth)


def _sequence(events: _Events, start: Any, depth: int) -> Sequence:
    items: list[Tree] = []
    while True:
        event = events.next()
        if type(event) is yaml.SequenceEndEvent:
            return Sequence(items, events.whole(start, event))
        items.append(_node(events, event, depth + 1))


def _mapping(events: _Events, start: Any, depth: int) -> Mapping:
    fields: list[tuple[Scalar, Tree]] = []
    while True:
        event = events.next()
        if type(event) is yaml.MappingEndEvent:
            return Mapping(fields, events.whole(start, event))
        key = _node(events, event, depth + 1)
        if not isinstance(key, Scalar):
            raise _RefusedError("E-YAML", key.span, problem=_said("bracket"))
        fields.append((key, _node(events, events.next(), depth + 1)))


def _said(problem: str) -> Word:
    return Word(f"faults.E-YAML.problems.{problem}")


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _broken(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Fault:
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    line = min(mark.line if mark else 0, len(lines) - 1)
    column = mark.column + 1 if mark else 1
    problem = yaml_problem(error, text)
    if tab := _tab(lines, line):
        return fault("E-TAB", Place(path, tab[0] + first_line, tab[1]))
    if problem in ("quote", "bracket", "no_colon") and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column + 1
    if problem == "colon" and _is_first_colon(lines[line], column):
        problem, column = "indent", 1
    column = min(column, len(lines[line]) + 1)
    width = len(lines[line]) - column + 1 if problem == AFTER_QUOTE else 1
    place = Place(path, line + first_line, column, max(width, 1))
    return fault("E-YAML", place, variant=problem, problem=_said(problem))


def _is_first_colon(line: str, column: int) -> bool:
    """Whether the colon that surprised libyaml ends the first word of an indented line."""
    return line.startswith(" ") and ":" not in line[: column - 1]


def _tab(lines: list[str], near: int) -> tuple[int, int] | None:
    """The tab that stands as indentation on the line of the error, or on the one before."""
    for index in (near, near - 1):
        if index >= 0 and (found := re.match(r" *\t", lines[index])):
            return index, found.end()
    return None
