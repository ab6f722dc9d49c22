"""What changes in a site while somebody writes: its files, looked at again and again.

Looking costs a few milliseconds, asks for no library and works on every disk, shared ones included.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from chemins.faults import Fault
from chemins.reading.folder import is_litter
from chemins.settings import FILE, settings_in

State = frozenset[tuple[str, int, int]]
"""The files there are: path, size, time of the last change."""

_PAUSE = 0.5
"""Seconds between two looks."""


def changes_in(look: Callable[[], State], pause: float = _PAUSE) -> Iterator[State]:
    """What ``look`` sees, now and each time that it sees something else."""
    seen: State | None = None
    while True:
        now = look()
        if now != seen:
            yield now
            seen = now
        time.sleep(pause)


def watched(folder: Path) -> State:
    """The state of what a check of the site in ``folder`` depends on."""
    settings = settings_in(folder)
    content = folder if isinstance(settings, Fault) else settings.content
    return state_of((str(content), str(folder / FILE)))


def state_of(paths: Iterable[str]) -> State:
    """What stands at ``paths`` and under them; not what editors leave."""
    return frozenset(each for path in paths for each in _states(path))


def _states(path: str) -> Iterator[tuple[str, int, int]]:
    if not Path(path).is_dir():
        yield _state(path, os.stat)
        return
    try:
        with os.scandir(path) as entries:
            inside = [each for each in entries if not is_litter(each.name, each.name)]
    except OSError:
        # Gone since it was listed, or closed to us: who reads it says so.
        return
    for each in inside:
        if each.is_dir(follow_symlinks=False):
            yield from _states(each.path)
        else:
            yield _state(each.path, os.lstat)


def _state(path: str, look: Callable[[str], os.stat_result]) -> tuple[str, int, int]:
    try:
        found = look(path)
    except OSError:
        # It went away meanwhile, or leads nowhere: that is a state too.
        return path, -1, 0
    return path, found.st_size, found.st_mtime_ns
