"""Where the locales hold the words of a kind, a part and a field."""

from collections.abc import Mapping
from functools import lru_cache

from chemins.locales import Locale, fold
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration

Model = type[Record] | type[Part]


def scope(model: Model, field: str) -> str:
    """The key under which the words of ``field`` stand: ``kinds.change.fields.title``."""
    if issubclass(model, Part):
        return f"parts.{part_name(model)}.fields.{field}"
    kind = "any" if field in Record.model_fields else model.kind
    return f"kinds.{kind}.fields.{field}"


def part_name(part: type[Part]) -> str:
    """The name of ``part`` in the locales: its class in snake case."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in part.__name__).lstrip("_")


def key_of(model: Model, field: str, locale: Locale) -> str:
    """What a person types for ``field``: « porte_sur »."""
    return locale.text(f"{scope(model, field)}.key")


def label_of(model: Model, field: str, locale: Locale) -> str:
    """What a page calls ``field``: « Porte sur »."""
    return locale.text(f"{scope(model, field)}.label")


def help_of(model: Model, field: str, locale: Locale) -> str:
    """What a form says under ``field``."""
    return locale.text(f"{scope(model, field)}.help")


@lru_cache(maxsize=1024)
def typed_keys(model: Model, locale: Locale) -> Mapping[str, FieldDeclaration]:
    """Folded key → field: the words of the language, and the English codes."""
    fields = declaration(model)
    codes = {fold(name): field for name, field in fields.items()}
    return codes | {fold(key_of(model, name, locale)): field for name, field in fields.items()}


def kind_name(kind: str, locale: Locale) -> str:
    """« changement »."""
    return locale.text(f"kinds.{kind}.one")


def kinds_name(kind: str, locale: Locale) -> str:
    """« changements »."""
    return locale.text(f"kinds.{kind}.many")
