"""The time of a day, as people write it: « 18 h 30 », ``18:30``, « 9h »."""

import re
from datetime import time
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from chemins.records.types import Scalar

_TIME = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:(?:[h:.]|heures?)\s*(?P<minute>\d{2})?)?\s*(?P<half>[ap]\.?m\.?)?",
    re.IGNORECASE,
)


def _time(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = _TIME.fullmatch(value.strip())
    hour = _hour(found) if found else None
    minute = int(found["minute"] or 0) if found else 0
    if hour is None or hour > 23 or minute > 59:
        raise PydanticCustomError("E-TIME", "not a time", {"value": value})
    return time(hour, minute)


def _hour(found: re.Match[str]) -> int | None:
    """The hour of 24; none for a bare number, which may be anything, and for « 15 pm »."""
    hour, half = int(found["hour"]), found["half"]
    if half:
        return hour % 12 + (12 if half[0] in "pP" else 0) if 1 <= hour <= 12 else None
    return hour if found[0].strip() != found["hour"] else None


Time = Annotated[time, Scalar("time"), BeforeValidator(_time)]
"""A time of the day, to the minute."""
