"""``chemins import indicateurs``. Thin, as ``cli.py``: arguments in, words and a code out.

0: done. 1: faults, and nothing is written. 2: could not run.
"""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chemins.commands.opening import refuse, stop
from chemins.commands.workbook import content_of
from chemins.locales import Locale
from chemins.settings import FILE

if TYPE_CHECKING:
    from chemins.imports.figures import Measure
    from chemins.imports.indicators import IndicatorImport
    from chemins.reading import Content
    from chemins.records.when import When

_PATH = click.Path(path_type=Path, readable=False)
_MARGIN = "   "
_SHOWN = 60
"""How many columns a list spells out."""


def import_indicators(words: Locale) -> click.Command:
    """``chemins import indicateurs``, in the language of ``words``."""

    @click.command("indicateurs", help=words.text("figures_import.about"))
    @click.argument("file", type=_PATH, metavar=words.text("figures_import.file"))
    @click.option("--column", "columns", multiple=True, help=words.text("figures_import.column"))
    @click.option("--all", "every", is_flag=True, help=words.text("figures_import.all"))
    @click.option("--date", "day", default="", help=words.text("figures_import.date"))
    @click.option("--source", default="", help=words.text("figures_import.source"))
    @click.option("--dry-run", is_flag=True, help=words.text("command.import_dry_run"))
    @click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )
    def indicateurs(
        file: Path,
        columns: tuple[str, ...],
        every: bool,
        day: str,
        source: str,
        dry_run: bool,
        config_file: Path,
    ) -> None:
        """Brings a table of figures in."""
        from chemins.imports.indicators import Asked, importing
        from chemins.imports.listed import plain
        from chemins.writing import written_together

        date = _date(day, words)
        content = content_of(config_file, words)
        asked = Asked(dict(map(_titled, columns)), every, date, plain(source))
        found = importing(file, content, asked)
        if found.faults:
            refuse(found.faults, words)
        if not columns and not every:
            stop("\n".join(_question(file, found.measures, words)))
        if not found.is_dated:
            stop(words.text("figures_import.undated"))
        if not dry_run:
            written_together({content.folder / name: data for name, data in found.files.items()})
        click.echo("\n".join(_told(file, found, content, words, is_trial=dry_run)))

    return indicateurs


def _titled(typed: str) -> tuple[str, str]:
    """« TX_POV=Taux de pauvreté » → the heading, and the title of its indicator."""
    heading, _, title = typed.partition("=")
    return heading.strip(), title.strip()


def _date(typed: str, words: Locale) -> "When | None":
    from chemins.records.when import when_in

    if not typed:
        return None
    found = when_in(typed, words)
    return found or stop(words.text("imports.not_a_date", date=typed))


def _question(file: Path, measures: "Sequence[Measure]", words: Locale) -> Iterator[str]:
    count = len(measures)
    yield words.text("figures_import.which", count=count, file=file.name)
    yield from _listed((_measure(each, words) for each in measures), count, words)
    first = shlex.quote(measures[0].heading)
    yield words.text("figures_import.how", file=shlex.quote(str(file)), heading=first)


def _told(
    file: Path, found: "IndicatorImport", content: "Content", words: Locale, *, is_trial: bool
) -> Iterator[str]:
    folder = content.folder.as_posix()
    prefix = "" if folder == "." else f"{folder}/"
    if found.made:
        count = len(found.made)
        key = "would" if is_trial else "done"
        yield words.text(f"figures_import.{key}", count=count, file=file.name)
        lines = (f"{prefix}{path}  {_measure(each, words)}" for path, each in found.made.items())
        yield from _listed(lines, count, words)
    if found.kept:
        yield words.text("figures_import.kept", count=len(found.kept))
        lines = (f"{prefix}{path}  {heading}" for heading, path in found.kept.items())
        yield from _listed(lines, len(found.kept), words)
    if found.table in found.files and not is_trial:
        yield words.text("figures_import.copied", path=f"{prefix}{found.table}")
    if found.made and not is_trial:
        yield words.text("figures_import.next")


def _measure(each: "Measure", words: Locale) -> str:
    known = words.text("figures_import.known", count=each.known)
    if each.gaps:
        known = f"{known}, {words.text('figures_import.gaps', count=each.gaps)}"
    return words.text("figures_import.measure", heading=each.heading, known=known)


def _listed(lines: Iterator[str], count: int, words: Locale) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == _SHOWN:
            yield f"{_MARGIN}{words.text('report.more', count=count - _SHOWN)}"
            return
        yield f"{_MARGIN}{line}"
