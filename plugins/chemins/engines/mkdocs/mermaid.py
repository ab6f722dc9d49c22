"""Lends mkdocs-mermaid2-plugin the packaged Mermaid, so that no page calls another host for it."""

import shutil
from importlib import resources
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

PLUGIN = "mermaid2"
"""The plugin's name in ``mkdocs.yml``."""

SCRIPT = "chemins/vendor/mermaid-11.17.2.min.js"
"""Where the script is on the site, when a page needs it."""


def is_used(config: MkDocsConfig) -> bool:
    """Whether the site draws Mermaid in the browser."""
    return PLUGIN in config.plugins


def lend(config: MkDocsConfig) -> None:
    """Gives the plugin our script, unless the site names one of its own.

    The plugin looks for its script in ``docs_dir`` and fails in mid-write when it is not there; its
    one cached attribute says where the script is on the site.
    """
    plugin: Any = config.plugins[PLUGIN]
    if not plugin.config["javascript"]:
        plugin._javascript = SCRIPT  # noqa: SLF001
        plugin.config["javascript"] = SCRIPT
        plugin.config["arguments"].setdefault("securityLevel", "strict")


def write_script(folder: Path) -> None:
    """Puts the script and its licence on the site in ``folder``, if a page loads it."""
    source = Path(str(resources.files("chemins"))) / "vendor" / "mermaid"
    target = folder / SCRIPT
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "mermaid.min.js", target)
    for name in ("LICENSE", "VERSION.txt"):
        shutil.copyfile(source / name, target.parent / f"mermaid-{name}")
