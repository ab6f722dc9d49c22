"""A record of any kind with the same text in every field that takes one, and what may come out."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from selectolax.lexbor import LexborHTMLParser
from tests.text.pages import ALLOWED

from chemins.records import Record
from chemins.records.base import Source
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.when import When
from chemins.records.words import Model

OTHERS: dict[str, Any] = {
    "flag": True,
    "whole": 12,
    "number": 1.5,
    "year": 2024,
    "degrees": 1.5,
    "day": date(2024, 3, 1),
    "when": When(2024, 3),
    "time": time(18, 30),
    "reference": "deux",
    "web": "https://exemple.fr/a?b=c",
    "mail": "politique-ville@exemple.fr",
    "phone": "04 90 00 00 00",
    "quartier-code": "QN08410M",
    "siren": "248400053",
    "language": "ar",
}
"""What stands in the fields that take no free text."""

SCHEMES = ("http://", "https://", "mailto:", "tel:")


def filled(kind: type[Record], text: str, identifier: str = "un", **fields: Any) -> Record:
    """A record of ``kind`` with ``text`` wherever a person may type what they like."""
    values = {**_values(kind, text), "former_names": (), **fields}
    held = {"identifier": identifier, "body": text, "source": Source(f"{kind.kind}/un.md")}
    return kind.model_validate(values | held)


def _values(model: Model, text: str) -> dict[str, Any]:
    return {name: _value(field, text) for name, field in declaration(model).items()}


def _value(field: FieldDeclaration, text: str) -> Any:
    if field.part:
        one: Any = _values(field.part, text)
    elif field.choice:
        one = next(iter(field.choice))
    elif field.holds == "counts":
        return ((text.replace("\n", " "), 12),)
    else:
        one = OTHERS.get(field.holds) or (text if field.holds == "prose" else one_line(text))
    return (one, one) if field.many else one


def one_line(text: str) -> str:
    """``text`` as a title can be: on one line, never empty."""
    return " ".join(text.split()) or "x"


def marks(html: str) -> set[tuple[str, str]]:
    """Each tag of ``html`` with each of its attributes."""
    found: set[tuple[str, str]] = set()
    for node in parsed(html).css("main *"):
        found.add((node.tag, ""))
        found |= {(node.tag, name) for name in node.attributes}
    return found


def of_texts() -> set[tuple[str, str]]:
    """What the text of a record may become."""
    found = {(tag, "") for tag in ALLOWED}
    return found | {(tag, name) for tag, names in ALLOWED.items() for name in names}


def addresses(html: str) -> Iterator[str]:
    """Every address that a browser would follow or fetch."""
    for node in parsed(html).css("main *"):
        for name in ("href", "src", "action", "data", "srcset", "poster", "xlink:href"):
            if value := node.attributes.get(name):
                yield value


def parsed(html: str) -> LexborHTMLParser:
    """``html`` as a browser reads it, within a page."""
    return LexborHTMLParser(f"<!doctype html><body><main>{html}</main></body>")
