"""What changes on the disk: told at once by the system, and looked for where it does not tell.

MkDocs looks at every file twice a second. The system tells of a change as it comes, but not on
the disks of another machine, nor when it has too many to follow: there, looking goes on, slower.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from chemins.reading.folder import is_litter

_LOOK_EVERY = 2.0
"""Seconds between two looks at all files."""

_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})
"""Events of files that are written; to read one is an event too."""

State = frozenset[tuple[str, int, int]]


class Observers:
    """Two observers as one: the system's, and one that looks."""

    def __init__(self) -> None:
        """Nothing is watched yet."""
        self._looking = PollingObserver(timeout=_LOOK_EVERY)
        self._told: Any = Observer()

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True
    ) -> tuple[Any, Any]:
        """Tells ``handler`` of what changes in ``path``; gives what ``unschedule`` takes."""
        looked = self._looking.schedule(_Changes(handler), path, recursive=recursive)
        if Path(path).is_dir():
            return looked, self._told.schedule(_Changes(handler), path, recursive=recursive)
        # An editor puts a new file in the place of the old: it is the folder that tells of it.
        only = _Changes(handler, Path(path).name)
        return looked, self._told.schedule(only, str(Path(path).parent), recursive=False)

    def unschedule(self, watches: tuple[Any, Any]) -> None:
        """Stops telling."""
        looked, told = watches
        self._looking.unschedule(looked)
        self._told.unschedule(told)

    def start(self) -> None:
        """Begins to watch."""
        self._looking.start()
        try:
            self._told.start()
        except OSError:
            # Too many files to follow, or none can be: looking is left.
            self._told = self._looking

    def stop(self) -> None:
        """Stops watching."""
        for each in {self._looking, self._told}:
            if each.is_alive():
                each.stop()

    def join(self) -> None:
        """Waits until nothing watches any more."""
        for each in {self._looking, self._told}:
            if each.is_alive():
                each.join()


class _Changes(FileSystemEventHandler):
    """Lets changes pass, to files called ``name`` alone where it is given."""

    def __init__(self, handler: FileSystemEventHandler, name: str = "") -> None:
        self._handler, self._name = handler, name

    def dispatch(self, event: FileSystemEvent) -> None:
        names = {Path(os.fsdecode(each)).name for each in (event.src_path, event.dest_path) if each}
        if event.event_type in _CHANGES and (not self._name or self._name in names):
            self._handler.dispatch(event)


def state_of(paths: Iterable[str]) -> State:
    """What stands at ``paths`` and under them: names, sizes, times; not what editors leave."""
    return frozenset(each for path in paths for each in _states(path))


def _states(path: str) -> Iterator[tuple[str, int, int]]:
    if not Path(path).is_dir():
        yield _state(path, os.stat)
        return
    try:
        with os.scandir(path) as entries:
            inside = [each for each in entries if not is_litter(each.name, each.name)]
    except OSError:
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
