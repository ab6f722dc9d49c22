"""The settings of a site as they are written, with those that they inherit.

Source of ``INHERIT``: MkDocs 1.6, "Configuration Inheritance": a parent's values stand where the
file says nothing, groups are merged, relative paths are relative to the file that is built.
"""

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from chemins.configuration.guard import DangerError, guard
from chemins.faults import Fault, Place, Word
from chemins.faults.causes import unreadable, yaml_problem
from chemins.faults.codes import fault
from chemins.reading.encoding import text_of

MAX_BYTES = 256 * 1024
"""What a file of settings may weigh."""

_PARENT = "INHERIT"
_MOST_PARENTS = 20
_MAP = "tag:yaml.org,2002:map"

Way = tuple[str | int, ...]
"""The path of a value: ``("theme", "name")``."""


@dataclass(frozen=True, slots=True, eq=False)
class Configuration:
    """What a site's settings say."""

    path: Path
    """The file."""

    root: yaml.MappingNode
    """All of them as YAML, those of the parents included."""

    values: dict[str, Any]
    """The same as plain values; what a tag makes is none, but for ``!ENV``."""

    @property
    def text(self) -> str:
        """All of them as one YAML text."""
        return yaml.serialize(self.root, Dumper=yaml.SafeDumper, allow_unicode=True)

    def node(self, *way: str | int) -> yaml.Node | None:
        """What is written at ``way``; none when nothing is."""
        node: yaml.Node | None = self.root
        for step in way:
            node = _inside(node, step)
        return node

    def place(self, *way: str | int) -> Place:
        """The place of the value at ``way``, else of what holds it, else of the file."""
        while way:
            if (node := self.node(*way)) is not None:
                return place_of(node)
            way = way[:-1]
        return Place(str(self.path))

    def key_place(self, key: str) -> Place:
        """The place of the word ``key``, at the top; else of the file."""
        found = (each for each, _ in self.root.value if each.value == key)
        return next((place_of(each) for each in found), Place(str(self.path)))


def place_of(node: yaml.Node) -> Place:
    """Where ``node`` is written."""
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Place(str(start.name), start.line + 1, start.column + 1, max(width, 1))


def configuration_of(file: Path) -> Configuration | Fault:
    """The settings in ``file``, or the first thing that keeps them from being read."""
    root = _with_parents(file, ())
    if isinstance(root, Fault):
        return root
    loader: Any = _Loader("")
    try:
        values = loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        return _refused(error, str(file))
    except (ValueError, TypeError, LookupError, yaml.YAMLError):
        return _unreadable(Place(str(file)), "other")
    finally:
        loader.dispose()
    return Configuration(file, root, values)


def _with_parents(file: Path, children: tuple[str, ...]) -> yaml.MappingNode | Fault:
    root = _root(file)
    if isinstance(root, Fault):
        return root
    named = _inside(root, _PARENT)
    if named is None:
        return root
    if not (isinstance(named, yaml.ScalarNode) and named.value):
        return _unreadable(place_of(named), "parent_form")
    parent = Path(os.path.normpath(file.parent / named.value))
    line = (*children, os.path.realpath(file))
    if not os.path.isfile(parent):  # noqa: PTH113
        return _unreadable(place_of(named), "parent_missing")
    if os.path.realpath(parent) in line or len(line) > _MOST_PARENTS:
        return _unreadable(place_of(named), "parent_loop")
    above = _with_parents(parent, line)
    return above if isinstance(above, Fault) else _merged(above, root)


def _merged(above: yaml.MappingNode, own: yaml.MappingNode) -> yaml.MappingNode:
    """``own`` over ``above``: group by group, without the word that names the parent."""
    pairs = {key.value: (key, node) for key, node in above.value}
    for key, node in own.value:
        _, before = pairs.get(key.value, (key, None))
        both = isinstance(before, yaml.MappingNode) and isinstance(node, yaml.MappingNode)
        pairs[key.value] = (key, _merged(before, node) if both else node)
    pairs.pop(_PARENT, None)
    return yaml.MappingNode(_MAP, list(pairs.values()), own.start_mark, own.end_mark)


