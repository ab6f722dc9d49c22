"""One version of a site for a preview: drawn as it is read, or built whole where that is safer."""

import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from chemins.engines.mkdocs import mermaid
from chemins.engines.mkdocs.plugin import StrategyPlugin
from chemins.engines.mkdocs.preview.drawing import Drawing
from chemins.engines.mkdocs.preview.prepared import prepared
from chemins.engines.mkdocs.preview.server import Shown, standing
from chemins.engines.mkdocs.theme import is_ours
from chemins.settings import FENCES, PLUGIN

_KNOWN = frozenset({PLUGIN, FENCES, mermaid.PLUGIN, "search", "material/search"})
"""The plugins of which we know that each page depends on the strategy and on itself alone."""


def draws_late(config: MkDocsConfig) -> bool:
    """Whether the pages of a site can be drawn one by one.

    A theme, a plugin or a hook of others may look at all that was written, once it is.
    """
    return is_ours(config) and not config.hooks and _KNOWN.issuperset(config.plugins)


def version_of(config: MkDocsConfig, strategy: StrategyPlugin, url: str) -> Shown:
    """The site that ``config`` describes, as it is now, to be read at ``url``.

    Raises:
        Exception: all that a build may raise.
    """
    strategy.draws_late = draws_late(config)
    if strategy.draws_late:
        return Drawing(prepared(config), strategy)
    config.site_url = url
    build(config, serve_url=url)
    return Built(Path(config.site_dir))


class Built:
    """A version that was built whole."""

    def __init__(self, folder: Path) -> None:
        """Takes where it is."""
        self._folder = folder

    def find(self, path: str) -> Path | None:
        """The file at ``path`` of the site; none, where there is none."""
        return standing(self._folder / path)

    def close(self) -> None:
        """Removes it."""
        shutil.rmtree(self._folder, ignore_errors=True)
