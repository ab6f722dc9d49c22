"""The part of JSON Schema that our schemas are written in, interpreted as plainly as can be."""

from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "year": (int,),
    "degrees": (int, float),
    "null": (type(None),),
}
WORDS = {"$schema", "title", "description", "type", "properties", "required", "items", "enum"}
WORDS |= {"anyOf", "additionalProperties", "x-relation", "pattern", "format", "default"}


def flaws(value: Any, schema: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where ``value`` is not what ``schema`` asks for."""
    unknown = set(schema) - WORDS
    assert not unknown, f"the test does not know {unknown}"
    if "anyOf" in schema:
        if all(list(flaws(value, each, at)) for each in schema["anyOf"]):
            yield at
        return
    if "enum" in schema:
        if value not in schema["enum"]:
            yield at
        return
    if not _is_of(value, schema["type"]):
        yield at
    elif isinstance(value, dict):
        yield from _in_object(value, schema, at)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from flaws(each, schema["items"], f"{at}/{index}".lstrip("/"))


def _is_of(value: Any, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, TYPES[name]) for name in names)


def _in_object(value: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    fields = schema.get("properties", {})
    further = schema.get("additionalProperties", True)
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{at}/{key}".lstrip("/")
    for key, each in value.items():
        path = f"{at}/{key}".lstrip("/")
        if key in fields:
            yield from flaws(each, fields[key], path)
        elif further is False:
            yield path
        elif isinstance(further, dict):
            yield from flaws(each, further, path)
