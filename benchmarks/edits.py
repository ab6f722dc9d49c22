"""How long after an edit a preview shows it, beside the site's own clean build; and what it shows.

``python -m benchmarks.edits --sizes 150,1500 --runs 5`` writes our site, builds it from nothing,
then previews it: a record is edited, and its page asked for until it holds the new words. At the
end every file that a clean build of the edited site writes is asked for, and compared.
"""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from benchmarks.generate import write_site
from benchmarks.limits import EDIT, EDITED_FROM
from benchmarks.process import command
from chemins.engines.mkdocs.preview.state import bare

RECORD, PAGE = "content/changements/change-00-00.md", "changements/change-00-00/"

_TO_AUTHORS = "ne se voit qu’en aperçu".encode()
"""What a page says that only a preview shows."""

_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Edits:
    """What was measured at one size: seconds."""

    records: int
    """How many records the strategy has."""

    build: float
    """A clean build, gates included."""

    first: float
    """From the start of the preview to its first page."""

    edit: float
    """From the edit of a record to its page, in the middle of several."""

    slowest: float
    """The slowest of them."""

    edit_cpu: float
    """What one took of the processor."""

    unlike: int
    """How many of the files of a clean build of the edited site are served otherwise."""

    files: int
    """How many files there are."""


def main() -> int:
    """0 when the promise holds, 1 when it does not."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.edits", description=__doc__)
    arguments.add_argument("--sizes", default="150,1500")
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    print(
        "| Records | Clean build, s | First page, s | Edit → page, s | Slowest, s | Ratio |", end=""
    )
    print(" CPU of an edit, s | Served otherwise |")
    print(f"|{' ---: |' * 8}")
    kept = True
    for size in map(int, given.sizes.split(",")):
        with TemporaryDirectory(prefix="chemins-bench-") as folder:
            found = measured(Path(folder), size, given.runs)
        ratio = found.edit / found.build
        print(
            f"| {found.records} | {found.build:.2f} | {found.first:.2f} | {found.edit:.2f} |"
            f" {found.slowest:.2f} | {ratio:.3f} | {found.edit_cpu:.2f} |"
            f" {found.unlike} of {found.files} |",
            flush=True,
        )
        kept &= not found.unlike and (size < EDITED_FROM or ratio <= EDIT)
    return int(not kept)


def measured(folder: Path, records: int, runs: int) -> Edits:
    """The costs of ``runs`` edits of a site of ``records`` records."""
    write_site(folder, records)
    build = _built(folder)
    file = folder / RECORD
    written = file.read_text("utf-8")
    started = time.monotonic()
    with _previewed(folder) as (process, url):
        _until(f"{url}{PAGE}", "</html>")
        first = time.monotonic() - started
        time.sleep(2)
        walls, costs = [], []
        for run in range(runs):
            before, since = _cpu(process), time.monotonic()
            file.write_text(f"{written}\nMARQUE{run:04d}\n", "utf-8")
            _until(f"{url}{PAGE}", f"MARQUE{run:04d}")
            walls.append(time.monotonic() - since)
            time.sleep(1.5)
            costs.append(_cpu(process) - before)
        _built(folder)
        clean = _files(folder / "site")
        unlike = [path for path in clean if not _same(url, path, clean[path])]
    for path in unlike[:10]:
        print(f"served otherwise: {path}", file=sys.stderr)
    return Edits(
        records, build, first, median(walls), max(walls), median(costs), len(unlike), len(clean)
    )


def _built(folder: Path) -> float:
    since = time.monotonic()
    with (folder / "said.txt").open("wb") as said:
        subprocess.run(command("chemins", "build"), cwd=folder, stdout=said, check=True)
    return time.monotonic() - since


@contextmanager
def _previewed(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        address = "{}:{}".format(*found.getsockname())
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            command("chemins", "serve", "-a", address), cwd=folder, stdout=said, stderr=said
        )
    try:
        yield process, f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


def _until(url: str, words: str) -> None:
    end = time.monotonic() + _PATIENCE
    while words not in _read(url).decode():
        if time.monotonic() > end:
            raise TimeoutError(url)
        time.sleep(0.05)


def _read(url: str) -> bytes:
    try:
        with urlopen(url, timeout=_PATIENCE) as answer:
            return bytes(answer.read())
    except (HTTPError, URLError, OSError):
        return b""


def _same(url: str, path: str, clean: bytes) -> bool:
    served = bare(_read(f"{url}{quote(path)}"))
    return served == clean or (_TO_AUTHORS in served and _TO_AUTHORS not in clean)


def _files(site: Path) -> dict[str, bytes]:
    found = (each for each in sorted(site.rglob("*")) if each.is_file())
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in found}


def _cpu(process: "subprocess.Popen[bytes]") -> float:
    """Seconds of processor that ``process`` has taken, as Linux counts them."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
