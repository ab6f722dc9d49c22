"""One file → one record, or all that is wrong with it."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from chemins.faults import Fault, Place, Word
from chemins.faults.codes import CODES, fault
from chemins.locales import Locale
from chemins.reading import front_matter, tree
from chemins.reading.comments import lost_to_comments
from chemins.reading.encoding import text_of
from chemins.reading.fields import Fields
from chemins.records.base import Loc, Part, Record, Source
from chemins.records.declaration import declaration
from chemins.records.draft import Draft
from chemins.records.words import Model, key_of, label_of, typed_keys


def record_of(
    data: bytes, path: str, identifier: str, kind: type[Record], locale: Locale
) -> tuple[Record | Draft, list[Fault]]:
    """The record that the bytes ``data`` of the file ``path`` hold, and what is wrong with it.

    A draft when a record cannot be made of it; a record may come with faults all the same.
    """
    nothing = Draft(kind, identifier, Source(path))
    text = text_of(data, path)
    if not isinstance(text, str):
        return nothing, text
    example = f"{key_of(kind, kind.heading, locale)}: …"
    parts = front_matter.split(text, path, example, typed_keys(kind, locale))
    if isinstance(parts, Fault):
        return nothing, [parts]
    composed = tree.compose(parts.front_matter, path, parts.first_line)
    if isinstance(composed, Fault):
        return nothing, [composed]
    fields = Fields(path, kind, locale)
    fields.faults += lost_to_comments(parts.front_matter, path, parts.first_line)
    values = fields.values(composed)
    if values is None:
        return nothing, fields.faults
    source = Source(
        path,
        fields.places,
        parts.body_line,
        frozenset(fields.doubted),
        parts.front_matter.split("\n"),
        parts.first_line,
    )
    held = {"identifier": identifier, "source": source, "body": parts.body}
    try:
        record = kind.model_validate(values | held, context={"locale": locale})
    except ValidationError as error:
        draft = Draft(kind, identifier, source, values, parts.body)
        return draft, fields.faults + _faults(error, kind, source, locale)
    return record, fields.faults


def _faults(
    error: ValidationError, kind: type[Record], source: Source, locale: Locale
) -> list[Fault]:
    # What is there under a wrong key, or in a wrong shape, has been told and is not missing.
    return [
        _fault(each, kind, source, locale)
        for each in error.errors(include_url=False, include_input=False)
        if not (each["type"] == "missing" and source.doubts(*each["loc"]))
    ]


def _fault(error: Mapping[str, Any], kind: type[Record], source: Source, locale: Locale) -> Fault:
    return value_fault(error, kind, source.place(*error["loc"]), locale)


def value_fault(
    error: Mapping[str, Any], kind: type[Record], place: Place, locale: Locale
) -> Fault:
    """What pydantic's ``error`` says of a value of ``kind``, which stands at ``place``."""
    model, name = _field_at(kind, error["loc"])
    label = label_of(model, name, locale)
    # Who fills a table reads its headings, and no keys.
    key = label if place.sheet else key_of(model, name, locale)
    code, context = error["type"], error.get("ctx", {})
    if code == "missing":
        whole = error["loc"][-2:-1]
        if place.sheet and whole and isinstance(whole[0], str):
            # The columns of a part stand beside the record's: one that is filled asks for another.
            part = label_of(_field_at(kind, error["loc"][:-1])[0], whole[0], locale)
            said = {"key": key, "label": f"{part} : {label}", "part": part}
            return fault("E-MISSING", place, "cell_part", **said)
        variant = "cell" if place.sheet else "part" if issubclass(model, Part) else ""
        return fault("E-MISSING", place, variant, key=key, label=label)
    if code not in CODES:
        return fault("E-SHAPE", place, key=key, expected=Word("faults.E-SHAPE.expected.scalar"))
    return fault(code, place, _variant(code, context, model, name), key=key, **_said(context))


_VARIANTS = {
    ("E-DATE", "day"): "full",
    ("E-NUMBER", "whole"): "whole",
    ("E-NUMBER", "year"): "whole",
}
"""Code and what a field holds → the words that fit."""


def _variant(code: str, context: Mapping[str, Any], model: Model, name: str) -> str:
    if context.get("suggestion"):
        return "near"
    if context.get("length"):
        return "long"
    if context.get("most"):
        return "degrees"
    if context.get("doubt"):
        return "doubt"
    if context.get("short"):
        return "short"
    holds = declaration(model)[name].holds
    return _VARIANTS.get((code, holds)) or ("period" if context.get("period") else "")


def _said(context: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in context.items() if name != "period"}
    if "choices" in values:
        values["choices"] = ", ".join(values["choices"])
    if "form" in values:
        values["expected"] = Word(f"forms.{values['form']}")
    return values


def _field_at(kind: type[Record], loc: Loc) -> tuple[Model, str]:
    """The model and the field that ``loc`` ends in."""
    model: Model = kind
    name = str(loc[0])
    for step in loc[1:]:
        part = declaration(model)[name].part
        if part is not None and isinstance(step, str) and step in part.model_fields:
            model, name = part, step
    return model, name
