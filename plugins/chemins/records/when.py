"""When something was or will be: a year, a month or a day, and how people write it."""

import re
from dataclasses import dataclass
from datetime import date

from chemins.locales import Locale, fold

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SLASHED = re.compile(r"(?:(?:(\d{1,2})[/.])?(\d{1,2})[/.])?(\d{4})")
_WORDED = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+) (\d{4})")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date as precise as it is known: a year, a month, or a day."""

    year: int
    """Four digits."""

    month: int = 0
    """1 to 12; 0 when only the year is known."""

    day: int = 0
    """1 to 31; 0 when only the month is known."""

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def said(self, locale: Locale) -> str:
        """The date in words."""
        return locale.date(self.year, self.month or None, self.day or None)


def when_in(text: str, locale: Locale) -> When | None:
    """The date that ``text`` says in the language of ``locale``; none when it says none."""
    found = _parts(text.strip(), locale)
    return found if found and _exists(found) else None


def _parts(text: str, locale: Locale) -> When | None:
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _SLASHED.fullmatch(text):
        day, month, year = match.groups()
    elif match := _WORDED.fullmatch(fold(text)):
        day, name, year = match.groups()
        names = [fold(known) for known in locale.months]
        if name not in names:
            return None
        month = str(names.index(name) + 1)
    else:
        return None
    # A part that is written must be one: « 2024-00 » is no year.
    if any(part is not None and not int(part) for part in (month, day)):
        return None
    return When(int(year), int(month or 0), int(day or 0))


def _exists(when: When) -> bool:
    try:
        date(when.year, when.month or 1, when.day or 1)
    except ValueError:
        return False
    return True
