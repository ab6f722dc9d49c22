"""A kind as all that is derived from it sees it: its fields, what each holds, where each leads.

The reader, the faults, the schema, the generic page and the exports read this and nothing else,
so that adding a field is a change in one place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from chemins.records.base import HELD, Loc, Part, Record
from chemins.records.draft import Draft
from chemins.records.identifiers import reference_of
from chemins.records.relations import Relation
from chemins.records.types import Choice, Private, Scalar


@dataclass(frozen=True, slots=True)
class FieldDeclaration:
    """One field of a kind or of a part."""

    name: str
    """Its code, in English."""

    holds: str
    """The name of its scalar type, or ``choice``, ``part``, ``counts``."""

    many: bool
    """Whether it is a list."""

    required: bool
    """Whether a record without it is a fault."""

    choice: type[Choice] | None
    """The closed list it takes its words from."""

    part: type[Part] | None
    """The part it holds."""

    relation: Relation | None
    """Where it leads."""

    private: bool = False
    """Whether it is never published."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One link that a record makes."""

    loc: Loc
    """Where in the record it is written."""

    relation: Relation
    """What it declares."""

    field: str
    """The field of the record that holds it, at its top."""

    typed: str
    """What was typed."""

    reference: str
    """The same, as an identifier."""

    part: Part | None
    """The object that carries the link, when it is more than a bare identifier."""


@cache
def declaration(model: type[Record] | type[Part]) -> Mapping[str, FieldDeclaration]:
    """The fields of ``model`` by code, in the order they are declared, a kind's own first."""
    hints = get_type_hints(model, include_extras=True)
    names = list(model.model_fields)
    if issubclass(model, Record):
        own = [name for name in names if name not in Record.model_fields]
        names = own + [name for name in Record.model_fields if name not in HELD]
    return {name: _field(model, name, hints[name]) for name in names}


def _field(model: type[Record] | type[Part], name: str, hint: Any) -> FieldDeclaration:
    info = model.model_fields[name]
    hint, many = _unwrapped(hint)
    private = any(isinstance(mark, Private) for mark in get_args(hint)[1:])
    holds, choice, part = _held(hint)
    extra = info.json_schema_extra
    return FieldDeclaration(
        name=name,
        holds=holds,
        many=many,
        required=info.is_required(),
        choice=choice,
        part=part,
        relation=extra if isinstance(extra, Relation) else None,
        private=private,
    )


def _unwrapped(hint: Any) -> tuple[Any, bool]:
    many = False
    while True:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            hint = next(each for each in arguments if each is not NoneType)
        elif origin is tuple:
            hint, many = arguments[0], True
        else:
            return hint, many


def _held(hint: Any) -> tuple[str, type[Choice] | None, type[Part] | None]:
    if get_origin(hint) is Annotated:
        for mark in get_args(hint)[1:]:
            if isinstance(mark, Scalar):
                return mark.name, None, None
    if isinstance(hint, type) and issubclass(hint, Choice):
        return "choice", hint, None
    if isinstance(hint, type) and issubclass(hint, Part):
        return "part", None, hint
    raise TypeError(f"a field of a record cannot hold {hint!r}")


def reaches(record: Record | Draft) -> Iterator[Reach]:
    """Every link that ``record`` makes, in the order of the declaration."""
    model = record.model if isinstance(record, Draft) else type(record)
    holder = record.values if isinstance(record, Draft) else record
    for name, inside in _links(model):
        yield from _reaches_in(_value(holder, name), inside, (name,), name)


def _reaches_in(value: Any, inside: FieldDeclaration, loc: Loc, top: str) -> Iterator[Reach]:
    if inside.many and value:
        for index, each in enumerate(value):
            yield from _reaches_of(each, inside, (*loc, index), top)
    elif value:
        yield from _reaches_of(value, inside, loc, top)


def _reaches_of(value: Any, inside: FieldDeclaration, loc: Loc, top: str) -> Iterator[Reach]:
    if inside.part is None:
        if inside.relation is not None:
            yield Reach(loc, inside.relation, top, value, reference_of(value), None)
        return
    if inside.relation is not None:
        carrier = inside.part.shorthand
        typed = _value(value, carrier)
        if typed:
            part = value if isinstance(value, Part) else None
            yield Reach((*loc, carrier), inside.relation, top, typed, reference_of(typed), part)
        return
    for name, deeper in _links(inside.part):
        yield from _reaches_in(_value(value, name), deeper, (*loc, name), top)


def _value(holder: Any, name: str) -> Any:
    return holder.get(name) if isinstance(holder, Mapping) else getattr(holder, name)


@cache
def inverses(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """Each field of ``model`` that links, at its top, with a name of the link seen backwards."""
    return tuple((name, each) for name, field in _links(model) for each in _inverses_in(field))


def _inverses_in(field: FieldDeclaration) -> Iterator[str]:
    if field.relation is not None:
        yield field.relation.inverse
    elif field.part is not None:
        for _, deeper in _links(field.part):
            yield from _inverses_in(deeper)


@cache
def _links(model: type[Record] | type[Part]) -> tuple[tuple[str, FieldDeclaration], ...]:
    """The fields of ``model`` through which a link can be reached."""
    return tuple(
        (name, each)
        for name, each in declaration(model).items()
        if each.relation is not None or (each.part is not None and _links(each.part))
    )
