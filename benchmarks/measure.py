"""The product and the yardstick on sites of the same number of pages, in turn."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

from benchmarks.generate import FOLDERS, write_site
from benchmarks.pathways import write_pathways
from benchmarks.process import Cost, command, middle, run
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


@dataclass(frozen=True, slots=True)
class Pictures:
    """What drawing pathways cost."""

    count: int
    """How many pathways were drawn, and how many pages the yardstick has."""

    drawing: float
    """Seconds of processor, reading left out."""

    yardstick: float
    """Seconds of processor of ``mkdocs build`` of the yardstick from nothing."""


def measured(sizes: Iterable[int], pairs: int, folder: Path, tell: Tell) -> Iterator[Row]:
    """A row for each of ``sizes``: the medians of ``pairs`` runs of each command, in turn.

    Raises:
        FailedError: a command did not do its work.
        OSError: ``folder`` cannot be written.
        ValueError: a size is no multiple of 150.
    """
    for size in sizes:
        yield _row(size, pairs, folder / str(size), tell)


def pictures(count: int, pairs: int, folder: Path, tell: Tell) -> Pictures:
    """The medians of ``pairs`` drawings of ``count`` pathways and builds of the yardstick, in turn.

    Raises:
        FailedError: a command did not do its work.
        OSError: ``folder`` cannot be written.
    """
    plain, strategy = folder / "yardstick", folder / "strategy"
    write_yardstick(plain, count)
    write_pathways(strategy, count)
    draw = (sys.executable, "-m", "benchmarks.pathways", "--folder", str(strategy))
    drawings, yardsticks = [], []
    for pair in range(pairs):
        run(draw, Path.cwd(), said := folder / "said.txt")
        drawings.append(float(said.read_text("utf-8")))
        yardsticks.append(_built(command("mkdocs", "build", "--quiet"), plain))
        tell(f"pictures: {pair + 1}/{pairs}")
    return Pictures(count, median(drawings), middle(yardsticks).cpu)


def _row(size: int, pairs: int, folder: Path, tell: Tell) -> Row:
    ours, plain = folder / "chemins", folder / "yardstick"
    write_site(ours, size)
    builds, yardsticks, checks = [], [], []
    for pair in range(pairs):
        builds.append(_built(command("chemins", "build"), ours))
        if pair == 0:
            write_yardstick(plain, _pages(ours))
        yardsticks.append(_built(command("mkdocs", "build", "--quiet"), plain))
        checks.append(run(command("chemins", "check"), ours))
        tell(f"{size}: {pair + 1}/{pairs}")
    return Row(
        records=size,
        pages=_pages(ours),
        build=middle(builds),
        yardstick=middle(yardsticks),
        check=middle(checks),
        page_bytes=_page_bytes(ours),
    )


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
