"""One command as a whole process: what it cost the machine."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost."""

    cpu: float
    """Seconds of processor, user and system together."""

    peak: float
    """The most memory it held, in kB."""


class FailedError(Exception):
    """A command that was to be measured did not do its work."""


def command(name: str, *arguments: str) -> tuple[str, ...]:
    """The command ``name`` that stands beside this Python."""
    return (str(Path(sys.executable).with_name(name)), *arguments)


def run(command: Sequence[str], folder: Path, said: Path | None = None) -> Cost:
    """Runs ``command`` in ``folder`` and waits for its end; its words go to the file ``said``.

    Raises:
        FailedError: it did not exit with 0.
        OSError: it cannot be run.
    """
    # A pipe that nobody reads would stop it.
    said = said or folder / "said.txt"
    with said.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(command)}\n{said.read_text('utf-8', 'replace')[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1.024)


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of ``costs``, each side by itself."""
    known = tuple(costs)
    return Cost(median(each.cpu for each in known), median(each.peak for each in known))
