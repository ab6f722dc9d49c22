"""A date within a name or a value of a file: as precise as it is written."""

import re
from datetime import date

from chemins.records.when import When

_FULL = re.compile(r"(?<!\d)(20\d\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])[-_./](0?[1-9]|1[0-2])[-_./](20\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_.](0[1-9]|1[0-2])(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def date_in(text: str) -> When | None:
    """The first date that ``text`` holds: a day, else a month, else a year."""
    if found := _FULL.search(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.search(text):
        day, month, year = found.groups()
    elif found := _MONTH.search(text):
        (year, month), day = found.groups(), "0"
    elif found := _YEAR.search(text):
        year, month, day = found[1], "0", "0"
    else:
        return None
    return dated(int(year), int(month), int(day))


def dated(year: int, month: int = 0, day: int = 0) -> When | None:
    """The date of these numbers; none when there is no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return When(year, month, day)
