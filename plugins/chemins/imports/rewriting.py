"""A record and what an import makes of it → its file, of which nothing else changes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chemins.locales import Locale
from chemins.reading.record import record_of
from chemins.records.base import Part, Record
from chemins.records.declaration import declaration
from chemins.records.words import label_of
from chemins.writing import file_of, patched


def says(record: Record) -> tuple[object, ...]:
    """All that ``record`` says."""
    return (*(getattr(record, name) for name in declaration(type(record))), record.body)


def fields_changed(old: Record, new: Record, locale: Locale) -> tuple[str, ...]:
    """The labels of what ``new`` says otherwise than ``old``."""
    kind = type(new)
    names = [n for n in declaration(kind) if getattr(old, n) != getattr(new, n)]
    labels = [label_of(kind, name, locale) for name in names]
    return (*labels, *([locale.text("workbook.body")] if old.body != new.body else []))


def rewritten(folder: Path, old: Record, new: Record, locale: Locale) -> bytes:
    """The file of ``old`` with the spans of what changes; whole, were a patch not to read back."""
    raw = (folder / old.source.path).read_bytes().decode("utf-8")
    data = patched(raw, old, new, locale).encode()
    again, _ = record_of(data, old.source.path, old.identifier, type(old), locale)
    if isinstance(again, Record) and says(again) == says(new):
        return data
    return file_of(new, locale)


def with_value(part: Any, path: tuple[str, ...], now: Any) -> dict[str, Any]:
    """``part`` as its fields, the one at ``path`` being ``now``."""
    values: dict[str, Any]
    if isinstance(part, Part):
        values = {n: getattr(part, n) for n in declaration(type(part))}
    else:
        values = dict(part) if isinstance(part, Mapping) else {}
    values[path[0]] = now if len(path) == 1 else with_value(values.get(path[0]), path[1:], now)
    return {name: each for name, each in values.items() if each is not None}
