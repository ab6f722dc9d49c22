"""Folders copied file by file."""

import shutil
from collections.abc import Collection
from pathlib import Path


def copy_tree(source: Path, target: Path, without: Collection[str] = ()) -> None:
    """Copies what is in the folder ``source``, but for names in ``without``; links stay links.

    Stops at the first refusal and gives its reason, where ``shutil.copytree`` goes on and gives
    none.

    Raises:
        OSError: the disk refuses.
    """
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.name in without:
            continue
        if entry.is_dir() and not entry.is_symlink():
            copy_tree(entry, target / entry.name, without)
        else:
            shutil.copy2(entry, target / entry.name, follow_symlinks=False)
