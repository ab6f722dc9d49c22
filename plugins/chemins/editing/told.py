"""Faults → what a form is told: each with the field that it stands in, and what to do about it.

What a form sent is read as text that ``shown.taken`` laid out, a key a line, deeper by one space a
level: from the line of a fault, the keys above it are those that it stands under.
"""

import json
import re
from collections.abc import Iterable, Sequence

from chemins.faults import Fault
from chemins.faults.report import Reporter
from chemins.locales import Locale, fold
from chemins.records.base import Record
from chemins.records.words import Model, label_of, typed_keys

_KEY = re.compile(r'("(?:[^"\\]|\\.)*"): ')


def told(faults: Iterable[Fault], text: str, kind: type[Record], locale: Locale) -> str:
    """What is wrong in ``text``, the record of ``kind`` that a form sent."""
    reporter, lines = Reporter(locale), text.split("\n")
    said = []
    for each in faults:
        words = {"sentence": reporter.sentence(each), "hint": reporter.hint(each)}
        where = _where(lines, each.place.line, kind, locale)
        if where:
            said.append(locale.text("form.fault_in", where=where, **words))
        else:
            said.append(locale.text("form.fault", **words))
    return " ".join(dict.fromkeys(said))


def _where(lines: Sequence[str], line: int, kind: type[Record], locale: Locale) -> str:
    """« Lieux 2, Téléphone »: the labels of the fields around ``line``, which of a list too."""
    parts: list[str] = []
    model: Model = kind
    for key, rank in _path(lines, line):
        declared = typed_keys(model, locale).get(fold(key))
        if declared is None:
            break
        label = label_of(model, declared.name, locale)
        parts.append(f"{label} {rank}" if rank and declared.part else label)
        if declared.part is None:
            break
        model = declared.part
    return ", ".join(parts)


def _path(lines: Sequence[str], line: int) -> list[tuple[str, int]]:
    """The keys around ``line``, outermost first, with which item of each is meant, from 1."""
    if "---" in lines[1:line]:
        return []  # in the story below
    found: list[tuple[str, int]] = []
    above, rank = len(max(lines, key=len)), 0
    for text in reversed(lines[1:line]):
        depth = len(text) - len(text.lstrip(" "))
        if not depth:
            break
        key = _KEY.match(text, depth)
        if depth < above:
            if key:
                found.append((str(json.loads(key[1])), rank))
            above, rank = depth, 0 if key else 1
        elif depth == above and rank and text.strip() == "{":
            rank += 1
    return found[::-1]
