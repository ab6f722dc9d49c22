"""A defect of the product, or of what a site adds to it: where it is, and whom to tell."""

import platform
import sysconfig
import traceback
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from chemins.locales import Locale

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = frozenset(Path(path) for path in sysconfig.get_paths().values())
"""Where Python and the libraries are."""

_CALLS_PLUGINS = ("mkdocs", "plugins.py")
"""The module of MkDocs that calls plugins and hooks."""


def unforeseen(error: BaseException, locale: Locale) -> str:
    """What nobody foresaw, in a few lines: they are all that a report of the defect needs."""
    frames = traceback.extract_tb(error.__traceback__)
    guest = _guest([Path(frame.filename) for frame in frames])
    # Where a library fails says little: what gave it its work says more.
    near = [each for each in frames if _PACKAGE in Path(each.filename).parents]
    at = [each for each in frames if guest == Path(each.filename)] or near or frames
    said = locale.text(
        "stops.unforeseen",
        place=f"{shown(at[-1].filename)}:{at[-1].lineno}" if at else "?",
        reason=f"{type(error).__name__}: {error}",
    )
    if guest:
        return f"{said}\n{locale.text('stops.theirs', file=shown(guest))}"
    values = {"version": version("chemins"), "python": platform.python_version()}
    return f"{said}\n{locale.text('stops.ours', **values)}"


def shown(path: str | Path) -> str:
    """``path`` as it opens from where the command runs."""
    path, here = Path(path), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _guest(files: list[Path]) -> Path | None:
    """The file of a hook or of a plugin of others that failed, innermost first; none: of ours."""
    for caller, file in reversed(list(pairwise(files))):
        if _PACKAGE in file.parents:
            return None
        if not _INSTALLED.intersection(file.parents) and file.is_file():
            return file
        if caller.parts[-2:] == _CALLS_PLUGINS != file.parts[-2:]:
            return file
    return None
