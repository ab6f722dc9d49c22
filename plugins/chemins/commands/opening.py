"""The site that a command is run on, and how a command ends that cannot do its work."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from chemins.faults import Fault, Place
from chemins.faults.report import Reporter
from chemins.locales import Locale
from chemins.settings import Settings, settings_of

T = TypeVar("T")


def stop(said: str, code: int = 2) -> NoReturn:
    """Says why nothing is done, and ends."""
    click.echo(said, err=True)
    sys.exit(code)


def refuse(faults: Iterable[Fault], words: Locale) -> NoReturn:
    """Tells what is wrong with what was to be brought in, and that nothing is."""
    click.echo(Reporter(words).text(faults))
    click.echo(words.text("imports.nothing"))
    sys.exit(1)


def settings_here(config_file: Path, words: Locale) -> Settings:
    """The settings of the site; stops when there is none."""
    if not os.path.lexists(config_file):
        stop(words.text("command.no_site"))
    settings = settings_of(config_file)
    if isinstance(settings, Fault):
        stop(Reporter(words).text([settings]))
    return settings


def opened(config_file: Path, words: Locale, read: Callable[[Path], T]) -> T:
    """What ``read`` makes of the content folder of the site; stops when it cannot be read."""
    from chemins.faults.causes import unreadable

    content = settings_here(config_file, words).content
    try:
        return read(content)
    except OSError as error:
        stop(Reporter(words).text([unreadable(Place(f"{content.as_posix()}/"), error)]))
