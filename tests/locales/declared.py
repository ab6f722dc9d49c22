"""The words that the declarations and the code ask for, as keys of the locales."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from chemins import __file__ as package
from chemins.checks.codes import severities
from chemins.records import KINDS
from chemins.records.base import Part, Record
from chemins.records.declaration import declaration
from chemins.records.types import _FORMS, Choice
from chemins.records.words import Model, scope

PACKAGE = Path(package).parent

COMPUTED: dict[str, tuple[str, ...]] = {
    "command.*": ("command.kept", "command.nothing_built"),
    "pages.pathway.*": ("pages.pathway.title", "pages.pathway.around"),
    "report.*": ("report.errors", "report.warnings", "report.advice"),
}
"""What the keys that code computes can be, by their pattern, where not all that fits it."""

DEFINITIONS = frozenset({"pages.*", "command.*"})
"""Patterns that only say how a function puts something before its key."""

PREFIXES = {"said": "pages.", "p": "pages."}
"""Functions that put something before the key they are given."""

LOOKED_UP = frozenset({"text", "has", "Word", "t", *PREFIXES})


def declared() -> Iterator[str]:
    """The words that kinds, parts, choices, relations and faults need."""
    models = tuple(_models())
    for kind in KINDS:
        own = ("folder", "none") if kind.folder else ("file",)
        yield from (f"kinds.{kind.kind}.{word}" for word in ("one", "many", "a", "about", *own))
    for model in models:
        for name, field in declaration(model).items():
            yield from (f"{scope(model, name)}.{word}" for word in ("key", "label", "help"))
            if field.choice:
                listed = field.choice.name_in_locales()
                yield from (f"choices.{listed}.{member.value}" for member in field.choice)
            if field.relation:
                yield f"relations.{field.relation.inverse}"
    yield from (f"forms.{name}" for name in _FORMS)
    for code in severities():
        yield from (f"faults.{code}.{word}" for word in ("sentence", "hint", "why"))


def models() -> tuple[Model, ...]:
    """Every kind and every part that a kind holds."""
    return tuple(dict.fromkeys(_models()))


def choices() -> set[type[Choice]]:
    """Every closed list."""
    fields = (field for model in models() for field in declaration(model).values())
    return {field.choice for field in fields if field.choice}


def _models() -> Iterator[type[Record] | type[Part]]:
    for kind in KINDS:
        yield kind
        yield from _parts(kind)


def _parts(model: Model) -> Iterator[type[Part]]:
    for field in declaration(model).values():
        if field.part:
            yield field.part
            yield from _parts(field.part)


@cache
def in_templates() -> dict[str, str]:
    """The words that templates say, with the template; ``*`` for what they compute."""
    found = {}
    for file in (PACKAGE / "theme").rglob("*.html"):
        for function, said in re.findall(r"\b([tp])\(([^)]*)", file.read_text("utf-8")):
            for key in re.findall(r"""["']([^"']*)["']""", said.partition(",")[0]):
                found[PREFIXES.get(function, "") + _completed(key)] = file.name
    return found


def _completed(key: str) -> str:
    """``key`` with a ``*`` where a template puts something before it or after."""
    return f"{'*' if key.startswith('.') else ''}{key}{'*' if key.endswith('.') else ''}"


@cache
def in_code() -> dict[str, str]:
    """The words that the code says, with the module; ``*`` for what it computes."""
    found: dict[str, str] = {}
    for file in PACKAGE.rglob("*.py"):
        name = file.relative_to(PACKAGE).as_posix()
        prefixes = PREFIXES | ({"_said": "command."} if name == "cli.py" else {})
        found |= dict.fromkeys(_looked_up(ast.parse(file.read_text("utf-8")), prefixes), name)
    return {
        key: file
        for key, file in found.items()
        if "." in key and key not in DEFINITIONS and not key.startswith("*")
    }


def _looked_up(module: ast.Module, prefixes: dict[str, str]) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and node.args:
            function = _name(node.func)
            if function in LOOKED_UP or function in prefixes:
                for key in _keys(node.args[0]):
                    yield from COMPUTED.get(key, (prefixes.get(function, "") + key,))
        elif isinstance(node, ast.Subscript) and _name(node.value) == "words":
            yield from _keys(node.slice)


@cache
def constants() -> frozenset[str]:
    """Every text that stands in the code: among them, the variants of faults."""
    return frozenset(
        node.value
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _keys(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_keys(node.body), *_keys(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values
        )
