"""What the sheets to print cost, apart: ``python -m benchmarks.sheets --records 150 --pairs 3``.

The same site is built without sheets, with sheets made from nothing, and with sheets kept from the
build before, in turn; the medians are told. Sheets belong to plans and quartiers alone, so that
their number grows with quartiers and not with pages.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generate import SETTINGS, write_site
from benchmarks.process import Cost, middle, run

_WITHOUT, _WITH = "pdf: no", "pdf: auto"


def main() -> None:
    """Measures, and prints the results as Markdown."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.sheets", description=__doc__)
    arguments.add_argument("--records", type=int, default=150)
    arguments.add_argument("--pairs", type=int, default=3)
    given = arguments.parse_args()
    with TemporaryDirectory(prefix="chemins-bench-") as folder:
        site = Path(folder)
        write_site(site, given.records)
        print("\n".join(_told(site, given.records, given.pairs)))


def _told(site: Path, records: int, pairs: int) -> Iterator[str]:
    without, new, kept = [], [], []
    for _ in range(pairs):
        without.append(_built(site, _WITHOUT))
        shutil.rmtree(site / ".cache", ignore_errors=True)
        new.append(_built(site, _WITH))
        kept.append(_built(site, _WITH))
    weights = [path.stat().st_size for path in (site / "site").rglob("*.pdf")]
    plain, made, again = middle(without), middle(new), middle(kept)
    count = len(weights)
    yield "| Records | Sheets | Each new, s | Each kept, ms | Kept / none | kB, mean | kB, most |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    cells = (
        f"{records}",
        f"{count}",
        f"{(made.cpu - plain.cpu) / count:.2f}",
        f"{(again.cpu - plain.cpu) / count * 1000:.1f}",
        f"{again.cpu / plain.cpu:.2f}",
        f"{sum(weights) / count / 1000:.0f}",
        f"{max(weights) / 1000:.0f}",
    )
    yield f"| {' | '.join(cells)} |"


def _built(site: Path, setting: str) -> Cost:
    """A build from nothing, with or without sheets."""
    (site / "mkdocs.yml").write_text(SETTINGS.replace(_WITHOUT, setting), "utf-8")
    shutil.rmtree(site / "site", ignore_errors=True)
    return run((str(Path(sys.executable).with_name("chemins")), "build"), site)


if __name__ == "__main__":
    main()
