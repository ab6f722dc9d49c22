"""Runs the command ``chemins`` as on another machine: ``python -m tests.engines.another_machine``.

Its disk lists the files of a folder in another order, and its clock says another day. What to do
so is in the environment: ``LISTED`` seeds the order, ``DAYS_LATER`` moves the clock.
"""

import datetime
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

DAY = 24 * 3600.0


class _Entries:
    """What ``os.scandir`` gives: an iterator that is also a context."""

    def __init__(self, entries: list[Any]) -> None:
        self._entries = iter(entries)

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "_Entries":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open."""


def shuffle_listings(seed: str) -> None:
    """From now on folders list their files in an order that ``seed`` chooses."""
    chance = random.Random(seed)

    def shuffled(items: list[Any]) -> list[Any]:
        items.sort(key=lambda each: getattr(each, "name", each))
        chance.shuffle(items)
        return items

    scandir, listdir = os.scandir, os.listdir

    def scan(path: Any = ".") -> _Entries:
        with scandir(path) as entries:
            return _Entries(shuffled(list(entries)))

    # Everything that walks a folder in the standard library ends in one of these two.
    os.scandir = scan  # type: ignore[assignment]
    os.listdir = lambda path=".": shuffled(listdir(path))  # type: ignore[assignment]


def move_clock(days: float) -> None:
    """From now on it is ``days`` later."""

    def later(clock: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *given: clock(*given) if given else clock(now())

    wall = time.time

    def now() -> float:
        return wall() + days * DAY

    class Later(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Later":
            return cls.fromtimestamp(now(), tz)

        @classmethod
        def today(cls) -> "Later":
            return cls.now()

        @classmethod
        def utcnow(cls) -> "Later":
            return cls.now(datetime.UTC).replace(tzinfo=None)

    class LaterDate(datetime.date):
        @classmethod
        def today(cls) -> "LaterDate":
            return cls.fromtimestamp(now())

    time.time = now
    time.gmtime, time.localtime = later(time.gmtime), later(time.localtime)
    datetime.datetime = Later  # type: ignore[misc]
    datetime.date = LaterDate  # type: ignore[misc]


if __name__ == "__main__":
    if seed := os.environ.get("LISTED"):
        shuffle_listings(seed)
    if days := os.environ.get("DAYS_LATER"):
        move_clock(float(days))
    from chemins.cli import main

    main(sys.argv[1:])
