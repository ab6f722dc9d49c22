"""The command ``chemins``. Thin: it reads arguments, calls, prints, and gives an exit code.

0: done, nothing wrong. 1: faults. 2: could not run.
"""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from chemins.clock import wrong_epoch
from chemins.commands.forms import forms_commands
from chemins.commands.imports import import_commands
from chemins.commands.new import new_command
from chemins.commands.site import export_site
from chemins.commands.upkeep import upkeep_commands
from chemins.commands.words import name_parts, speak
from chemins.commands.workbook import export_commands
from chemins.faults import Fault, Severity, worst
from chemins.faults.catalog import explained
from chemins.faults.report import BEGINS, ENDS, Reporter
from chemins.locales import LANGUAGES, Locale, load
from chemins.settings import FILE, Settings, settings_in, settings_of

if TYPE_CHECKING:
    from chemins.reading import Memory

_FORMATS = ("text", "json", "github", "editor")
_PATH = click.Path(path_type=Path, readable=False)
"""What cannot be read is told by us, not by click."""


def _reader() -> Locale:
    """The language of whoever types: what the environment says, if the product speaks it."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return load(spoken[:2] if spoken[:2] in LANGUAGES else LANGUAGES[0])


_WORDS = _reader()
speak(_WORDS)


def _said(key: str) -> str:
    return _WORDS.text(f"command.{key}")


_strict = click.option("--strict", is_flag=True, help=_said("strict"))
_config = click.option("-f", "--config-file", default=FILE, type=_PATH, help=_said("config_file"))


class _Commands(click.Group):
    """Ends every command with a sentence, whatever comes."""

    def invoke(self, ctx: click.Context) -> Any:
        """The command; what nobody caught is said in the reader's language, with 2 as the code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)
        except Exception as error:
            from chemins.faults.refusals import refusal
            from chemins.faults.unforeseen import unforeseen

            if isinstance(error, OSError | MemoryError):
                click.echo(refusal(error, _WORDS, _said("output")), err=True)
            else:
                click.echo(unforeseen(error, _WORDS), err=True)
            sys.exit(2)


@click.group(cls=_Commands, help=_said("about"))
@click.version_option(package_name="chemins")
def main() -> None:
    """``chemins``."""
    _read_names_as_utf8()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command(help=_said("check"))
@click.argument("folder", default=".", type=_PATH, metavar=f"[{_said('folder')}]")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help=_said("format"))
@click.option("--watch", is_flag=True, help=_said("watch"))
@_strict
def check(folder: Path, form: str, watch: bool, strict: bool) -> None:
    """Checks the records without building."""
    if watch:
        from chemins.reading import Memory
        from chemins.watching import changes_in, watched

        memory = Memory()
        for _ in changes_in(lambda: watched(folder)):
            click.echo(f"{BEGINS} {_said('watch_begins')}")
            with suppress(SystemExit):
                _check(folder, form, memory)
            click.echo(f"{ENDS} {_said('watch_ends')}")
    sys.exit(_exit_code(_check(folder, form), strict))


def _check(folder: Path, form: str, memory: "Memory | None" = None) -> tuple[Fault, ...]:
    """Says what is wrong with the records of the site in ``folder``.

    ``memory`` keeps what is read for the next look.
    """
    from chemins.edition import edition_of
    from chemins.reading import lines_of
    from chemins.records import KINDS

    settings = _settings(folder, form)
    try:
        edition = edition_of(
            settings.content, KINDS, publication=settings.publication, memory=memory
        )
    except OSError as error:
        _cannot_read(settings.content, error, form)
    content = edition.content
    if form == "text" and not edition.faults:
        click.echo(content.locale.text("report.none", count=len(content.records)))
    elif edition.faults or form != "editor":
        prefix = _prefix(content.folder)
        reporter = Reporter(content.locale, lines_of(content.folder), prefix)
        click.echo(_reported(edition.faults, reporter, form))
    return edition.faults


@main.command(help=_said("explain"))
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help=_said("explain_all"))
@click.option("--handbook", type=_PATH, metavar=_said("folder"), help=_said("explain_handbook"))
def explain(code: str | None, every: bool, handbook: Path | None) -> None:
    """Explains a code, a kind of record and its fields, or every code there is."""
    from chemins.checks.codes import severities

    if every or handbook:
        _explain_all(handbook)
        return
    known = severities()
    if code and (weight := known.get(code.upper())):
        click.echo(explained(code.upper(), weight, _WORDS))
        return
    from chemins.forms.fields import described
    from chemins.records import KINDS
    from chemins.records.words import kind_name

    # A kind is named, and then explained, in the language of the site: not always the reader's.
    for locale in (_WORDS, *map(load, LANGUAGES)):
        if code and (kind := KINDS.named(code, locale)):
            click.echo(described(kind, locale))
            return
    codes, kinds = sorted(known), (kind_name(kind.kind, _WORDS) for kind in KINDS)
    said = {"code": code, "codes": ", ".join(codes), "kinds": ", ".join(kinds)}
    answer = _WORDS.text("report.unknown_code" if code else "report.nothing_named", **said)
    click.echo(answer, err=True)
    sys.exit(2)


