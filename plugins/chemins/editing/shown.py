"""A record → what a form is given of it, and back: the same words, every part written out.

A form reads a value by the shape that its field declares: a bare identifier where an object is
declared breaks it, so each part is shown with its fields, each date and number as people type it.
"""

import json
import re
from collections.abc import Mapping
from datetime import time
from typing import Any

import yaml

from chemins.locales import Locale
from chemins.records.base import Part, Record
from chemins.records.declaration import declaration
from chemins.records.words import key_of
from chemins.writing.record import text_of

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_INTEGERS = frozenset({"whole", "year"})


class UnreadableError(ValueError):
    """What a form sent is no record."""


def shown(record: Record, locale: Locale) -> str:
    """The file of ``record`` as a form is given it: front matter that any reader of YAML takes."""
    front = json.dumps(_values(record, locale), ensure_ascii=False, indent=1)
    return f"---\n{front}\n---\n{record.body}\n"


def taken(raw: str) -> bytes:
    """What a form sent, without what it left empty, as a file that reading takes.

    Raises:
        UnreadableError: it has no front matter.
    """
    found = _FRONT.match(raw)
    if found is None:
        raise UnreadableError
    try:
        held = yaml.load(found[1], Loader=yaml.CBaseLoader)  # builds texts alone
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableError from error
    if held is not None and not isinstance(held, Mapping):
        raise UnreadableError
    front = json.dumps(_filled(held) or {}, ensure_ascii=False, indent=1)
    return f"---\n{front}\n---\n{raw[found.end() :]}".encode()


def _values(model: Record | Part, locale: Locale) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, declared in declaration(type(model)).items():
        value = getattr(model, name)
        if value is None or value == type(model).model_fields[name].default or value == ():
            continue
        key = key_of(type(model), name, locale)
        if declared.holds == "counts":
            found[key] = {str(who): count for who, count in value}
        elif declared.many:
            found[key] = [_value(each, declared.holds, locale) for each in value]
        else:
            found[key] = _value(value, declared.holds, locale)
    return found


def _value(value: Any, holds: str, locale: Locale) -> Any:
    if isinstance(value, Part):
        return _values(value, locale)
    if holds in _INTEGERS:
        return value
    said = text_of(value, locale)
    # A file needs quotes around an hour in English, a form does not.
    return said.strip('"') if isinstance(value, time) else said


def _filled(held: Any) -> Any:
    """``held`` without texts, lists and groups that say nothing; none where nothing is left."""
    if isinstance(held, Mapping):
        inside = {str(key): _filled(value) for key, value in held.items()}
        return {key: value for key, value in inside.items() if value is not None} or None
    if isinstance(held, list):
        return [each for each in map(_filled, held) if each is not None] or None
    return held if held and held.strip() and held not in ("null", "~") else None
