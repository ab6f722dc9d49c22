"""The command ``chemins`` on machines that differ in all that must not matter, and what differs."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.engines.sites import ROOT, Run

_AROUND = 60


@dataclass(frozen=True)
class Machine:
    """Where a command runs."""

    environment: Mapping[str, str] = field(default_factory=dict)
    """What its environment says beside the path to Python."""

    cwd: Path | None = None
    """From where; none: from the folder of the site."""

    umask: int = 0o022
    """The rights that new files lack."""

    def runs(self, command: str, config_file: Path, target: Path) -> Run:
        """``chemins build`` or ``chemins pages`` of the site of ``config_file``, into ``target``.

        Nothing of the environment of the tests comes in.
        """
        cwd = self.cwd or config_file.parent
        named = Path(os.path.relpath(config_file, cwd))
        arguments = {
            "build": ("build", "-f", named, "-d", target),
            "pages": ("pages", target, "-f", named),
        }
        done = subprocess.run(
            [sys.executable, "-m", "tests.engines.another_machine", *map(str, arguments[command])],
            cwd=cwd,
            env={"PATH": os.defpath, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'plugins'}"}
            | self.environment,
            umask=self.umask,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Run(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))


def difference(one: Path, other: Path) -> str:
    """The files of two folders that are not in both or not the same, and where; empty: none."""
    names = [
        {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
        for folder in (one, other)
    ]
    lone = [f"only in one of the two: {name}" for name in sorted(names[0] ^ names[1])]
    differing = [
        said
        for name in sorted(names[0] & names[1])
        if (one / name).is_file() and (said := _in_file(one / name, other / name, name))
    ]
    return "\n".join((*lone, *differing))


def _in_file(one: Path, other: Path, name: str) -> str:
    first, second = one.read_bytes(), other.read_bytes()
    if first == second:
        return ""
    pairs = enumerate(zip(first, second, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))
    line = first.count(b"\n", 0, at) + 1
    around = slice(max(0, at - _AROUND), at + _AROUND)
    return f"{name}, byte {at}, line {line}:\n  {first[around]!r}\n  {second[around]!r}"
