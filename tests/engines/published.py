"""A small site published by each command, and whether a run that could not be left it alone."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.engines import sites
from tests.engines.sites import Run, built, small, snapshot

from chemins.engines.folder import write_pages

COMMANDS = ("build", "pages")
"""The commands that publish; each has its folder in the site's, of the same name."""

STAYS = {"build": "Le site d’avant reste en place", "pages": "Rien n’a changé dans"}
"""What each says of the folder that a run could not change."""


class Published:
    """A small site in a folder, published by each command."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, small(folder)
        for each in COMMANDS:
            assert self.runs(each).code == 0
        self.before = snapshot(folder)

    def copied(self, folder: Path) -> "Published":
        """The same in another ``folder``, or in one that is there already."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        copy = Published.__new__(Published)
        copy.folder, copy.file, copy.before = folder, folder / "mkdocs.yml", snapshot(folder)
        return copy

    def given(self, files: dict[str, str]) -> None:
        """Writes ``files``, which are then of the site."""
        sites.written(self.folder, files)
        self.before = snapshot(self.folder)

    def runs(self, command: str, target: Path | None = None) -> Run:
        """``command``, in this process, into ``target`` or its own folder."""
        live = target or self.folder / command
        if command == "build":
            return built(self.file, live)
        said: list[str] = []
        return Run(write_pages(self.file, live, said.append), "\n".join(said))

    def starts(self, command: str, environment: dict[str, str] | None = None, **how: Any) -> Run:
        """``command``, in a process of its own that is limited as ``how`` says."""
        arguments = {"build": ("build", "-d", "build"), "pages": ("pages", "pages")}
        done = subprocess.run(
            [*sites.command("chemins"), *arguments.get(command, (command,))],
            cwd=self.folder,
            env={**sites.environment(), **(environment or {})},
            stdout=how.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
            **how,
        )
        return Run(done.returncode, ((done.stdout or b"") + done.stderr).decode())

    def refuses(self, command: str, run: Run, *words: str) -> None:
        """``run`` of ``command`` could not be, said ``words``, and changed nothing at all."""
        assert run.code == 2, run.said
        assert all(word in run.said for word in words), run.said
        assert "Traceback" not in run.said
        assert "Errno" not in run.said
        assert STAYS[command] in run.said, run.said
        assert snapshot(self.folder) == self.before
        assert not list(self.folder.glob(".*"))