class _Named(io.StringIO):
    """A text that says which file it is of: the places of its nodes repeat it."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def _root(file: Path) -> yaml.MappingNode | Fault:
    """What ``file`` holds, without its parents."""
    place = Place(str(file))
    if not os.path.isfile(file):  # noqa: PTH113 - a name too long for the system is no file either
        return _unreadable(place, "no_file")
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return unreadable(place, error)
    if len(data) > MAX_BYTES:
        return _unreadable(place, "heavy")
    text = text_of(data, str(file))
    if not isinstance(text, str):
        return text[0]
    try:
        guard(text)
        root = yaml.compose(_Named(text, str(file)), _Loader)
    except DangerError as danger:
        if danger.sign:
            return fault("E-CHARACTER", danger.place(str(file)), name=danger.sign)
        return _unreadable(danger.place(str(file)), danger.problem)
    except yaml.MarkedYAMLError as error:
        return _refused(error, str(file))
    except yaml.YAMLError:
        return _unreadable(place, "other")
    if not isinstance(root, yaml.MappingNode):
        return _unreadable(place, "other")
    return next(_twice(root), root)


def _twice(node: yaml.Node) -> Iterator[Fault]:
    """The keys that stand twice in one group: YAML would keep the last, without a word."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _twice(each)
    elif isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                yield _unreadable(place_of(key), "key")
            elif key.value in seen and key.value != "<<":
                first = seen[key.value]
                yield fault("S-SETTING", place_of(key), "twice", key=key.value, first=first)
            else:
                seen[key.value] = key.start_mark.line + 1
                yield from _twice(value)


def _inside(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    """What stands at ``step`` of ``node``: a key of a group, a place of a list.

    A list may hold groups of one key, as those of plugins do: the key leads to its value.
    """
    if isinstance(node, yaml.SequenceNode):
        if isinstance(step, int):
            return node.value[step] if step < len(node.value) else None
        inside = (_inside(each, step) for each in node.value)
        return next((each for each in inside if each is not None), None)
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return node if isinstance(node, yaml.ScalarNode) and node.value == step else None


class _Loader(yaml.CSafeLoader):
    """Reads settings without obeying their tags: ``!ENV``, ``!!python/name`` and the like."""


def _environment(loader: Any, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, …, otherwise]``, as MkDocs reads it."""
    named = node.value if isinstance(node, yaml.SequenceNode) else [node]
    otherwise = loader.construct_object(named[-1], deep=True) if len(named) > 1 else None
    names = [loader.construct_scalar(each) for each in (named[:-1] if len(named) > 1 else named)]
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


def _placed(tag: str) -> Any:
    """The constructor of ``tag``, whose refusal says where: of 2024-99-99, of !!int x."""
    construct = yaml.CSafeLoader.yaml_constructors[tag]

    def placed(loader: Any, node: yaml.Node) -> Any:
        try:
            return construct(loader, node)
        except (ValueError, LookupError, ArithmeticError, TypeError) as error:
            raise yaml.constructor.ConstructorError(None, None, "value", node.start_mark) from error

    return placed


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)  # noqa: ARG005
for _tag in ("int", "float", "timestamp", "binary", "bool"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_tag}", _placed(f"tag:yaml.org,2002:{_tag}"))


def _refused(error: yaml.MarkedYAMLError, path: str) -> Fault:
    """The fault of what libyaml, or a constructor, does not take."""
    mark = error.problem_mark or error.context_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    name = "value" if isinstance(error, yaml.constructor.ConstructorError) else yaml_problem(error)
    return _unreadable(place, name)


_OWN = frozenset(
    (
        *("several", "other", "no_file", "heavy", "deep", "bomb", "key", "value"),
        *("parent_form", "parent_missing", "parent_loop"),
    )
)
"""The problems that settings have and records have not."""


def _unreadable(place: Place, problem: str) -> Fault:
    holder = "S-SETTINGS" if problem in _OWN else "E-YAML"
    said = Word(f"faults.{holder}.problems.{problem}")
    return fault("S-SETTINGS", place, problem, problem=said)
