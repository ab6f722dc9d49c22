"""A kind → JSON Schema, in the words that its authors type. For editors and for other programs.

A schema refuses nothing that our reader takes: it knows the English keys, the case and the accents
that one may leave out, a lone item for a list, a field left empty. What it cannot say (a link that
leads nowhere, two fields that contradict one another) is for ``chemins check``.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from chemins.forms.fields import field_words
from chemins.forms.spellings import NOTHING, any_spelling, date_pattern, whole
from chemins.locales import Locale, fold
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.relations import RECORDS, Relation
from chemins.records.types import Choice, form_of
from chemins.records.words import Model, key_of, label_of, part_name, typed_keys

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The dialect of JSON Schema that is written: the one that every editor reads."""

Named = Mapping[str, Sequence[tuple[str, str]]]
"""Kind → the identifiers of its records, each with the title: what a link may be completed with."""

Schema = dict[str, Any]

_TEXT = ("string", "number", "boolean")
"""What a text may look like to YAML: « 2024 » and « true » are texts to our reader."""

_TYPES: Mapping[str, tuple[str, ...]] = {
    "whole": ("integer", "number", "string"),
    "year": ("integer", "number", "string"),
    "number": ("number", "string"),
    "degrees": ("number", "string"),
}
"""Where it is not simply a text."""


def schema(kind: type[Record], locale: Locale, named: Named | None = None) -> Schema:
    """The schema of the front matter of ``kind``, with the keys of the language of ``locale``.

    A link may be completed with the records ``named``; any other identifier is taken as well.
    """
    return {
        "$schema": DRAFT,
        "title": locale.text(f"kinds.{kind.kind}.one"),
        "description": locale.text(f"kinds.{kind.kind}.about"),
        **_Writer(locale, named or {}).whole(kind),
    }


def schema_json(kind: type[Record], locale: Locale, named: Named | None = None) -> str:
    """The schema of ``kind`` as a file."""
    return json.dumps(schema(kind, locale, named), ensure_ascii=False, indent=1) + "\n"


