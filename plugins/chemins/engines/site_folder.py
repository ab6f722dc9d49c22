"""The folder of a published site: where it may be, and what of it no build makes."""

import shutil
from pathlib import Path

from chemins.engines.copying import copy_tree

_SIGNS = ("index.html", "404.html", "sitemap.xml")


def misplaced(live: Path, content: Path) -> bool:
    """Whether publishing into ``live`` would publish the site into itself, or erase ``content``."""
    live, content = live.resolve(), content.resolve()
    return live.is_relative_to(content) or content.is_relative_to(live)


def holds_something_else(live: Path) -> bool:
    """Whether ``live`` holds files and none that a site has: publishing would erase them."""
    if not live.is_dir() or any((live / sign).exists() for sign in _SIGNS):
        return False
    return any(not each.name.startswith(".") for each in live.iterdir())


def keep_hidden(live: Path, new: Path) -> None:
    """Copies to ``new`` the hidden files of ``live``: those of a server or of a code host.

    Raises:
        OSError: the disk refuses.
    """
    for entry in live.iterdir() if live.is_dir() else ():
        target = new / entry.name
        if not entry.name.startswith(".") or target.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            copy_tree(entry, target)
        else:
            shutil.copy2(entry, target, follow_symlinks=False)
