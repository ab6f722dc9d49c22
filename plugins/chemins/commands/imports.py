"""The commands ``chemins import …``. Thin, as ``cli.py``: arguments in, words and a code out.

0: done, whatever was doubtful. 1: faults, and nothing is written. 2: could not run.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chemins.commands.correction import import_correction
from chemins.commands.indicators import import_indicators
from chemins.commands.opening import opened, refuse, stop
from chemins.commands.workbook import import_workbook
from chemins.faults import Fault
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import FILE

if TYPE_CHECKING:
    from chemins.imports.choice import Request
    from chemins.imports.origin import Wished
    from chemins.imports.site import Site
    from chemins.records.when import When

_PATH = click.Path(path_type=Path, readable=False)


def import_commands(words: Locale) -> click.Group:
    """The commands that bring data in, in the language of ``words``."""

    @click.group("import", help=words.text("command.import"))
    def group() -> None:
        """``chemins import``."""

    @group.command("quartiers", help=words.text("command.import_quartiers"))
    @click.argument("given", nargs=-1, metavar=words.text("command.import_file"))
    @click.option("--codes", multiple=True, help=words.text("command.import_codes"))
    @click.option("--commune", multiple=True, help=words.text("command.import_commune"))
    @click.option("--departement", multiple=True, help=words.text("command.import_departement"))
    @click.option("--region", multiple=True, help=words.text("command.import_region"))
    @click.option("--all", "every", is_flag=True, help=words.text("command.import_all"))
    @click.option("--source", default="", help=words.text("command.import_source"))
    @click.option("--licence", default="", help=words.text("command.import_licence"))
    @click.option("--date", "day", default="", help=words.text("command.import_date"))
    @click.option("--dry-run", is_flag=True, help=words.text("command.import_dry_run"))
    @click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )
    def quartiers(
        given: tuple[str, ...],
        codes: tuple[str, ...],
        commune: tuple[str, ...],
        departement: tuple[str, ...],
        region: tuple[str, ...],
        every: bool,
        source: str,
        licence: str,
        day: str,
        dry_run: bool,
        config_file: Path,
    ) -> None:
        """Brings official quartiers in."""
        from chemins.imports.choice import Request
        from chemins.imports.listed import plain
        from chemins.imports.origin import Wished

        path, more = _file_and_codes(given, words)
        request = Request((*codes, *more), commune, departement, region, every)
        wished = Wished(plain(source), plain(licence), _date(day, words))
        _import(path, request, wished, _site(config_file, words), words, is_trial=dry_run)

    group.add_command(import_indicators(words))
    group.add_command(import_workbook(words))
    group.add_command(import_correction(words))
    return group


def _file_and_codes(given: Sequence[str], words: Locale) -> tuple[Path, tuple[str, ...]]:
    """The file, and the codes that follow an option which takes one: « --codes A B »."""
    from chemins.imports.choice import typed_codes

    files = [each for each in given if not _is_code(each) or os.path.lexists(each)]
    if len(files) != 1:
        parts = [each for each in files if each.lower().endswith(".shp")]
        if len(parts) != 1:
            stop(words.text("imports.one_file", count=len(files)))
        files = parts
    codes, _ = typed_codes(each for each in given if each not in files)
    return Path(files[0]), codes


def _is_code(text: str) -> bool:
    from chemins.imports.choice import typed_codes

    codes, others = typed_codes([text])
    return bool(codes) and not others


def _date(typed: str, words: Locale) -> "When | None":
    from chemins.records.when import when_in

    if not typed:
        return None
    found = when_in(typed, words)
    return found or stop(words.text("imports.not_a_date", date=typed))


def _site(config_file: Path, words: Locale) -> "Site":
    """The content folder of the site, read; stops when there is none."""
    from chemins.imports.site import site_of
    from chemins.reading import read
    from chemins.records import KINDS

    return opened(config_file, words, lambda content: site_of(read(content, KINDS)))


def _import(
    path: Path,
    request: "Request",
    wished: "Wished",
    site: "Site",
    words: Locale,
    *,
    is_trial: bool,
) -> None:
    from chemins.imports.quartiers import Import, importing, known_in
    from chemins.imports.told import question, told
    from chemins.writing import written_together

    known = known_in(path)
    if isinstance(known, Fault):
        stop(Reporter(words).text([known]))
    if request.is_empty:
        stop(question(known, site, words))
    found = importing(known, site, request, wished)
    if not isinstance(found, Import):
        refuse(found, words)
    if found.is_refused:
        refuse(found.faults, words)
    if not is_trial:
        files = {site.content / name: data for name, data in found.plan.files.items()}
        written_together(files, [site.content / name for name in found.plan.gone])
    click.echo(told(found, site, words, is_trial=is_trial))
    if found.faults:
        click.echo(f"\n{Reporter(words).text(found.faults)}")