def _explain_all(folder: Path | None) -> None:
    """Prints the list of all codes, or writes what is derived of the handbook in ``folder``."""
    from chemins.checks.handbook import every_code, handbook
    from chemins.forms.handbook import kinds_page
    from chemins.records import KINDS

    if folder is None:
        click.echo(every_code(_WORDS), nl=False)
        return
    pages = {**handbook(_WORDS), **kinds_page(KINDS, _WORDS)}
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="\n")
    click.echo(_WORDS.text("command.written", count=len(pages), path=folder.as_posix()))


@main.command(help=_said("build"))
@_config
@click.option("-d", "--site-dir", type=_PATH, help=_said("site_dir"))
@_strict
def build(config_file: Path, site_dir: Path | None, strict: bool) -> None:
    """Builds beside the published site, then exchanges the two."""
    _needs(config_file)
    from chemins.engines.mkdocs.build import build_site

    sys.exit(build_site(config_file, site_dir, strict=strict, say=_say))


@main.command(help=_said("serve"))
@_config
@click.option("-a", "--dev-addr", default=None, metavar="IP:PORT", help=_said("address"))
def serve(config_file: Path, dev_addr: str | None) -> None:
    """Previews with live reload."""
    _needs(config_file)
    from chemins.engines.mkdocs.serve import serve_site

    sys.exit(serve_site(config_file, dev_addr, say=_say))


@main.command(help=_said("pages"))
@click.argument("target", type=_PATH, metavar=_said("folder"))
@_config
def pages(target: Path, config_file: Path) -> None:
    """Writes the pages for another generator."""
    _needs(config_file)
    from chemins.engines.folder import write_pages

    sys.exit(write_pages(config_file, target, say=_say))


main.add_command(import_commands(_WORDS))
main.add_command(new_command(_WORDS))
for each in (*upkeep_commands(_WORDS), *forms_commands(_WORDS)):
    main.add_command(each)
_exports = export_commands(_WORDS)
_exports.add_command(export_site(_WORDS))
main.add_command(_exports)
name_parts(main, _WORDS)


def _read_names_as_utf8() -> None:
    """Starts again where the locale would read the names of files otherwise, and so our addresses.

    Python takes UTF-8 under most locales, but not under those of another charset.
    """
    if sys.getfilesystemencoding() != "utf-8" and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _say(text: str) -> None:
    """Prints; when nobody listens or the words find no room, what is being built goes on."""
    try:
        click.echo(text)
    except OSError as error:
        # What waits in the stream, if anything does, would be refused again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        with suppress(OSError):
            sys.stdout.flush()
        if not isinstance(error, BrokenPipeError):
            with suppress(OSError):
                click.echo(text, err=True)
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())


def _needs(config_file: Path) -> None:
    """Stops when there is no site here to work on."""
    if not os.path.lexists(config_file):
        click.echo(_said("no_site"), err=True)
        sys.exit(2)
    if (said := wrong_epoch()) is not None:
        click.echo(_WORDS.text("command.wrong_epoch", said=said[:40]), err=True)
        sys.exit(2)
    settings = settings_of(config_file)
    if isinstance(settings, Fault):
        _cannot_run(settings)


def _settings(folder: Path, form: str) -> Settings:
    """The settings of the site in ``folder``, or of the records that it holds; stops without."""
    from chemins.reading import misplaced
    from chemins.records import KINDS

    try:
        wrong = None if os.path.lexists(folder / FILE) else misplaced(folder, KINDS)
    except OSError as error:
        _cannot_read(folder, error, form)
    settings = wrong or settings_in(folder)
    if isinstance(settings, Fault):
        _cannot_run(settings, form)
    return settings


def _reported(faults: Sequence[Fault], reporter: Reporter, form: str) -> str:
    said: str = getattr(reporter, form)(faults)
    return said


def _cannot_run(fault: Fault, form: str = "text") -> NoReturn:
    # A program reads what it asked for where it asked for it.
    click.echo(_reported([fault], Reporter(_WORDS), form), err=form == "text")
    sys.exit(2)


def _cannot_read(folder: Path, error: OSError, form: str) -> NoReturn:
    from chemins.faults import Place
    from chemins.faults.causes import unreadable

    _cannot_run(unreadable(Place(f"{folder.as_posix().rstrip('/')}/"), error), form)


def _exit_code(faults: tuple[Fault, ...], strict: bool) -> int:
    stops = Severity.WARNING if strict else Severity.ERROR
    heaviest = worst(faults)
    return int(heaviest is not None and heaviest >= stops)


def _prefix(folder: Path) -> str:
    """What to write before a path of ``folder`` so that it opens from here."""
    shown = folder.as_posix()
    return "" if shown == "." else f"{shown}/"
