"""The command ``chemins import correction``. Thin, as ``cli.py``.

0: brought in, or a trial. 1: faults, and nothing is written. 2: could not run.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from chemins.commands.opening import settings_here, stop
from chemins.commands.workbook import content_of
from chemins.faults import Fault, Severity
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import FILE

if TYPE_CHECKING:
    from chemins.imports.answers import Answer
    from chemins.imports.corrected import Correction

_PATH = click.Path(path_type=Path, readable=False)
_MARGIN = "   "
_ABOUT_PERSONS = frozenset({"W-PERSON"})
"""What is a warning elsewhere, and stops words that come from outside."""


def import_correction(words: Locale) -> click.Command:
    """The command, in the language of ``words``."""

    @click.command("correction", help=words.text("command.correction"))
    @click.argument("file", type=_PATH, metavar=words.text("command.correction_file"))
    @click.option("--dry-run", is_flag=True, help=words.text("command.import_dry_run"))
    @click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )
    def correction(file: Path, dry_run: bool, config_file: Path) -> None:
        """Brings a proposed correction into a record."""
        _import(file, config_file, words, is_trial=dry_run)

    return correction


def _import(file: Path, config_file: Path, words: Locale, *, is_trial: bool) -> None:
    from chemins.imports.correction import correcting
    from chemins.records import KINDS
    from chemins.writing import written_together

    content = content_of(config_file, words)
    data = _bytes_of(file, words)
    found = correcting(data, file.as_posix(), content, KINDS)
    faults = (*found.faults, *_persons(found.texts, content.locale))
    if faults:
        click.echo(Reporter(words, _lines_of(data)).text(faults))
    if found.is_refused or any(each.code in _ABOUT_PERSONS for each in faults):
        click.echo(words.text("imports.nothing"))
        sys.exit(1)
    prefix = _prefix(content.folder)
    new, reporter = _worse(config_file, found, prefix, words)
    stops = any(each.severity == Severity.ERROR or each.code in _ABOUT_PERSONS for each in new)
    for line in _told(found, prefix, words, is_trial=is_trial or stops):
        click.echo(line)
    if new:
        click.echo(f"\n{reporter.text(new)}")
    if stops:
        click.echo(words.text("corrections.broken"))
        sys.exit(1)
    if is_trial:
        click.echo(words.text("corrections.dry_run"))
        return
    written_together({content.folder / found.path: found.after})
    click.echo(words.text("corrections.next"))


def _persons(texts: "Iterable[Answer]", locale: Locale) -> Iterator[Fault]:
    """What in ``texts`` points to somebody."""
    from chemins.faults import Place
    from chemins.faults.codes import fault
    from chemins.text.personal import personal

    for answer in texts:
        for found in personal(answer.text, locale):
            line = answer.text.count("\n", 0, found.start)
            start = found.start - (answer.text.rfind("\n", 0, found.start) + 1)
            column = start + (1 if line else answer.place.column)
            place = Place(answer.place.path, answer.place.line + line, column, len(found.value))
            yield fault("W-PERSON", place, found.what, value=found.value)


def _bytes_of(file: Path, words: Locale) -> bytes:
    """What ``file`` holds, no more of it than a form can; stops when it cannot be read."""
    from chemins.faults import Place
    from chemins.faults.causes import unreadable
    from chemins.reading.encoding import MAX_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        stop(Reporter(words).text([unreadable(Place(file.as_posix()), error)]))


def _lines_of(data: bytes) -> Callable[[str, int], str]:
    lines = data.decode("utf-8", "replace").splitlines()
    return lambda _, number: lines[number - 1] if 0 < number <= len(lines) else ""


def _told(found: "Correction", prefix: str, words: Locale, *, is_trial: bool) -> Iterator[str]:
    """What changes, in the officer's words, then line by line."""
    from chemins.writing.differences import differences

    said = {"path": f"{prefix}{found.path}", "title": found.title}
    yield words.text("corrections.would" if is_trial else "corrections.done", **said)
    margin = _MARGIN
    if found.item:
        added = f" ({words.text('corrections.item_added')})" if found.is_added else ""
        yield f"{margin}{found.item}{added}"
        margin += _MARGIN
    nothing = words.text("corrections.nothing")
    for each in found.said:
        said = {"before": _short(each.before) or nothing, "after": _short(each.after)}
        yield f"{margin}{words.text('corrections.line', field=each.label, **said)}"
    if found.why:
        yield f"{words.text('corrections.why')} {_short(found.why)}"
    if found.approved_by:
        yield words.text("corrections.approval", by=found.approved_by)
    yield from differences({found.path: (found.before, found.after)}, prefix)


def _short(text: str) -> str:
    """``text`` on a line of a summary: the difference below has all of it."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:119]}…"


def _worse(
    config_file: Path, found: "Correction", prefix: str, words: Locale
) -> tuple[list[Fault], Reporter]:
    """What would be wrong with the records as they are to be, and is not; and who says it.

    A copy of the content folder is checked as it is to be: nothing is written before.
    """
    from chemins.edition import edition_of
    from chemins.reading import lines_of
    from chemins.records import KINDS

    settings = settings_here(config_file, words)
    before = edition_of(settings.content, KINDS, publication=settings.publication)
    with TemporaryDirectory(prefix="chemins-") as folder:
        copy = Path(folder) / "content"
        shutil.copytree(settings.content, copy, symlinks=True, copy_function=_linked)
        file = copy / found.path
        file.unlink()
        file.write_bytes(found.after)
        after = edition_of(copy, KINDS, publication=settings.publication)
        known = {_apart(each) for each in before.faults}
        new = [each for each in after.faults if _apart(each) not in known]
        quoted = lines_of(copy)
        for each in new:
            # Read now what is to be quoted: the copy does not last.
            quoted(each.place.path, each.place.line)
    return new, Reporter(words, quoted, prefix)


def _linked(source: str, target: str) -> str:
    """A copy that takes no room, where the disk can make one."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _apart(fault: Fault) -> tuple[str, str, str, str]:
    """What a fault says, wherever in its file it stands."""
    return (fault.code, fault.place.path, fault.variant, str(fault.values))


def _prefix(folder: Path) -> str:
    shown = folder.as_posix()
    return "" if shown == "." else f"{shown}/"
