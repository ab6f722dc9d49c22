"""What changes on the disk: told at once by the system, and looked for where it does not tell.

MkDocs looks at every file twice a second. The system tells of a change as it comes, but not on
the disks of another machine, nor when it has too many to follow: there, looking goes on, slower.
"""

import os
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

_LOOK_EVERY = 2.0
"""Seconds between two looks at all files."""

_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})
"""Events of files that are written; to read one is an event too."""


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
