"""How long a page written by hand may take: Python-Markdown needs hours for some of 50 KB."""

import signal
import threading
from typing import Any, NoReturn

LIMIT = 30.0
"""Seconds for one page; the longest of a real site takes a tenth of one."""


class TooSlowError(Exception):
    """What was to be done took longer than it may."""


def start(seconds: float) -> None:
    """Raises ``TooSlowError`` in ``seconds``, unless ``stop`` comes first.

    Only where the system can interrupt what runs: not on Windows, nor beside the main thread.
    """
    if _can_interrupt():
        signal.signal(signal.SIGALRM, _enough)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def stop() -> None:
    """Whatever was started has its time."""
    if _can_interrupt() and signal.getsignal(signal.SIGALRM) is _enough:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _can_interrupt() -> bool:
    here = threading.current_thread() is threading.main_thread()
    return here and hasattr(signal, "setitimer")


def _enough(*_: Any) -> NoReturn:
    raise TooSlowError
