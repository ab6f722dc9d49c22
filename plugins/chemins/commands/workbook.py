"""``chemins export tableur`` and ``chemins import tableur``. Thin, as ``cli.py``.

0: done. 1: faults, and nothing is written. 2: could not run.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chemins.commands.opening import opened, stop
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import FILE

if TYPE_CHECKING:
    from chemins.imports.workbook import Change, WorkbookImport
    from chemins.reading import Content

_PATH = click.Path(path_type=Path, readable=False)
_MARGIN = "   "
_SHOWN = 40
"""How many records a list spells out."""


def export_commands(words: Locale) -> click.Group:
    """The commands that write open formats, in the language of ``words``."""

    @click.group("export", help=words.text("command.export"))
    def group() -> None:
        """``chemins export``."""

    @group.command("tableur", help=words.text("command.workbook_export"))
    @click.argument("file", type=_PATH, metavar=words.text("command.workbook_file"))
    @click.option("--atelier", "is_workshop", is_flag=True, help=words.text("command.workshop"))
    @click.option("--force", is_flag=True, help=words.text("command.force"))
    @click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )
    def tableur(file: Path, is_workshop: bool, force: bool, config_file: Path) -> None:
        """Writes the records as a workbook."""
        _export(file, content_of(config_file, words), words, is_workshop=is_workshop, force=force)

    return group


def import_workbook(words: Locale) -> click.Command:
    """``chemins import tableur``, in the language of ``words``."""

    @click.command("tableur", help=words.text("command.workbook_import"))
    @click.argument("file", type=_PATH, metavar=words.text("command.workbook_file"))
    @click.option("--dry-run", is_flag=True, help=words.text("command.import_dry_run"))
    @click.option("--remove", is_flag=True, help=words.text("command.remove"))
    @click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )
    def tableur(file: Path, dry_run: bool, remove: bool, config_file: Path) -> None:
        """Brings what a workbook changes into the records."""
        _import(file, content_of(config_file, words), words, is_trial=dry_run, removes=remove)

    return tableur


def content_of(config_file: Path, words: Locale) -> "Content":
    """The records of the site; stops when there is no site, or when some cannot be read."""
    from chemins.faults import Severity
    from chemins.reading import lines_of, read
    from chemins.records import KINDS

    content = opened(config_file, words, lambda folder: read(folder, KINDS))
    wrong = [each for each in content.faults if each.severity == Severity.ERROR]
    if wrong:
        folder = content.folder.as_posix()
        reporter = Reporter(words, lines_of(content.folder), "" if folder == "." else f"{folder}/")
        click.echo(reporter.text(wrong))
        click.echo(words.text("workbook.broken"))
        sys.exit(1)
    return content


def _export(
    file: Path, content: "Content", words: Locale, *, is_workshop: bool, force: bool
) -> None:
    from chemins.exports.workbook import workbook_of, workshop
    from chemins.forms.workbook import sheets_of
    from chemins.records import KINDS
    from chemins.writing import written_together

    if file.suffix.lower() != ".xlsx":
        stop(words.text("workbook.not_xlsx", name=file.name))
    if file.exists() and not force:
        stop(words.text("workbook.exists", name=file.as_posix()))
    if os.path.lexists(file) and not file.is_file():
        stop(words.text("workbook.not_a_file", path=file.as_posix()))
    make = workshop if is_workshop else workbook_of
    data = make(content.records, KINDS, content.locale, file.name)
    if not isinstance(data, bytes):
        folder = content.folder.as_posix()
        click.echo(Reporter(words, prefix=f"{folder}/").text(data))
        sys.exit(1)
    written_together({file: data})
    if is_workshop:
        click.echo(words.text("workbook.workshop_made", file=file.as_posix()))
        return
    sheets = len(sheets_of(KINDS, content.locale))
    count = len(content.records)
    click.echo(words.text("workbook.exported", count=count, file=file.as_posix(), sheets=sheets))


def _import(
    file: Path, content: "Content", words: Locale, *, is_trial: bool, removes: bool
) -> None:
    from chemins.faults import Place
    from chemins.faults.causes import unreadable
    from chemins.imports.workbook import importing
    from chemins.records import KINDS
    from chemins.writing import written_together

    try:
        found = importing(file, content, KINDS)
    except OSError as error:
        stop(Reporter(words).text([unreadable(Place(file.as_posix()), error)]))
    if found.faults:
        click.echo(Reporter(words).text(found.faults))
    if found.is_refused:
        click.echo(words.text("imports.nothing"))
        sys.exit(1)
    for line in _told(found, content, words):
        click.echo(line)
    if is_trial:
        click.echo(words.text("workbook.dry_run"))
        return
    erased = bool(found.gone) and (removes or _agreed(len(found.gone), words))
    gone = [content.folder / each.path for each in found.gone] if erased else []
    if not found.files and not gone:
        if found.gone:
            click.echo(words.text("workbook.kept", count=len(found.gone)))
        return
    written_together({content.folder / name: data for name, data in found.files.items()}, gone)
    if found.gone:
        said = "workbook.erased" if erased else "workbook.kept"
        click.echo(words.text(said, count=len(found.gone)))
    click.echo(words.text("workbook.next"))


def _agreed(count: int, words: Locale) -> bool:
    """Whether whoever is at the keyboard says yes; nobody there is no."""
    if not sys.stdin.isatty():
        return False
    return click.confirm(words.text("workbook.ask", count=count), default=False)


def _told(found: "WorkbookImport", content: "Content", words: Locale) -> Iterator[str]:
    """What changes, file by file."""
    folder = content.folder.as_posix()
    prefix = "" if folder == "." else f"{folder}/"
    if not found.files and not found.gone:
        yield words.text("workbook.same")
    for key, changes in (("changed", found.changed), ("added", found.added)):
        if changes:
            yield words.text(f"workbook.{key}", count=len(changes))
            yield from (f"{_MARGIN}{_change(each, prefix)}" for each in changes[:_SHOWN])
            if len(changes) > _SHOWN:
                yield f"{_MARGIN}{words.text('report.more', count=len(changes) - _SHOWN)}"
    if found.gone:
        yield words.text("workbook.removed", count=len(found.gone))
        for each in found.gone:
            yield f"{_MARGIN}{prefix}{each.path}  {each.title}"
            for path, label in each.cited_by:
                cited = words.text("workbook.cited_by", path=f"{prefix}{path}", field=label)
                yield f"{_MARGIN}{cited}"


def _change(change: "Change", prefix: str) -> str:
    fields = f" : {', '.join(change.fields)}" if change.fields else ""
    return f"{prefix}{change.path}  {change.title}{fields}"
