"""A run that is killed, at any moment, leaves a whole site: the old one or the new one."""

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.engines.sites import built, small, snapshot

from chemins import cli
from chemins.engines import exchange as exchanging
from chemins.engines import folder
from chemins.engines.exchange import repair
from chemins.engines.mkdocs import build

REWRITTEN = {
    "changements/droits-connus.md": (
        "---\ntitre: Les droits sont exercés\nporte_sur: pratiques\nhorizon: moyen\n---\n"
    ),
    "glossaire/zus.md": "---\nterme: ZUS\ndefinition: Une zone.\n---\n",
}
"""What makes the new site another one: one page says something else, one is more."""

COMMANDS: dict[str, Callable[[Path, Path], int]] = {
    "build": lambda file, live: built(file, live).code,
    "pages": lambda file, live: folder.write_pages(file, live, lambda said: None),
}
WAYS = pytest.mark.parametrize("at_once", [True, False], ids=["at once", "by two renames"])
OF_THE_DISK = ("os.", "open", "shutil.", "ctypes.", "fcntl.")
"""What the names of events that touch the disk begin with."""


STATES = {
    True: {"old new", "new new", "new end"},
    False: {"old new", "old new old", "new old", "new end"},
}
"""Whether the two are exchanged at once → each site that can stand, with what is left beside it."""


class Site:
    """A published site, the records of the next one, and what both look like."""

    def __init__(self, folder: Path, command: str, *, at_once: bool = True) -> None:
        self.file, self.live, self.kept = small(folder), folder / "public", folder / "kept"
        self.at_once = at_once
        self._run = COMMANDS[command]
        self.publish()
        shutil.copytree(self.live, self.kept)
        self.old = snapshot(self.live)
        small(folder, REWRITTEN)
        start = time.monotonic()
        self.publish()
        self.lasting = time.monotonic() - start
        self.new = snapshot(self.live)
        assert self.old != self.new
        self.back()

    def publish(self) -> None:
        """A run that nobody disturbs."""
        assert self._run(self.file, self.live) == 0

    def back(self) -> None:
        """The old site is published."""
        shutil.rmtree(self.live)
        shutil.copytree(self.kept, self.live)

    def begun(self, step: int = -1) -> int:
        """A process that publishes the new site; it dies at ``step`` of exchanging the two."""
        process = os.fork()
        if process:
            return process
        try:
            if not self.at_once:
                exchanging.swap_at_once = lambda one, other: False
            if step >= 0:
                _die_at(step)
            self.publish()
        finally:
            os._exit(0)

    def killed_after(self, seconds: float) -> None:
        """A run is killed when it has lasted ``seconds``."""
        process = self.begun()
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)

    def killed_at(self, step: int) -> bool:
        """A run is killed at ``step`` of the exchange; whether it had that many."""
        return os.waitpid(self.begun(step), 0)[1] == signal.SIGKILL

    def beside(self) -> list[str]:
        """What runs left beside the site, by its state, but for the lock: the dead leave it."""
        return sorted({path.name[8:11] for path in self.live.parent.glob(".public.*-*")})

    def found(self, *, again: bool) -> str:
        """Which site stands once the next run, or only its beginning, has set all right.

        With what the killed run left before that.
        """
        stood, left = snapshot(self.live), self.beside()
        if self.at_once:
            assert stood in (self.old, self.new)
        if again:
            self.publish()
        else:
            repair(self.live)
        stands = snapshot(self.live)
        assert stands == self.new or (stands == self.old and not again)
        assert self.beside() == []
        self.back()
        return " ".join(("new" if stands == self.new else "old", *left))


def _die_at(step: int) -> None:
    """Makes this process kill itself at the given call to the disk, counted from the exchange."""
    calls = -1

    def count(event: str, _: object) -> None:
        nonlocal calls
        if calls >= 0 and event.startswith(OF_THE_DISK) and event != "os.kill":
            calls += 1
            if calls > step:
                os.kill(os.getpid(), signal.SIGKILL)

    def begins(new: Path, live: Path) -> None:
        nonlocal calls
        calls = 0
        exchanging.exchange(new, live)

    build.exchange = folder.exchange = begins  # type: ignore[attr-defined]
    sys.addaudithook(count)


