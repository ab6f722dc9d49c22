"""A kind → JSON Schema, in the words that its authors type. For editors and for other programs."""

import json
from typing import Any

from chemins.locales import Locale
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.words import help_of, key_of, label_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of JSON Schema that is written."""

_TYPES: dict[str, dict[str, Any]] = {
    "flag": {"type": ["boolean", "string"]},
    "whole": {"type": ["integer", "string"]},
    "year": {"type": ["integer", "string"]},
    "number": {"type": ["number", "string"]},
    "degrees": {"type": ["number", "string"]},
    "when": {"type": ["integer", "string"]},
    "siren": {"type": ["integer", "string"]},
    "phone": {"type": ["integer", "string"]},
    "counts": {"type": "object", "additionalProperties": {"type": ["integer", "string"]}},
}
"""What a field may be in a file, where it is not simply a text."""


def schema(kind: type[Record], locale: Locale) -> dict[str, Any]:
    """The schema of the front matter of ``kind``, with the keys of the language of ``locale``."""
    return {
        "$schema": DRAFT,
        "title": locale.text(f"kinds.{kind.kind}.one"),
        "description": locale.text(f"kinds.{kind.kind}.about"),
        **_object(kind, locale),
    }


def schema_json(kind: type[Record], locale: Locale) -> str:
    """The schema of ``kind`` as a file."""
    return json.dumps(schema(kind, locale), ensure_ascii=False, indent=2) + "\n"


def _object(model: type[Record] | type[Part], locale: Locale) -> dict[str, Any]:
    fields = declaration(model)
    return {
        "type": "object",
        "properties": {
            key_of(model, name, locale): _field(model, field, locale)
            for name, field in fields.items()
        },
        "required": [
            key_of(model, name, locale) for name, field in fields.items() if field.required
        ],
        "additionalProperties": False,
    }


def _field(
    model: type[Record] | type[Part], field: FieldDeclaration, locale: Locale
) -> dict[str, Any]:
    words: dict[str, Any] = {
        "title": label_of(model, field.name, locale),
        "description": help_of(model, field.name, locale),
    }
    value = _value(field, locale)
    if field.relation is not None:
        words["x-relation"] = {"to": list(field.relation.to), "inverse": field.relation.inverse}
    if not field.many:
        return {**value, **words}
    return {"type": "array", "items": value, **words}


def _value(field: FieldDeclaration, locale: Locale) -> dict[str, Any]:
    if field.part is not None:
        whole = _object(field.part, locale)
        return {"anyOf": [whole, {"type": "string"}]} if field.part.shorthand else whole
    if field.choice is not None:
        return {"enum": list(field.choice.words(locale).values())}
    return _TYPES.get(field.holds, {"type": "string"})
