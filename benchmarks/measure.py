"""The product and the yardstick on sites of the same number of pages, in turn."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.generate import FOLDERS, write_site
from benchmarks.process import Cost, middle, run
from benchmarks.yardstick import write_yardstick

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured at one size."""

    records: int
    """How many records the strategy has."""

    pages: int
    """How many pages both sites have."""

    build: Cost
    """``chemins build`` from nothing, gates included."""

    yardstick: Cost
    """``mkdocs build`` of the yardstick from nothing."""

    check: Cost
    """``chemins check``."""

    page_bytes: float
    """What the page of a record weighs, on average."""


def measured(sizes: Iterable[int], pairs: int, folder: Path, tell: Tell) -> Iterator[Row]:
    """A row for each of ``sizes``: the medians of ``pairs`` runs of each command, in turn.

    Raises:
        FailedError: a command did not do its work.
        OSError: ``folder`` cannot be written.
        ValueError: a size is no multiple of 150.
    """
    for size in sizes:
        yield _row(size, pairs, folder / str(size), tell)


def _row(size: int, pairs: int, folder: Path, tell: Tell) -> Row:
    ours, plain = folder / "chemins", folder / "yardstick"
    write_site(ours, size)
    builds, yardsticks, checks = [], [], []
    for pair in range(pairs):
        builds.append(_built(_command("chemins", "build"), ours))
        if pair == 0:
            write_yardstick(plain, _pages(ours))
        yardsticks.append(_built(_command("mkdocs", "build", "--quiet"), plain))
        checks.append(run(_command("chemins", "check"), ours))
        tell(f"{size}: {pair + 1}/{pairs}")
    return Row(
        records=size,
        pages=_pages(ours),
        build=middle(builds),
        yardstick=middle(yardsticks),
        check=middle(checks),
        page_bytes=_page_bytes(ours),
    )


def _command(name: str, *arguments: str) -> tuple[str, ...]:
    """The command ``name`` that stands beside this Python."""
    return (str(Path(sys.executable).with_name(name)), *arguments)


def _built(command: tuple[str, ...], folder: Path) -> Cost:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run(command, folder)


def _pages(folder: Path) -> int:
    return sum(1 for _ in (folder / "site").rglob("index.html"))


def _page_bytes(folder: Path) -> float:
    found = (
        page.stat().st_size
        for name in FOLDERS.values()
        for page in (folder / "site" / name).glob("*/index.html")
    )
    return fmean(found)