def moments(count: int, whole: float, seed: int) -> Iterable[float]:
    """``count`` random moments, one in each part of ``whole``, so that none is left out."""
    chance = random.Random(seed)
    return (whole * (part + chance.random()) / count for part in range(count))


@pytest.mark.parametrize(
    "at_once",
    [True, pytest.param(False, marks=pytest.mark.sweep)],
    ids=["at once", "by two renames"],
)
@pytest.mark.parametrize("command", ["build", pytest.param("pages", marks=pytest.mark.sweep)])
def test_a_run_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_repairs(
    tmp_path, command, at_once
):
    site = Site(tmp_path, command, at_once=at_once)
    for number, moment in enumerate(moments(5, site.lasting, seed=2014)):
        site.killed_after(moment)
        site.found(again=number % 2 == 0)
    seen = []
    for step in (0, 1, 2, 3, 40):
        assert site.killed_at(step)
        seen.append(site.found(again=step == 40))
    assert STATES[at_once] <= set(seen)


@pytest.mark.sweep
@WAYS
@pytest.mark.parametrize("command", COMMANDS)
def test_a_run_killed_at_any_step_of_the_exchange_leaves_a_whole_site(tmp_path, command, at_once):
    site = Site(tmp_path, command, at_once=at_once)
    seen, step = [], 0
    while site.killed_at(step):
        seen.append(site.found(again=False))
        # First step by step, then through the removal of the old site, which has hundreds.
        step += 1 if step < 12 else 23
    assert step > 100
    # "new": killed when all was done, by what a command does after it has exchanged the two.
    assert STATES[at_once] <= set(seen) <= STATES[at_once] | {"new"}
    assert seen == sorted(seen, key=lambda each: each[:3], reverse=True)


@pytest.mark.sweep
@WAYS
@pytest.mark.parametrize("command", COMMANDS)
def test_many_runs_killed_leave_as_many_whole_sites(tmp_path, command, at_once):
    site = Site(tmp_path, command, at_once=at_once)
    # Beyond the end too: how long a run lasts is not the same each time.
    for number, moment in enumerate(moments(25, site.lasting * 1.5, seed=1402)):
        site.killed_after(moment)
        site.found(again=number % 4 == 0)


def ended_by(site: Site, number: int, moment: float, log: Path) -> tuple[int, str]:
    """How the command ends that is told to by signal ``number`` at ``moment``, and what it says."""
    process = os.fork()
    if not process:
        code = 70
        try:
            with log.open("wb") as out:
                os.dup2(out.fileno(), 1)
                os.dup2(out.fileno(), 2)
            sys.stdout, sys.stderr = (os.fdopen(to, "w", encoding="utf-8") for to in (1, 2))
            signal.signal(signal.SIGINT, signal.default_int_handler)
            cli.main(["build", "-f", str(site.file), "-d", str(site.live)])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else code
        finally:
            sys.stdout.flush()
            os._exit(code)
    time.sleep(moment)
    os.kill(process, number)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), log.read_text("utf-8")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_told_to_end_tidies_up_and_says_which_site_stands(tmp_path, number):
    site = Site(tmp_path, "build")
    seen = []
    for moment in moments(4, site.lasting, seed=number):
        code, said = ended_by(site, number, moment, tmp_path / "log.txt")
        stands = snapshot(site.live)
        assert "Traceback" not in said
        assert site.beside() == [], said
        assert stands in (site.old, site.new)
        if code == 128 + number:
            last = "Le site d’avant reste en place" if stands == site.old else "Le site est prêt"
            assert f"Arrêté avant la fin, comme demandé.\n{last}" in said
        else:
            # It came before the command listened, or after the end.
            assert code in (0, -number), said
        seen.append(code)
        site.back()
    assert 128 + number in seen