class _Writer:
    """Writes one schema; keeps the definitions that it needs."""

    def __init__(self, locale: Locale, named: Named) -> None:
        self.locale, self.named = locale, named
        self.definitions: dict[str, Schema] = {}

    def whole(self, kind: type[Record]) -> Schema:
        """The schema of ``kind``, and the definitions of its parts."""
        fields = self._object(kind, "#", None)
        return {**fields, "definitions": dict(sorted(self.definitions.items()))}

    def _object(self, model: Model, at: str, relation: Relation | None) -> Schema:
        """The schema of a mapping with the fields of ``model``, which stands at ``at``.

        ``relation`` is where the part that it holds leads, by its shorthand.
        """
        fields = declaration(model)
        says = {each.key: each.says for each in field_words(model, self.locale)}
        keys = {name: key_of(model, name, self.locale) for name in fields}
        others = self._other_spellings(model, keys)
        carrier = model.shorthand if issubclass(model, Part) else ""
        properties = {}
        for name, field in fields.items():
            leads = relation if name == carrier and relation else field.relation
            value = self._value(field, leads)
            properties[keys[name]] = {**value, **self._words(model, field, says[keys[name]])}
        rules = list(_rules(fields, keys, others))
        return {
            "type": "object",
            "properties": properties,
            "patternProperties": {
                pattern: {"$ref": f"{at}/properties/{keys[name]}"}
                for name, pattern in others.items()
            },
            "additionalProperties": False,
            **({"allOf": rules} if rules else {}),
        }

    def _other_spellings(self, model: Model, keys: Mapping[str, str]) -> dict[str, str]:
        """What else than its key a field may be typed as: the English code, another case…"""
        spelled: dict[str, list[str]] = {name: [] for name in keys}
        for folded, field in typed_keys(model, self.locale).items():
            spelled[field.name].append(folded)
        return {
            name: f"^(?!{keys[name]}$)(?:{any_spelling(words)})$" for name, words in spelled.items()
        }

    def _words(self, model: Model, field: FieldDeclaration, says: Sequence[str]) -> Schema:
        words: Schema = {
            "title": label_of(model, field.name, self.locale),
            "description": says[0],
        }
        if len(says) > 1:
            words["markdownDescription"] = "\n\n".join(says)
        if field.relation is not None:
            to, inverse = list(field.relation.to), field.relation.inverse
            words["x-relation"] = {"to": to, "inverse": inverse}
        return words

    def _value(self, field: FieldDeclaration, relation: Relation | None) -> Schema:
        one = self._one(field, relation)
        if field.many:
            return {"anyOf": [{"type": "array", "items": _or_nothing(one)}, *_lone(field, one)]}
        return one if field.required else _or_nothing(one)

    def _one(self, field: FieldDeclaration, relation: Relation | None) -> Schema:
        if field.part is not None:
            return self._part(field.part, relation)
        if relation is not None:
            return self._reference(relation)
        if field.choice is not None:
            return self._choice(field.choice)
        if field.holds == "flag":
            return self._flag()
        if field.holds == "counts":
            numbers = {"type": [*_TYPES["whole"], "null"]}
            return {"type": "object", "additionalProperties": numbers}
        return self._scalar(field.holds)

    def _part(self, part: type[Part], relation: Relation | None) -> Schema:
        name = part_name(part)
        if relation is not None:
            name = "-".join((name, *("any" if to == RECORDS else to for to in relation.to)))
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._object(part, f"#/definitions/{name}", relation)
        whole_part = {"$ref": f"#/definitions/{name}"}
        if not part.shorthand:
            return {"anyOf": [whole_part]}
        carrier = declaration(part)[part.shorthand]
        bare = self._one(carrier, relation or carrier.relation)
        return {"anyOf": [whole_part, *bare.get("anyOf", [bare])]}

    def _reference(self, relation: Relation) -> Schema:
        """Any text: what names no record is told by ``chemins check``, with what was meant."""
        known = [
            each
            for kind, records in self.named.items()
            if relation.leads_to(kind)
            for each in records
        ]
        if not known:
            return {"type": list(_TEXT)}
        titles = dict(reversed(known))
        offered = {"enum": sorted(titles), "enumDescriptions": [titles[i] for i in sorted(titles)]}
        return {"anyOf": [offered, {"type": list(_TEXT)}]}

    def _choice(self, choice: type[Choice]) -> Schema:
        words = choice.words(self.locale)
        folded = dict.fromkeys(
            fold(each) for each in chain(words.values(), (member.value for member in words))
        )
        pattern = whole(rf"\s*(?:{any_spelling(folded)})\s*")
        return {"anyOf": [{"enum": list(words.values())}, {"type": "string", "pattern": pattern}]}

    def _flag(self) -> Schema:
        words = {key: self.locale.text(f"flags.{key}").split(",") for key in ("yes", "no")}
        pattern = whole(rf"\s*(?:{any_spelling(map(fold, chain(*words.values())))})\s*")
        return {
            "anyOf": [
                {"enum": [each[0] for each in words.values()]},
                {"enum": [True, False, 1, 0]},
                {"type": "string", "pattern": pattern},
            ]
        }

    def _scalar(self, holds: str) -> Schema:
        found: Schema = {"type": list(_TYPES.get(holds, _TEXT))}
        if form := form_of(holds):
            found["pattern"] = whole(rf"\s*(?:{form})\s*", NOTHING)
            said = self.locale.text(f"forms.{holds}")
        elif holds in ("when", "day"):
            found["pattern"] = date_pattern(self.locale, whole_day=holds == "day")
            said = self.locale.text("editor.day" if holds == "day" else "editor.when")
        else:
            return found
        # What an editor says in the place of the pattern.
        found["patternErrorMessage"] = said
        return found


def _or_nothing(value: Schema) -> Schema:
    """``value``, or a field that is left empty."""
    empty: Schema = {"type": "null"}
    if "anyOf" in value:
        return {"anyOf": [*value["anyOf"], empty, {"type": "string", "pattern": whole(NOTHING)}]}
    if value["type"] == "object":
        return {"anyOf": [value, empty, {"type": "string", "pattern": whole(NOTHING)}]}
    return {**value, "type": [*value["type"], "null"]}


def _lone(field: FieldDeclaration, one: Schema) -> Iterator[Schema]:
    """What may stand for a list: one item, nothing, or several names between commas."""
    yield from _or_nothing(one).get("anyOf", [_or_nothing(one)])
    if field.holds == "choice":
        yield {"type": "string", "pattern": ","}


def _rules(
    fields: Mapping[str, FieldDeclaration], keys: Mapping[str, str], others: Mapping[str, str]
) -> Iterator[Schema]:
    """What must be there, under one spelling or another, and what may not be there twice."""
    for name, field in fields.items():
        without: Schema = {"patternProperties": {others[name]: False}}
        needed: Schema = {"then": {"required": [keys[name]]}} if field.required else {}
        yield {"if": without, **needed, "else": {"properties": {keys[name]: False}}}
