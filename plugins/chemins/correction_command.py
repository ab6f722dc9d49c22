"""The command ``chemins import correction``. Thin, as ``cli.py``.

0: brought in, or a trial. 1: faults, and nothing is written. 2: could not run.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from chemins.faults import Fault, Severity
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import FILE, Settings, settings_of
from chemins.workbook_command import content_of

if TYPE_CHECKING:
    from chemins.imports.correction import Correction

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
    if found.faults:
        click.echo(Reporter(words, _lines_of(data)).text(found.faults))
    if found.is_refused:
        click.echo(words.text("imports.nothing"))
        sys.exit(1)
    settings = settings_of(config_file)
    assert isinstance(settings, Settings)
    prefix = _prefix(content.folder)
    for line in _told(found, prefix, words, is_trial=is_trial):
        click.echo(line)
    _refuse_worse(settings, found, prefix, words)
    if is_trial:
        click.echo(words.text("corrections.dry_run"))
        return
    written_together({content.folder / found.path: found.after})
    click.echo(words.text("corrections.next"))


def _bytes_of(file: Path, words: Locale) -> bytes:
    """What ``file`` holds, no more of it than a form can; stops when it cannot be read."""
    from chemins.faults import Place
    from chemins.faults.causes import unreadable
    from chemins.reading.encoding import MAX_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        click.echo(Reporter(words).text([unreadable(Place(file.as_posix()), error)]), err=True)
        sys.exit(2)


def _lines_of(data: bytes) -> Callable[[str, int], str]:
    lines = data.decode("utf-8", "replace").splitlines()
    return lambda _, number: lines[number - 1] if 0 < number <= len(lines) else ""


def _told(found: "Correction", prefix: str, words: Locale, *, is_trial: bool) -> Iterator[str]:
    """What changes, in the officer's words, then line by line."""
    from chemins.writing.differences import differences

    key = "corrections.would" if is_trial else "corrections.done"
    yield words.text(key, path=f"{prefix}{found.path}", title=found.title)
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


def _refuse_worse(settings: Settings, found: "Correction", prefix: str, words: Locale) -> None:
    """Stops when the records would be wrong as they are to be, and were not; tells what is new.

    A copy of the content folder is checked as it is to be: nothing is written before.
    """
    from chemins.edition import edition_of
    from chemins.reading import lines_of
    from chemins.records import KINDS

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
        if new:
            click.echo(Reporter(words, lines_of(copy), prefix).text(new))
    if any(each.severity == Severity.ERROR or each.code in _ABOUT_PERSONS for each in new):
        click.echo(words.text("corrections.broken"))
        sys.exit(1)


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
