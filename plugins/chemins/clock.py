"""What day it is: today, or the day that a build is asked to be of."""

import os
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that fixes the day: seconds since 1970 (reproducible-builds.org)."""


_MOST = 2**32
"""The seconds that an archive can tell: up to 2106."""


def wrong_epoch() -> str | None:
    """What ``SOURCE_DATE_EPOCH`` says, where it is no day that a build can be of; else none.

    A blank one is taken away: some machines leave it so, and libraries take it for a number.
    """
    said = os.environ.get(EPOCH)
    if said is not None and not said.strip():
        del os.environ[EPOCH]
        return None
    if said is None or (said.isascii() and said.isdecimal() and int(said[:12]) < _MOST):
        return None
    return said


def today() -> date:
    """The day of ``SOURCE_DATE_EPOCH`` where that is set, else the machine's."""
    fixed = os.environ.get(EPOCH, "")
    if fixed.isdecimal():
        try:
            return datetime.fromtimestamp(int(fixed), UTC).date()
        except (OverflowError, OSError, ValueError):
            pass
    return date.today()
