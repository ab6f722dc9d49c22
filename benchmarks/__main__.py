"""``make bench``: measures, prints the results as Markdown, fails when a promise is not kept.

What it prints replaces what stands under "Results" in the README beside this file.
"""

import argparse
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.limits import Verdict, verdicts
from benchmarks.measure import Row, measured, pictures


def main() -> int:
    """0 when every promise holds, 1 when one does not."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("--sizes", type=_sizes, default=(150, 1500, 3000, 6000))
    arguments.add_argument("--pairs", type=int, default=5)
    arguments.add_argument("--pathways", type=int, default=1500)
    given = arguments.parse_args()
    with TemporaryDirectory(prefix="chemins-bench-") as folder:
        rows = tuple(measured(given.sizes, given.pairs, Path(folder), _tell))
        drawn = None
        if given.pathways:
            drawn = pictures(given.pathways, given.pairs, Path(folder) / "pictures", _tell)
    found = tuple(verdicts(rows, drawn))
    print("\n".join((_conditions(given.pairs), "", *_table(rows), "", *_judged(found))))
    return int(not all(each.holds for each in found))


def _conditions(pairs: int) -> str:
    """Under what conditions it was measured, in a sentence."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    python = platform.python_version()
    return f"{os.cpu_count()} cores{load}; Python {python}, {versions}; medians of {pairs} pairs."


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(each) for each in filter(None, text.split(","))))


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def _table(rows: Iterable[Row]) -> Iterator[str]:
    yield "| Records | Pages | Build, s | Yardstick, s | Ratio | Check, s | Peak, MB | Page, kB |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for row in rows:
        cells = (
            f"{row.records}",
            f"{row.pages}",
            f"{row.build.cpu:.2f}",
            f"{row.yardstick.cpu:.2f}",
            f"{row.build.cpu / row.yardstick.cpu:.2f}",
            f"{row.check.cpu:.2f}",
            f"{row.build.peak / 1000:.0f}",
            f"{row.page_bytes / 1000:.1f}",
        )
        yield f"| {' | '.join(cells)} |"


def _judged(found: Iterable[Verdict]) -> Iterator[str]:
    yield "| Promise | Measured | At most | Holds |"
    yield "| --- | ---: | ---: | --- |"
    for each in found:
        holds = "yes" if each.holds else "**no**"
        yield f"| {each.promise} | {each.found:.2f} | {each.limit:g} | {holds} |"


if __name__ == "__main__":
    sys.exit(main())
