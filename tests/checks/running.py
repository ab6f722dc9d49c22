"""How a case is run: by the command a person types, and as the faults that the command says."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page
from tests.checks.cases import Case
from tests.helpers import context_of

from chemins.cleaning.allowed import Allowed
from chemins.clock import EPOCH
from chemins.configuration import Configuration, configuration_of
from chemins.edition import Edition, edition_of
from chemins.engines.context import site_faults
from chemins.engines.exchange import BusyError, workspace
from chemins.engines.mkdocs.by_hand import PagesByHand
from chemins.engines.mkdocs.files import add_pages
from chemins.engines.mkdocs.lacking import lacking
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.pages.build import site_of
from chemins.records import KINDS
from chemins.settings import settings_in

TODAY = 1_772_323_200
"""The day of every case: 1 March 2026."""


@contextmanager
def standing(case: Case, folder: Path) -> Iterator[Path]:
    """The folder in which to run ``case``, with the disk as the case wants it."""
    case.laid(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv(EPOCH, str(TODAY))
        if case.unreadable:
            for holder, name in ((Path, "read_bytes"), (Path, "read_text"), (os, "open")):
                patch.setattr(holder, name, _refusing(case.unreadable, getattr(holder, name)))
        if case.closed:
            patch.setattr(os, "scandir", _refusing(case.closed, os.scandir))
        if case.busy:
            with workspace(folder / "site"):
                yield Path()
        else:
            yield Path()


def _refusing(paths: list[str], read: Callable[..., Any]) -> Callable[..., Any]:
    # Permissions stop nobody who runs the tests as root; this does.
    def refusing(path: Any, *how: Any, **rest: Any) -> Any:
        if Path(path).as_posix() in paths:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path, *how, **rest)

    return refusing


def faults_of(case: Case, folder: Path) -> tuple[Fault, ...]:
    """What is wrong in ``folder``, as the command of ``case`` finds it."""
    settings = settings_in(folder)
    if isinstance(settings, Fault):
        return (settings,)
    if case.busy:
        return (_busy(settings.site),)
    if case.command == "build":
        written = configuration_of(folder / "mkdocs.yml")
        assert isinstance(written, Configuration)
        if lacks := lacking(written):
            return lacks
    edition = edition_of(settings.content, KINDS, publication=settings.publication)
    if case.command == "check":
        return edition.faults
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins._current_plugin = "chemins/strategy"
    files = get_files(config)
    for path in edition.content.record_files:
        if file := files.get_file_from_path(path):
            files.remove(file)
    pages = add_pages(site_of(context_of(edition), "Une stratégie"), files, config)
    return (*site_faults(edition), *pages, *_rendered(edition, files, config))


def _rendered(edition: Edition, files: Files, config: MkDocsConfig) -> list[Fault]:
    """What is wrong with the pages written by hand, as their rendering shows it."""
    by_hand = PagesByHand(edition.content, Allowed())
    for file in files.documentation_pages():
        if file.generated_by is None:
            page = Page(None, file, config)
            html = markdown.markdown(by_hand.source(page), extensions=config.markdown_extensions)
            by_hand.cleaned(html, page, config)
    return by_hand.faults


def _busy(site: Path) -> Fault:
    with pytest.raises(BusyError), workspace(site):
        pass
    return fault("S-BUSY", Place(str(site)))
