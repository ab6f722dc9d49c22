"""Files that were made once, kept under what they were made from, and lists of them.

The folder may be lost at any time, shared by builds that run at once, or closed to us: what it
lacks is made again. It holds no more than ``MOST`` bytes for long.
"""

import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

MOST = 64_000_000
"""Bytes that the folder may hold once a build has tidied it."""

_HOUR = 3600
_HEAD, _TAIL, _END = b"%PDF-", b"%%EOF", 64
_KEPT = frozenset({".pdf", ".json"})
_IGNORED = ".gitignore"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of PDF files."""

    folder: Path
    """Where."""

    def found(self, name: str) -> Path | None:
        """The file kept as ``name``; none when it is not there, or not whole."""
        path = self.folder / f"{name}.pdf"
        try:
            with path.open("rb") as file:
                head = file.read(len(_HEAD))
                file.seek(max(0, path.stat().st_size - _END))
                tail = file.read()
        except OSError:
            return None
        if head != _HEAD or not tail.rstrip().endswith(_TAIL):
            return None
        with suppress(OSError):
            os.utime(path)
        return path

    def keep(self, name: str, content: bytes) -> Path | None:
        """Keeps the file ``content`` as ``name``; none when the disk refuses."""
        return self._written(self.folder / f"{name}.pdf", content)

    def listed(self, name: str) -> list[dict[str, Any]] | None:
        """The list kept as ``name``; none when it is not there, or not whole."""
        path = self.folder / f"{name}.json"
        try:
            found = json.loads(path.read_text("utf-8"))
            os.utime(path)
        except (OSError, ValueError):
            return None
        return found if isinstance(found, list) else None

    def list(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Keeps ``rows`` as ``name``, if the disk lets us."""
        self._written(self.folder / f"{name}.json", json.dumps([*rows]).encode())

    def _written(self, path: Path, content: bytes) -> Path | None:
        half = path.with_suffix(f".{uuid4().hex}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            ignored = self.folder / _IGNORED
            if not ignored.exists():
                ignored.write_text("*\n")
            half.write_bytes(content)
            half.replace(path)
        except OSError:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            return None
        return path

    def tidy(self, most: int = MOST) -> None:
        """Removes what was not used for longest, beyond ``most`` bytes, and half-written files.

        Nothing of the last hour: another build may be about to read it.
        """
        with suppress(OSError):
            files = [
                (each, each.stat())
                for each in self.folder.iterdir()
                if each.is_file() and each.name != _IGNORED
            ]
            left = sum(stat.st_size for _, stat in files)
            for path, stat in sorted(files, key=lambda file: file[1].st_mtime):
                if time.time() - stat.st_mtime < _HOUR:
                    continue
                if path.suffix not in _KEPT or left > most:
                    path.unlink(missing_ok=True)
                    left -= stat.st_size


def name_of(*made_from: str) -> str:
    """The name of what is made from ``made_from``: another for anything else."""
    digest = sha256()
    for each in made_from:
        digest.update(f"{len(each)} {each}".encode())
    return digest.hexdigest()[:40]
