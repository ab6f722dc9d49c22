"""How an input is run: by the command a person types, with the disk as it wants."""

import errno
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.hostile.cases import Case
from tests.hostile.disk import cleared, lay

from chemins.cli import main
from chemins.reading import content

TRIED: set[str] = set()
"""The inputs tried in this run: counted in its closing line."""

QUICK = 10.0
"""Seconds of this processor that no input may take: each was minutes, or for ever, before."""


@dataclass(frozen=True)
class Run:
    """A run of the command."""

    code: int
    """How it ended."""

    said: str
    """All it said."""

    seconds: float
    """How long it took this processor."""


@contextmanager
def standing(case: Case, folder: Path) -> Iterator[Path]:
    """The folder in which to run ``case``."""
    case.laid(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("LC_ALL", "fr_FR.UTF-8")
        refused = {f"content/{path}" for path in (*case.unreadable, *case.closed)}
        if case.unreadable:
            patch.setattr(os, "open", _refusing(refused, os.open))
        if case.closed:
            patch.setattr(os, "scandir", _refusing(refused, os.scandir))
        if case.meanwhile:
            patch.setattr(content, "listing", _meanwhile(case, content.listing))
        yield folder
    cleared(folder)


def _refusing(paths: set[str], read: Callable[..., Any]) -> Callable[..., Any]:
    # Permissions stop nobody who runs the tests as root; this does.
    def refusing(path: Any, *how: Any, **rest: Any) -> Any:
        if Path(path).as_posix() in paths:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path, *how, **rest)

    return refusing


def _meanwhile(case: Case, listing: Callable[..., Any]) -> Callable[..., Any]:
    def listed(folder: Path, *rest: Any) -> Any:
        found = listing(folder, *rest)
        for path, becomes in case.meanwhile.items():
            cleared(folder / path)
            if becomes != "gone":
                lay(folder, {path: becomes})
        return found

    return listed


def run(*arguments: str) -> Run:
    """A run of ``chemins``, in this process. What it raises, this raises: it must raise nothing."""
    start = time.process_time()
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    return Run(result.exit_code, result.output, time.process_time() - start)


def faults(said: str) -> list[str]:
    """The faults of a report for programs, in a line each."""
    return ["{file}:{line}:{column} {code} {severity}".format(**row) for row in json.loads(said)]


def gathered(faults: Sequence[str]) -> list[str]:
    """``faults``, those of one code and severity counted when there are more than a dozen."""
    kinds = [" ".join(each.rsplit(" ", 2)[1:]) for each in faults]
    return list(
        dict.fromkeys(
            f"… {kinds.count(kind)} {kind}" if kinds.count(kind) > 12 else each
            for each, kind in zip(faults, kinds, strict=True)
        )
    )


def unsound(said: str) -> list[str]:
    """What no report may hold: a traceback, what moves a cursor or turns the direction of text."""
    found = ["a traceback"] if "Traceback (most recent call last)" in said else []
    if "imprévue" in said:
        found.append("an error that nobody foresaw")
    return found + [
        f"U+{ord(c):04X}"
        for c in set(said)
        if c != "\n" and not c.isprintable() and c not in "\u00a0\u202f"
    ]
