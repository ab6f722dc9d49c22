"""All the sheets of a site, and their PDF files: those kept from before, and those to be made."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache as once
from importlib import resources
from pathlib import Path
from typing import Any

from chemins.pages.context import Context
from chemins.pages.site import PrintedSheet
from chemins.printing.cache import Cache, name_of
from chemins.printing.pdf import UnavailableError, drawing_version, drawn
from chemins.printing.plan import plan_sheets
from chemins.printing.poster import poster_sheet
from chemins.printing.press import Press
from chemins.printing.sheet import Sheet
from chemins.printing.update import update_sheet
from chemins.records.quartier import Quartier
from chemins.records.when import When
from chemins.strategy.version import version_of

_ROW = ("form", "paper", "quartier", "address", "is_blank")
_SOURCES = frozenset({".py", ".html", ".css", ".yml", ".json"})


@dataclass(slots=True)
class Printed:
    """The PDF files of a site."""

    sheets: dict[str, tuple[PrintedSheet, ...]] = field(default_factory=dict)
    """Those that stand ready, by quartier; by the empty name for the territory."""

    missing: str = ""
    """What has to be installed for the others to be made; empty when none is missing."""

    failed: list[tuple[str, str]] = field(default_factory=list)
    """The titles of those that could not be drawn, and why."""

    def add(self, sheet: Sheet, weight: int, read: Callable[[], bytes]) -> None:
        """Adds the file of ``sheet``, of ``weight`` bytes."""
        ready = PrintedSheet(sheet.form, sheet.paper, sheet.address, weight, read, sheet.is_blank)
        self.sheets[sheet.quartier] = (*self.sheets.get(sheet.quartier, ()), ready)


def sheets_of(press: Press) -> Iterator[Sheet]:
    """Every sheet of a site: the plans, then what hangs in each quartier or is handed out there."""
    yield from plan_sheets(press, None)
    for quartier in press.context.strategy.all(Quartier):
        yield from plan_sheets(press, quartier)
        yield poster_sheet(press, quartier)
        if update := update_sheet(press, quartier):
            yield update


def printed(context: Context, url: str, cache: Cache, *, only_kept: bool = False) -> Printed:
    """The PDF files of the site that is published at ``url``.

    ``only_kept`` makes none: a preview shows those that a build has made. Where nothing at all
    has changed since a build, no sheet is even written: the list that it kept is taken.
    """
    done = Printed()
    press = Press(context, url, made_on=_epoch())
    try:
        how = drawing_version()
    except UnavailableError as error:
        done.missing = error.missing
        return done
    everything = _everything(press, how)
    if not _taken(cache, everything, done):
        rows = [_made(sheet, how, cache, done, only_kept=only_kept) for sheet in sheets_of(press)]
        if all(rows):
            cache.list(everything, filter(None, rows))
    if not only_kept:
        cache.tidy()
    return done


def _everything(press: Press, how: str) -> str:
    """The name of all that sheets are made from, and of the code that makes them."""
    context = press.context
    said = version_of(context.strategy.records)
    shapes = repr(context.geography.quartiers)
    return name_of(how, press.url, str(press.made_on), said.digest, shapes, _code())


@once
def _code() -> str:
    """What changes when this package does."""
    files = sorted(Path(str(resources.files("chemins"))).rglob("*"))
    stats = ((file.name, file.stat()) for file in files if file.suffix in _SOURCES)
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])


def _taken(cache: Cache, name: str, done: Printed) -> bool:
    """Whether all sheets that an earlier build listed are there: then ``done`` has them."""
    ready = []
    for row in cache.listed(name) or ():
        try:
            kept = cache.found(row.pop("name"))
            sheet = Sheet(**row, title="", html="")
        except (KeyError, TypeError, AttributeError):
            return False
        if kept is None:
            return False
        ready.append((sheet, kept))
    for sheet, kept in ready:
        done.add(sheet, kept.stat().st_size, kept.read_bytes)
    return bool(ready)


def _made(
    sheet: Sheet, how: str, cache: Cache, done: Printed, *, only_kept: bool
) -> dict[str, Any] | None:
    """Adds the file of ``sheet`` to ``done``; the row of the list that says so, if it is kept."""
    name = name_of(how, sheet.html)
    kept = cache.found(name)
    if kept is None and not only_kept and not done.missing:
        content = _content(sheet, done)
        if content is None:
            return None
        kept = cache.keep(name, content)
        if kept is None:  # the disk refuses: the file is held until it is written
            done.add(sheet, len(content), lambda: content)
    if kept is None:
        return None
    done.add(sheet, kept.stat().st_size, kept.read_bytes)
    return {"name": name, **{key: getattr(sheet, key) for key in _ROW}}


def _content(sheet: Sheet, done: Printed) -> bytes | None:
    """The file of ``sheet``; none when it cannot be drawn, which ``done`` is told."""
    try:
        return drawn(sheet)
    except UnavailableError as error:
        done.missing = error.missing
    except Exception as error:
        # One sheet that a library of the system refuses must not hold up a whole site.
        done.failed.append((sheet.title, f"{type(error).__name__}: {error}"))
    return None


def _epoch() -> When | None:
    """The day that whoever builds wants to be told, by ``SOURCE_DATE_EPOCH``; none without.

    Source: reproducible-builds.org, "SOURCE_DATE_EPOCH" (1.1).
    """
    try:
        told = int(os.environ.get("SOURCE_DATE_EPOCH", ""))
        day = datetime.fromtimestamp(told, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return When(day.year, day.month, day.day)
