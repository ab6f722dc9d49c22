"""The whole strategy as one JSON file: every record, its fields by code, its links both ways."""

import json
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from chemins.addresses import Addresses
from chemins.records.base import Part, Record
from chemins.records.declaration import declaration
from chemins.records.types import Choice
from chemins.records.when import When
from chemins.strategy import Link, Strategy

FORMAT = 1
"""Raised when a program that reads the file would have to change."""


def strategy_json(strategy: Strategy, addresses: Addresses) -> Iterator[str]:
    """``strategy`` as the pieces of a file, a record a line: it never stands whole in memory.

    Examples carry ``illustrative: true``, records and links alike.
    """
    yield f'{{"format": {FORMAT}, "language": {_written(strategy.locale.language)}, "records": [\n'
    separator = ""
    for record in strategy.records:
        yield f"{separator}{_written(_record(strategy, addresses, record))}"
        separator = ",\n"
    yield "\n]}\n"


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _record(strategy: Strategy, addresses: Addresses, record: Record) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "identifier": record.identifier,
        "label": record.label,
        "address": addresses.of(record),
        "illustrative": record.illustrative,
        **_fields(record),
        **({"body": record.body} if record.body else {}),
        "links": [_link(link) for link in strategy.links_from(record)],
        "linked_from": [_back(link) for link in strategy.links_to(record)],
    }


def _fields(holder: Record | Part) -> dict[str, Any]:
    withheld = holder.withheld if isinstance(holder, Part) else ()
    values = {
        name: getattr(holder, name)
        for name, field in declaration(type(holder)).items()
        if not field.private and name not in withheld
    }
    return {name: _plain(value) for name, value in values.items() if value not in (None, (), "")}


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value if not isinstance(each, Part) or each.is_public]
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, When | date):
        return str(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value


def _link(link: Link) -> dict[str, Any]:
    return {
        "name": link.name,
        "kind": link.target.kind,
        "identifier": link.target.identifier,
        "illustrative": link.illustrative or link.source.illustrative or link.target.illustrative,
    }


def _back(link: Link) -> dict[str, Any]:
    return {
        "name": link.inverse,
        "kind": link.source.kind,
        "identifier": link.source.identifier,
        "illustrative": link.illustrative or link.source.illustrative or link.target.illustrative,
    }
