"""Where a strategy is, before any of its files is read: is this its folder, or which one is?"""

import os
from pathlib import Path

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import LANGUAGES, fold, load
from chemins.reading.folder import is_nearly
from chemins.records.kinds import Kinds


def misplaced(path: Path, kinds: Kinds) -> Fault | None:
    """What is wrong with ``path`` as a folder of records; none when it may be one, or is not there.

    Only names are looked at, and only those at its top: any folder of a disk may be given.

    Raises:
        OSError: the folder cannot be read.
    """
    if path.is_file():
        return _fault("file", path, _holder(path, kinds) or path.parent)
    if not path.is_dir() or _holds_records(path, kinds):
        return None
    holder = _holder(path, kinds)
    return _fault("inside" if holder else "nothing", path, holder or path)


def _fault(variant: str, path: Path, holder: Path) -> Fault:
    shown = path.as_posix()
    place = Place(shown if variant == "file" or shown == "." else f"{shown}/")
    folder = holder if path.is_absolute() else Path(os.path.relpath(holder))
    return fault("S-CONTENT", place, variant, path=shown, folder=folder.as_posix())


def _holds_records(folder: Path, kinds: Kinds) -> bool:
    folders, files = _folders(kinds), _files(kinds)
    with os.scandir(folder) as entries:
        return any(
            # A folder that is nearly one of a kind's gets its own fault from reading.
            any(is_nearly(entry.name, name) for name in folders)
            if entry.is_dir()
            else fold(entry.name) in files
            for entry in entries
        )


def _holder(path: Path, kinds: Kinds) -> Path | None:
    """The folder of records that ``path`` is in; none when no folder of a kind leads to it."""
    inside = path.resolve()
    names = _folders(kinds) | _files(kinds)
    for holder in inside.parents:
        if fold(inside.relative_to(holder).parts[0]) in names:
            return holder
    return None


def _folders(kinds: Kinds) -> set[str]:
    """The folders of kinds, folded, in any language."""
    return {fold(name) for each in LANGUAGES for name in kinds.folders(load(each))}


def _files(kinds: Kinds) -> set[str]:
    """The files of the kinds that there is one of, folded, in any language."""
    return {f"{fold(name)}.md" for each in LANGUAGES for name in kinds.singles(load(each))}
