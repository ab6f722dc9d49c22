"""The texts of a record that people read, with where each stands."""

from collections.abc import Callable, Iterator
from functools import cache

from chemins.records.base import Loc, Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.words import Model

Fields = Callable[[Model], tuple[FieldDeclaration, ...]]


def prose(record: Record) -> Iterator[tuple[Loc, str]]:
    """The long texts of the fields of ``record``, with where each stands."""
    yield from _texts(record, (), _with_prose)


def public_texts(record: Record) -> Iterator[tuple[Loc, str]]:
    """The lines, the long texts and what is counted in the fields of ``record``.

    Not what is there to say whom to reach or who made something, nor what is never published.
    """
    yield from _texts(record, (), _with_words)


def files(record: Record) -> Iterator[tuple[Loc, str]]:
    """The files that fields of ``record`` name, as they are written, with where each stands."""
    yield from _texts(record, (), _with_files)


def _texts(holder: Record | Part, loc: Loc, fields: Fields) -> Iterator[tuple[Loc, str]]:
    for field in fields(type(holder)):
        value = getattr(holder, field.name)
        if not value:
            continue
        inner = (*loc, field.name)
        if field.holds == "counts":
            yield from (((*inner, index, 1), each[0]) for index, each in enumerate(value))
        elif field.many:
            for index, each in enumerate(value):
                yield from _of(each, (*inner, index), fields)
        else:
            yield from _of(value, inner, fields)


def _of(value: str | Part, loc: Loc, fields: Fields) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, Part):
        yield from _texts(value, loc, fields)
    else:
        yield loc, value


@cache
def _with_prose(model: Model) -> tuple[FieldDeclaration, ...]:
    return tuple(
        field
        for field in declaration(model).values()
        if field.holds == "prose" or (field.part and _with_prose(field.part))
    )


@cache
def _with_files(model: Model) -> tuple[FieldDeclaration, ...]:
    return tuple(
        field
        for field in declaration(model).values()
        if field.holds == "file" or (field.part and _with_files(field.part))
    )


@cache
def _with_words(model: Model) -> tuple[FieldDeclaration, ...]:
    if issubclass(model, Part) and model.says_whom:
        return ()
    return tuple(
        field
        for field in declaration(model).values()
        if (field.holds in ("line", "prose", "counts") and not field.private)
        or (field.part and _with_words(field.part))
    )
