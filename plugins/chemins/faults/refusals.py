"""What the system refuses, in our words, each with what to do: its own are English."""

import errno
import os
from pathlib import Path

from chemins.faults.causes import reason_of
from chemins.locales import Locale


def refusal(error: OSError | MemoryError, locale: Locale, at: object = "") -> str:
    """Why ``error`` stopped us, and what to do; ``at`` is where, when the error does not say."""
    if isinstance(error, MemoryError) or error.errno == errno.ENOMEM:
        return locale.text("stops.memory")
    # Of a copy or a renaming the second name is what was to be written.
    path = str(error.filename2 or error.filename or at)
    reason = reason_of(error)
    if reason == "denied" and Path(path).is_file() and not os.access(path, os.R_OK):
        reason = "closed"
    return locale.text(f"stops.{reason}", path=path, reason=error.strerror or str(error))
