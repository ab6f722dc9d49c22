"""The items of a record's lists: where each is, and in which order rows put them back."""

from collections.abc import Sequence
from typing import Any

from chemins.imports.workbook_sheets import Line
from chemins.records.base import Record

Place = tuple[Any, ...]
"""Which item: its numbers in the lists, from 1; or the row that adds it."""


def known_title(record: Record) -> str:
    """The field by which a sheet calls ``record``."""
    return str(getattr(record, record.heading))


def item_at(holder: Any, loc: tuple[str, ...], rank: tuple[int, ...]) -> Any:
    """The item that stands at ``rank`` in the lists ``loc`` of ``holder``; none without one."""
    for name, number in zip(loc, rank, strict=True):
        items = getattr(holder, name, ()) if holder is not None else ()
        if not 0 < number <= len(items):
            return None
        holder = items[number - 1]
    return holder


def ranks_of(
    holder: Any, loc: tuple[str, ...], rank: tuple[int, ...] = ()
) -> list[tuple[int, ...]]:
    """The places of all items at the end of the lists ``loc``."""
    if holder is None:
        return []
    if not loc:
        return [rank]
    items = getattr(holder, loc[0])
    return [
        each
        for number, item in enumerate(items, start=1)
        for each in ranks_of(item, loc[1:], (*rank, number))
    ]


def in_order(lines: list[tuple[Place, Line]]) -> list[tuple[Place, Line]]:
    """Old items in their order, however the sheet was sorted; a new one after the row above it."""
    keyed = []
    last: int | None = None
    has_old = any(place[:1] != ("new",) for place, _ in lines)
    for number, (place, line) in enumerate(lines):
        if place[:1] != ("new",):
            last = int(place[-1])
            keyed.append(((last, 0, 0), place, line))
        else:
            after = last if last is not None else 0 if has_old else 1
            keyed.append(((after, 1, number), place, line))
    return [(place, line) for _, place, line in sorted(keyed, key=lambda each: each[0])]


def with_others(
    rows: Sequence[tuple[tuple[Any, ...], Line | None]], parent: tuple[Any, ...], count: int
) -> list[tuple[tuple[Any, ...], Line | None]]:
    """``rows`` among all items that are there, each in its place; new ones last."""
    lines = dict(rows)
    there = [(*parent, number) for number in range(1, count + 1)]
    new = [each for each in rows if each[0] not in there]
    return [*((place, lines.get(place)) for place in there), *new]


def links_in_order(links: list[tuple[int, Any]]) -> list[tuple[int, Any]]:
    """Old links in their order; a new one after the row above it."""
    keyed = []
    last = 0
    for at, (number, link) in enumerate(links):
        last = number or last
        keyed.append(((last if number or last else 10**6, not number, at), (number, link)))
    return [each for _, each in sorted(keyed, key=lambda pair: pair[0])]
