"""What the product promises of its speed, held against what was measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.measure import Pictures, Row

BUILD = 1.25
"""A clean build, in clean builds of the yardstick."""

CHECK = 0.2
"""A check with all rules, in clean builds of the yardstick."""

CHECKED_FROM = 1500
"""The records from which that is promised: with few, starting Python is all that is measured."""

EDIT = 0.15
"""From an edited record to its page in a preview, in clean builds of the same site."""

EDITED_FROM = 1500
"""The records from which that is promised."""

PICTURES = 0.25
"""1,500 pathways of twelve stations drawn, in clean builds of the yardstick with 1,500 pages."""

GROWTH = 4.8
"""A clean build of 6,000 records, in clean builds of 1,500."""

WEIGHT = 1.05
"""The page of a record on the largest site, in that of the smallest."""

MEMORY = 30.0
"""The peak memory of a further page, in kB."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A promise, and whether it holds."""

    promise: str
    """What is compared."""

    found: float
    """What was measured."""

    limit: float
    """What it may be at most."""

    @property
    def holds(self) -> bool:
        """Whether the limit is kept."""
        return self.found <= self.limit


def verdicts(rows: Sequence[Row], pictures: Pictures | None = None) -> Iterator[Verdict]:
    """What ``rows``, by size, and ``pictures`` say of each promise that they can speak of."""
    for row in rows:
        ratio = row.build.cpu / row.yardstick.cpu
        yield Verdict(f"build / yardstick, {row.records} records", ratio, BUILD)
    for row in rows:
        if row.records >= CHECKED_FROM:
            ratio = row.check.cpu / row.yardstick.cpu
            yield Verdict(f"check / yardstick, {row.records} records", ratio, CHECK)
    if pictures:
        said = f"drawing {pictures.count} pathways of 12 / yardstick, {pictures.count} pages"
        yield Verdict(said, pictures.drawing / pictures.yardstick, PICTURES)
    by_size = {row.records: row for row in rows}
    if 1500 in by_size and 6000 in by_size:
        ratio = by_size[6000].build.cpu / by_size[1500].build.cpu
        yield Verdict("build of 6000 records / of 1500", ratio, GROWTH)
    if len(rows) > 1:
        yield from _growth(min(rows, key=_size), max(rows, key=_size))


def _growth(small: Row, large: Row) -> Iterator[Verdict]:
    sizes = f"{large.records} records / {small.records}"
    yield Verdict(f"bytes of a record page, {sizes}", large.page_bytes / small.page_bytes, WEIGHT)
    further = (large.build.peak - small.build.peak) / (large.pages - small.pages)
    yield Verdict("kB of peak memory, each further page", further, MEMORY)


def _size(row: Row) -> int:
    return row.records
