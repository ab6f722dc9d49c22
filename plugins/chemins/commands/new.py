"""The command ``chemins new``. Thin, as ``cli.py``: it asks, calls, writes, and says what is next.

0: written. 2: something keeps the site from being written, and nothing is.
"""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import click

from chemins.faults.fault import Word
from chemins.locales import Locale, load
from chemins.new import Wished, site_files
from chemins.new.origin import installed_from, is_repository
from chemins.new.wished import (
    codes_in,
    named,
    said,
    wrong_codes,
    wrong_language,
    wrong_name,
)
from chemins.writing import written_together

_OWN = frozenset({".git"})
"""What may be in a folder that is said to be empty: a repository that waits for its first files."""


def new_command(words: Locale) -> click.Command:
    """The command, in the language of ``words``."""

    @click.command("new", help=words.text("command.new"))
    @click.argument("given", nargs=-1, metavar=words.text("command.new_folder"))
    @click.option("--name", help=words.text("command.new_name"))
    @click.option("--language", help=words.text("command.new_language"))
    @click.option("--codes", multiple=True, help=words.text("command.new_codes"))
    @click.option("--origin", default="", help=words.text("command.new_origin"))
    def new(
        given: tuple[str, ...],
        name: str | None,
        language: str | None,
        codes: tuple[str, ...],
        origin: str,
    ) -> None:
        """Starts a territory."""
        folder, more = _folder_and_codes(given, words)
        _may_be_written(folder, words)
        if origin and not is_repository(origin):
            _stop([Word("new.wrong.origin", {"origin": origin})], words)
        name = (name or "").strip() or None
        if name is None and not _somebody_answers():
            _stop([Word("new.wrong.unsaid", {"folder": _typed(folder.as_posix())})], words)
        wished = _wished(name, language, (*codes, *more), words)
        origin = origin or installed_from()
        files = site_files(wished, origin)
        written_together({folder / path: data for path, data in files.items()})
        _tell(folder, wished, files, words, is_known=bool(origin))

    return new


def _folder_and_codes(given: tuple[str, ...], words: Locale) -> tuple[Path, tuple[str, ...]]:
    """The folder, and the codes that follow an option which takes one: « --codes A B »."""
    folders = [each for each in given if next(wrong_codes(codes_in([each])), None)]
    if len(folders) != 1:
        _stop([Word("new.wrong.one_folder", {"count": len(folders) or 1})], words)
    return Path(folders[0]), tuple(each for each in given if each not in folders)


def _somebody_answers() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _may_be_written(folder: Path, words: Locale) -> None:
    """Stops when ``folder`` holds something: nothing is ever written over."""
    other = f"{folder.absolute().name}-2"
    said = {"path": folder.as_posix(), "other": other}
    if os.path.lexists(folder) and not folder.is_dir():
        _stop([Word("new.wrong.file", said)], words)
    if folder.is_dir() and {entry.name for entry in folder.iterdir()} - _OWN:
        _stop([Word("new.wrong.not_empty", said)], words)


def _wished(
    name: str | None, language: str | None, codes: tuple[str, ...], words: Locale
) -> Wished:
    """What is asked for: what was typed with the command; without a name, answers to questions."""
    typed = codes_in(codes)
    wrong = [
        wrong_name(name) if name is not None else None,
        wrong_language(language) if language is not None else None,
        *wrong_codes(typed),
    ]
    if any(wrong):
        _stop(filter(None, wrong), words)
    asks = name is None
    if name is None:
        name = _asked("name", words, wrong_name)
    if language is None:
        language = words.language
        if asks:
            language = _asked("language", words, wrong_language, otherwise=language)
    if asks and not codes:
        typed = codes_in([_asked("codes", words, _wrong_codes, otherwise="")])
    quartiers = tuple((code, _quartier(code, words) if asks else "") for code in typed)
    return Wished(named(name), language.strip().lower(), quartiers)


def _quartier(code: str, words: Locale) -> str:
    return named(_asked("quartier", words, _wrong_if_any, otherwise="", code=code))


def _wrong_if_any(typed: str) -> Word | None:
    return wrong_name(typed) if typed.strip() else None


def _wrong_codes(typed: str) -> Word | None:
    return next(wrong_codes(codes_in([typed])), None)


def _asked(
    question: str,
    words: Locale,
    wrong: Callable[[str], Word | None],
    otherwise: str | None = None,
    **values: str,
) -> str:
    """The answer to ``question``, asked again as long as something is wrong with it."""
    while True:
        text = words.text(f"new.ask.{question}", **values)
        answer: str = click.prompt(
            text, default=otherwise, show_default=bool(otherwise), prompt_suffix=" "
        )
        found = wrong(answer)
        if found is None:
            return answer
        click.echo(said(found, words))


def _tell(
    folder: Path, wished: Wished, files: Iterable[str], words: Locale, *, is_known: bool
) -> None:
    path = folder.as_posix()
    title = load(wished.language).text("new.title", name=wished.name)
    count = sum(file.startswith("content/") for file in files)
    click.echo(words.text("new.done", count=count, title=title, path=path))
    click.echo(words.text("new.next", path=_typed(path)) if path != "." else words.text("new.here"))
    if codes := ",".join(code for code, _ in wished.quartiers):
        click.echo(words.text("new.outlines", codes=codes))
    if not is_known:
        click.echo(words.text("new.origin"))
    click.echo(words.text("new.readme"))


def _typed(path: str) -> str:
    """``path`` as one types it after a command."""
    return path if path.isprintable() and not set(path) & set(" '\"$`\\&;()") else f'"{path}"'


def _stop(wrong: Iterable[Word], words: Locale) -> NoReturn:
    for each in wrong:
        click.echo(said(each, words), err=True)
    sys.exit(2)
