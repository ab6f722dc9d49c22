"""What a spreadsheet makes of a day, of an hour and of a telephone → what a person typed.

A day is a count of days since the end of 1899, an hour a share of a day, and a telephone a number
that has lost its zero, as soon as a cell has no format of its own: one pasted from elsewhere.
"""

import re
from datetime import date, timedelta

from chemins.imports.workbook_file import Value
from chemins.records.declaration import FieldDeclaration

_FIRST = date(1899, 12, 30)
_DAYS = range(18_264, 73_051)
"""1950 to 2099: no year is as great, and no count of anything stands where a date is awaited."""

_MINUTES = 24 * 60
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?")
_BARE_PHONE = re.compile(r"[1-9]\d{8}")
"""A French telephone without its zero."""

_DIGITS = {"phone", "siren"}


def natural(value: Value, declared: FieldDeclaration) -> Value:
    """``value`` as it was before the spreadsheet took it for a number."""
    holds = declared.holds
    if isinstance(value, str) and holds in ("day", "when"):
        return _MIDNIGHT.sub("", value) if _MIDNIGHT.search(value) else value
    if isinstance(value, str) and holds == "phone" and _BARE_PHONE.fullmatch(value):
        return _phone(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if holds in ("day", "when") and float(value).is_integer() and int(value) in _DAYS:
        return _FIRST + timedelta(days=int(value))
    if holds == "time" and 0 <= value < 1:
        hour, minute = divmod(round(value * _MINUTES), 60)
        return f"{hour:02d}:{minute:02d}"
    if holds == "phone" and _BARE_PHONE.fullmatch(digits := str(int(value))):
        return _phone(digits)
    return value


def _phone(digits: str) -> str:
    return " ".join(re.findall("..", f"0{digits}"))


def has_same_digits(value: str, old: str, declared: FieldDeclaration) -> bool:
    """Whether two telephones, or two numbers of organisations, are one but for their blanks."""
    if declared.holds not in _DIGITS or not old:
        return False
    one, other = (re.sub(r"[\s.\-]", "", each) for each in (value, old))
    return one == other
