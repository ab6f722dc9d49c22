"""JSON Schema as others read it, and front matter as their editors do: YAML 1.2, core schema."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from jsonschema import Draft7Validator


class Core(yaml.SafeLoader):
    """The core schema of YAML 1.2, where ``oui`` and dates are texts."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?", "-+0123456789."),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def front_matter(text: str) -> Any:
    """What the front matter of the file ``text`` says, as an editor sees it."""
    return yaml.load(text.split("---\n")[1], Core)


def flaws(values: Any, schema: dict[str, Any]) -> Iterator[str]:
    """Where ``values`` is not what ``schema`` asks for, and what it asks for there."""
    for error in Draft7Validator(schema).iter_errors(values):
        yield f"{'/'.join(map(str, error.path))}: {error.validator}"
