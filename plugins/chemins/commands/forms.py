"""The commands ``chemins schema`` and ``chemins forms``: what other programs know of the records.

Thin, as ``cli.py``. 0: written. 2: could not run.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chemins.commands.opening import opened, settings_here, stop
from chemins.locales import LANGUAGES, Locale, load
from chemins.settings import FILE

if TYPE_CHECKING:
    from chemins.reading import Content
    from chemins.records.base import Record

_PATH = click.Path(path_type=Path, readable=False)


def forms_commands(words: Locale) -> tuple[click.Command, ...]:
    """The commands, in the language of ``words``."""
    config = click.option(
        "-f", "--config-file", default=FILE, type=_PATH, help=words.text("command.config_file")
    )

    folder = f"[{words.text('command.folder')}]"

    @click.command("schema", help=words.text("command.schema"))
    @click.argument("target", required=False, type=_PATH, metavar=folder)
    @click.option("--kind", "chosen", multiple=True, help=words.text("command.schema_kind"))
    @click.option("--vscode", is_flag=True, help=words.text("command.schema_vscode"))
    @config
    def schema(
        target: Path | None, chosen: tuple[str, ...], vscode: bool, config_file: Path
    ) -> None:
        """Writes the JSON Schema of each kind, and what an editor completes with."""
        from chemins.forms.editor import FOLDER
        from chemins.forms.editor_files import editor_files, named_in, schema_files
        from chemins.records import KINDS

        content = _content(config_file, words)
        kinds = _kinds(chosen, content.locale, words)
        named = named_in(content.records, content.drafts)
        here = config_file.parent
        files = {}
        if target or not vscode:
            folder = target or here / FOLDER / "schemas"
            said = schema_files(kinds or KINDS, content.locale, named)
            files = {folder / name: text for name, text in said.items()}
        kept: list[Path] = []
        if vscode:
            made = editor_files(KINDS, content.locale, named)
            files |= {here / name: text for name, text in made.ours.items()}
            theirs = {here / name: text for name, text in made.theirs.items()}
            kept = [path for path in theirs if os.path.lexists(path)]
            files |= {path: text for path, text in theirs.items() if path not in kept}
        for shown, count in _written(files):
            click.echo(words.text("editor.written", count=count, folder=shown))
        for path in kept:
            click.echo(words.text("editor.kept", path=path.as_posix()))

    @click.command("forms", help=words.text("command.forms"))
    @click.argument("target", required=False, type=_PATH, metavar=folder)
    @config
    def forms(target: Path | None, config_file: Path) -> None:
        """Writes the forms of corrections."""
        from chemins.forms.issue_forms import FOLDER, issue_forms
        from chemins.reading.language import language_of
        from chemins.records import KINDS

        settings = settings_here(config_file, words)
        folder = target or config_file.parent / FOLDER
        said = issue_forms(KINDS, load(language_of(settings.content)))
        files = {folder / name: text for name, text in said.items()}
        for shown, count in _written(files):
            click.echo(words.text("corrections.written", count=count, folder=shown))

    return (schema, forms)


def _kinds(chosen: tuple[str, ...], locale: Locale, words: Locale) -> "tuple[type[Record], ...]":
    """The kinds that are named; stops where one is none."""
    from chemins.records import KINDS
    from chemins.records.words import kind_name

    found: list[type[Record]] = []
    for word in chosen:
        spoken = (locale, words, *map(load, LANGUAGES))
        kind = next((each for said in spoken if (each := KINDS.named(word, said))), None)
        if kind is None:
            known = ", ".join(kind_name(each.kind, words) for each in KINDS)
            stop(words.text("editor.unknown_kind", kind=word, kinds=known))
        found.append(kind)
    return tuple(found)


def _content(config_file: Path, words: Locale) -> "Content":
    """What can be read of the records of the site; stops when there is no site."""
    from chemins.reading import read
    from chemins.records import KINDS

    return opened(config_file, words, lambda content: read(content, KINDS))


def _written(files: Mapping[Path, str]) -> Iterator[tuple[str, int]]:
    """Writes ``files``; each folder, and how many of them are in it."""
    from chemins.writing import written_together

    written_together({path: text.encode() for path, text in files.items()})
    yield from Counter(path.parent.as_posix() for path in files).items()
