"""What day it is: today, or the day that a build is asked to be of."""

import os
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that fixes the day: seconds since 1970 (reproducible-builds.org)."""


def today() -> date:
    """The day of ``SOURCE_DATE_EPOCH`` where that is set, else the machine's."""
    fixed = os.environ.get(EPOCH, "")
    if fixed.isdecimal():
        try:
            return datetime.fromtimestamp(int(fixed), UTC).date()
        except (OverflowError, OSError, ValueError):
            pass
    return date.today()
