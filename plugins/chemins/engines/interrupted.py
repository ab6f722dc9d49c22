"""A run that somebody ends: by Ctrl+C, by closing the terminal, by stopping the machine."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Interrupted(KeyboardInterrupt):
    """Somebody ends the run: what is half done is tidied up on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number
        """The exit code that shells give to such an end."""


@contextmanager
def interruptible() -> Iterator[None]:
    """Makes each way of ending a run an ``Interrupted``, but for the one that nobody can refuse.

    Asked a second time, the run ends at once; the next one tidies up.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is told of signals
        return
    # A run that was started deaf to a signal, by nohup for one, stays so.
    heard = [number for number in _ENDING if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _end) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise Interrupted(number)
