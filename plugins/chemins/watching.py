"""What changes in a site while somebody writes: its files, looked at again and again.

Looking costs a few milliseconds, asks for no library and works on every disk, shared ones included.
"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from chemins.faults import Fault
from chemins.settings import FILE, settings_in

State = frozenset[tuple[str, int, int]]
"""The files there are: path, time of the last change, size."""

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
    """The files that a check of the site in ``folder`` depends on."""
    settings = settings_in(folder)
    content = folder if isinstance(settings, Fault) else settings.content
    found = set(_files(content))
    with_settings = folder / FILE
    if with_settings.is_file():
        found.add(_state(with_settings.as_posix(), with_settings.stat()))
    return frozenset(found)


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        # Gone since it was listed, or closed to us: the check itself says so.
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            else:
                yield _state(entry.path, entry.stat(follow_symlinks=False))
        except OSError:
            continue


def _state(path: str, found: os.stat_result) -> tuple[str, int, int]:
    return (path, found.st_mtime_ns, found.st_size)
