"""The commands ``chemins format`` and ``chemins upgrade``. Thin, as ``cli.py``.

0: done, or nothing to do. 1: faults, or records that would change. 2: could not run.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chemins.commands.opening import opened, stop
from chemins.faults import Fault, Severity, worst
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import FILE

if TYPE_CHECKING:
    from chemins.upkeep.files import Files
    from chemins.upkeep.formatting import Formatting
    from chemins.upkeep.upgrading import Upgrade

_PATH = click.Path(path_type=Path, readable=False)
Changed = Mapping[str, tuple[bytes, bytes]]


def upkeep_commands(words: Locale) -> tuple[click.Command, click.Command]:
    """The two commands, in the language of ``words``."""
    config = click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )

    @click.command("format", help=words.text("command.upkeep_format"))
    @click.argument("given", nargs=-1, type=_PATH, metavar=words.text("command.upkeep_files"))
    @click.option("--check", is_flag=True, help=words.text("command.upkeep_check"))
    @click.option("--diff", is_flag=True, help=words.text("command.upkeep_diff"))
    @config
    def format_records(given: tuple[Path, ...], check: bool, diff: bool, config_file: Path) -> None:
        """Puts records in the one shape."""
        from chemins.upkeep.formatting import formatting

        files = _files(config_file, words)
        found = formatting(files, _chosen(given, files, words))
        if diff:
            _show(found.changed, files.folder)
        if not (check or diff):
            _write(found.changed, files.folder)
        _tell_shape(found, files, words, is_trial=check or diff)

        heaviest = worst(fault for faults in found.left.values() for fault in faults)
        is_wrong = heaviest is not None and heaviest >= Severity.ERROR
        sys.exit(int(is_wrong or bool(found.at_risk) or (check and bool(found.changed))))

    @click.command("upgrade", help=words.text("command.upkeep_upgrade"))
    @click.option("--dry-run", is_flag=True, help=words.text("command.upkeep_dry_run"))
    @config
    def upgrade_records(dry_run: bool, config_file: Path) -> None:
        """Brings records to the version that the program reads."""
        from chemins.upkeep.upgrading import upgrade

        files = _files(config_file, words)
        found = upgrade(files)
        _refuse(found, files, words)
        if dry_run:
            _show(found.changed, files.folder)
        else:
            _write(found.changed, files.folder)
        said = {"count": len(found.changed), "version": found.version}
        if dry_run:
            click.echo(words.text("upkeep.would_upgrade", **said))
        else:
            click.echo(words.text("upkeep.upgraded", **said))
        _list(found.changed, files.folder)
        if not dry_run:
            click.echo(words.text("upkeep.next"))

    return format_records, upgrade_records


def _files(config_file: Path, words: Locale) -> "Files":
    """The records of the site; stops when there is none."""
    from chemins.upkeep.files import files_in

    return opened(config_file, words, files_in)


def _chosen(given: Iterable[Path], files: "Files", words: Locale) -> frozenset[str] | None:
    """The records that ``given`` name, files or folders; none for all. Stops where one has none."""
    chosen: set[str] = set()
    root = files.folder.resolve()
    for path in given:
        whole = path.resolve()
        inside = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else ""
        found = {
            each.path
            for each in files.listed
            if inside in (each.path, ".") or (inside and each.path.startswith(f"{inside}/"))
        }
        if not found:
            said = {"path": path.as_posix(), "content": files.folder.as_posix()}
            stop(words.text("upkeep.not_a_record", **said))
        chosen |= found
    return frozenset(chosen) or None


def _tell_shape(found: "Formatting", files: "Files", words: Locale, *, is_trial: bool) -> None:
    if found.changed:
        count = len(found.changed)
        if is_trial:
            click.echo(words.text("upkeep.would_format", count=count))
        else:
            click.echo(words.text("upkeep.formatted", count=count))
        _list(found.changed, files.folder)
    elif not found.left and not found.at_risk:
        click.echo(words.text("upkeep.in_shape", count=len(found.same)))
    for path in found.at_risk:
        click.echo(words.text("upkeep.at_risk", path=_shown(files.folder, path)))
    if found.left:
        click.echo(words.text("upkeep.left", count=len(found.left)))
        _report((fault for each in found.left.values() for fault in each), files, words)


def _refuse(found: "Upgrade", files: "Files", words: Locale) -> None:
    """Stops where nothing is to be done, or nothing can be."""
    if found.found > found.version:
        stop(words.text("upkeep.newer", version=found.found, known=found.version), 1)
    if found.found == found.version:
        click.echo(words.text("upkeep.current", version=found.version))
        sys.exit(0)
    if found.faults:
        _report(found.faults, files, words)
        stop(words.text("upkeep.unread"), 1)
    if not found.says_version:
        file = f"{files.locale.text('kinds.territory.file')}.md"
        stop(words.text("upkeep.no_territory", file=_shown(files.folder, file)), 1)


def _report(faults: Iterable[Fault], files: "Files", words: Locale) -> None:
    from chemins.reading import lines_of

    prefix = _shown(files.folder, "")
    click.echo(Reporter(words, lines_of(files.folder), prefix).text(faults))


def _write(changed: Changed, folder: Path) -> None:
    from chemins.writing import written_together

    written_together({folder / path: after for path, (_, after) in changed.items()})


def _show(changed: Changed, folder: Path) -> None:
    from chemins.writing.differences import differences

    for line in differences(changed, _shown(folder, "")):
        click.echo(line)


def _list(changed: Changed, folder: Path) -> None:
    for path in changed:
        click.echo(f"   {_shown(folder, path)}")


def _shown(folder: Path, path: str) -> str:
    """``path`` as it opens from here."""
    shown = folder.as_posix()
    return path if shown == "." else f"{shown}/{path}"
