"""Several files, written together: all of them, or none when one cannot be."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

_MARK = ".chemins-"
"""What begins the name of a file that is being written: reading passes over it."""


def written_together(files: Mapping[Path, bytes], gone: Iterable[Path] = ()) -> None:
    """Writes ``files``, each beside its place first, then puts all of them in their places.

    Those that are ``gone`` are erased last.

    Raises:
        OSError: one could not be written; what was there before is there again.
    """
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        _make(dict.fromkeys(path.parent for path in files), made)
        for path, data in files.items():
            aside = path.with_name(f"{_MARK}{os.getpid()}-{len(waiting)}.tmp")
            waiting[path] = aside
            _write(aside, data, path)
        for path, aside in waiting.items():
            before[path] = path.read_bytes() if path.exists() else None
            aside.replace(path)
        for path in gone:
            before[path] = path.read_bytes()
            path.unlink()
    except BaseException:
        _undone(before, waiting.values(), made)
        raise


def _write(aside: Path, data: bytes, path: Path) -> None:
    with aside.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        aside.chmod(path.stat().st_mode & 0o7777)


def _make(wanted: Iterable[Path], made: list[Path]) -> None:
    """Makes the folders ``wanted``; adds those that were not there to ``made``, outermost first."""
    for folder in wanted:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir()
            made.append(each)


def _undone(before: Mapping[Path, bytes | None], asides: Iterable[Path], made: list[Path]) -> None:
    for aside in asides:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    for path, data in before.items():
        with suppress(OSError):
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(data)
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
