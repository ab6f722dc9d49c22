"""A kind → what its authors may type: each field, whether it must be there, what it takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import indent

from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.kinds import folder_of
from chemins.records.relations import RECORDS, Relation
from chemins.records.words import Model, help_of, key_of, kind_name

_MARGIN = "   "


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One field, in the words of a language."""

    key: str
    """What is typed."""

    marks: tuple[str, ...]
    """Whether it must be there, whether it is a list."""

    says: tuple[str, ...]
    """A sentence each: what it is for, its choices, the records it may name."""

    parts: tuple["FieldWords", ...]
    """The fields that it holds."""


def field_words(model: Model, locale: Locale) -> tuple[FieldWords, ...]:
    """The fields of ``model``, in the order of its declaration."""
    return tuple(_words(model, field, locale) for field in declaration(model).values())


def described(kind: type[Record], locale: Locale) -> str:
    """What ``kind`` is, where its files go and which fields they hold, as a person reads it."""
    if kind.folder:
        place = locale.text("report.fields.folder", folder=folder_of(kind, locale))
    else:
        place = locale.text("report.fields.file", file=locale.text(f"kinds.{kind.kind}.file"))
    about = locale.text(f"kinds.{kind.kind}.about")
    name = kind_name(kind.kind, locale)
    head = locale.text("report.fields.head", kind=name, about=about)
    return f"{head}\n{place}\n\n{_block(field_words(kind, locale))}"


def _block(fields: tuple[FieldWords, ...]) -> str:
    return "\n".join(line for field in fields for line in _lines(field))


def _lines(field: FieldWords) -> Iterator[str]:
    yield f"{field.key} ({', '.join(field.marks)})" if field.marks else field.key
    yield from (f"{_MARGIN}{each}" for each in field.says)
    if field.parts:
        yield indent(_block(field.parts), _MARGIN)


def _words(model: Model, field: FieldDeclaration, locale: Locale) -> FieldWords:
    return FieldWords(
        key=key_of(model, field.name, locale),
        marks=tuple(_marks(field, locale)),
        says=tuple(_says(model, field, locale)),
        parts=field_words(field.part, locale) if field.part else (),
    )


def _marks(field: FieldDeclaration, locale: Locale) -> Iterator[str]:
    if field.required:
        yield locale.text("report.fields.required")
    if field.many:
        yield locale.text("report.fields.list")


def _says(model: Model, field: FieldDeclaration, locale: Locale) -> Iterator[str]:
    yield help_of(model, field.name, locale)
    if field.choice is not None:
        words = ", ".join(field.choice.words(locale).values())
        yield locale.text("report.fields.choices", choices=words)
    if field.relation is not None:
        yield _names(field.relation, locale)


def _names(relation: Relation, locale: Locale) -> str:
    if relation.to == (RECORDS,):
        return locale.text("report.fields.any")
    # A relation may name a kind that this edition of the product does not have.
    known = (kind for kind in relation.to if locale.has(f"kinds.{kind}.one"))
    kinds = ", ".join(kind_name(kind, locale) for kind in known)
    return locale.text(
        "report.fields.loose" if relation.loose else "report.fields.names", kinds=kinds
    )
