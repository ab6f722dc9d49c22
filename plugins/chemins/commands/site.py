"""``chemins export site``: the built site as one file for any host. Thin, as ``cli.py``.

0: written, or there already, the same. 1: the site is not whole. 2: could not run.
"""

from pathlib import Path

import click

from chemins.commands.opening import settings_here, stop
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import FILE

_PATH = click.Path(path_type=Path, readable=False)


def export_site(words: Locale) -> click.Command:
    """The command, in the language of ``words``."""

    @click.command("site", help=words.text("command.site_export"))
    @click.argument("file", type=_PATH, metavar=words.text("command.site_file"))
    @click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )
    def site(file: Path, config_file: Path) -> None:
        """Archives the built site."""
        from chemins.engines.archive import SUM, address_in, archived, faults_of, files_in, sum_of
        from chemins.faults import Place
        from chemins.faults.causes import unreadable
        from chemins.writing import written_together

        folder = settings_here(config_file, words).site
        _may_be_written(file, folder, words)
        try:
            wrong = faults_of(folder, folder.as_posix())
            files = {} if wrong else files_in(folder)
        except OSError as error:
            wrong = [unreadable(Place(folder.as_posix()), error)]
        if wrong:
            prefix = "" if wrong[0].code[0] != "G" else f"{folder.as_posix()}/"
            click.echo(Reporter(words, prefix=prefix).text(wrong))
            stop(words.text("archive.nothing"), 1)
        data = archived(files, file.name)
        if file.is_file() and file.read_bytes() != data:
            stop(words.text("archive.exists", name=file.as_posix()))
        beside = file.with_name(f"{file.name}{SUM}")
        written_together({file: data, beside: sum_of(data, file.name)})
        said = {"name": file.as_posix(), "count": len(files) - 1, "beside": beside.name}
        click.echo(words.text("archive.made", **said))
        if not address_in(files["index.html"]):
            click.echo(words.text("archive.nowhere"))

    return site


def _may_be_written(file: Path, site: Path, words: Locale) -> None:
    """Stops where an archive cannot be: it would be no archive, or part of what it holds."""
    from chemins.engines.archive import ENDINGS, ending_of

    if not ending_of(file.name):
        stop(words.text("archive.ending", name=file.name, endings=words.listing(ENDINGS)))
    if file.is_dir():
        stop(words.text("archive.folder", name=file.as_posix()))
    if file.resolve().is_relative_to(site.resolve()):
        stop(words.text("archive.inside", name=file.as_posix(), site=site.as_posix()))
