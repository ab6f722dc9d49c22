"""A cell → what a person would have typed in a file, or that it says what the file says."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from chemins.exports.workbook_rows import Words, shown
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.forms.workbook import Column
from chemins.imports.workbook_file import Value
from chemins.imports.workbook_numbers import has_same_digits, natural
from chemins.imports.workbook_sheets import said
from chemins.locales import closest
from chemins.records.relations import RECORDS
from chemins.records.words import kinds_name

_NUMBERS = frozenset({"whole", "year", "number", "degrees"})
_SEPARATORS = re.compile(r"[\n;]")
_BLANKS = re.compile("[ \t\u00a0\u202f\u2009]+")

Tell = Callable[[Fault], None]
"""Takes a fault."""


def is_same(value: Value, old: Value) -> bool:
    """Whether a cell says what the export would have written: blanks do not count."""
    return _bare(value) == _bare(old)


def _bare(value: Value) -> str:
    text = unicodedata.normalize("NFC", said(value))
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n")).strip()


def typed(
    value: Value, old: Any, column: Column, words: Words, place: Place, tell: Tell
) -> tuple[bool, Any]:
    """Whether the cell ``value`` changes ``old``, and what it makes of it, as one would type it."""
    declared = column.declared
    assert declared is not None
    value = natural(value, declared)
    then = shown(old, column, words)
    text = said(value)
    if is_same(value, then) or has_same_digits(text, said(then), declared):
        return False, old
    if not text:
        return True, () if declared.many else None
    if declared.many:
        cut = _SEPARATORS if column.relation or declared.choice else re.compile("\n")
        items = [each.strip() for each in cut.split(text) if each.strip()]
        if column.relation is not None:
            # A record that is named already stays named as its author did.
            known = {shown((each,), column, words): each for each in old or ()}
            items = [
                known.get(each) or reference(each, column, words, place, tell) for each in items
            ]
        return True, tuple(items)
    if column.relation is not None:
        return True, reference(text, column, words, place, tell)
    if isinstance(value, bool):
        return True, words.locale.text(f"flags.{'yes' if value else 'no'}").split(",")[0]
    if declared.holds in _NUMBERS and isinstance(value, int | float):
        return True, float(value) if declared.holds in ("number", "degrees") else _whole(value)
    if isinstance(value, date):
        written = value.isoformat() if declared.holds in ("day", "when") else f"{value:%d/%m/%Y}"
        return True, written
    if declared.holds == "prose" and isinstance(old, str):
        # The end of a block of text is no word of its author.
        return True, text + old[len(old.rstrip("\n")) :]
    return True, text


def _whole(value: float) -> Any:
    return int(value) if float(value).is_integer() else str(value).replace(".", ",")


def reference(text: str, column: Column, words: Words, place: Place, tell: Tell) -> str:
    """What a file says to mean the record that ``text`` names; a fault when it names none."""
    relation = column.relation
    found = words.names.meant(text, relation)
    if len(found) == 1:
        return words.names.reference(found[0], relation)
    locale = words.locale
    if found:
        names = [words.names.title(each) for each in found]
        tell(
            fault(
                "E-AMBIGUOUS", place, value=text, candidates=locale.listing(names), example=names[0]
            )
        )
    elif relation is not None and not relation.loose:
        elsewhere = words.names.meant(text, None)
        to = [kind for kind in relation.to if locale.has(f"kinds.{kind}.a")]
        if elsewhere and relation.to != (RECORDS,):
            kinds = (locale.text(f"kinds.{kind}.a") for kind in to)
            tell(
                fault(
                    "E-REF-KIND",
                    place,
                    value=text,
                    found=locale.text(f"kinds.{elsewhere[0][0]}.a"),
                    wanted=locale.text("report.or").join(kinds),
                    key=column.title,
                )
            )
        else:
            near = closest(text, list(words.names.titles(relation)))
            named = ", ".join(kinds_name(kind, locale) for kind in to)
            variant = "near" if near else "cell" if named else "any"
            tell(fault("E-REF", place, variant, value=text, suggestion=near, kinds=named))
    return text
