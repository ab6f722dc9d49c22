"""What stands at each address of a site that is drawn as it is read, and what makes it.

Every piece is made by what makes it in a build, from the same strategy: so it is the same, byte
for byte, whatever was changed; and what nobody asks for costs nothing.
"""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from mkdocs.structure.files import File

from chemins.engines.downloads import write_downloads
from chemins.engines.mkdocs import mermaid, search, sitemap, theme
from chemins.engines.mkdocs.page import GeneratedPage
from chemins.engines.mkdocs.plugin import StrategyPlugin
from chemins.engines.mkdocs.policies import guard_copies
from chemins.engines.mkdocs.preview.prepared import SHOWN, Prepared
from chemins.engines.mkdocs.preview.server import SupersededError, standing
from chemins.engines.mkdocs.stopped import FaultsError
from chemins.engines.searching import write_index
from chemins.faults import Place
from chemins.faults.report import Reporter
from chemins.faults.unforeseen import shown
from chemins.indexing.index import FOLDER as INDEX
from chemins.settings import FENCES

Make = Callable[[], None]


class Drawing:
    """One version of a site, drawn as it is read."""

    def __init__(self, site: Prepared, strategy: StrategyPlugin) -> None:
        """Takes a site that is ready to be drawn, and the plugin that knows its strategy."""
        self.site = site
        self._strategy = strategy
        self._context = strategy.context
        # The pages are not given to it one by one: they are drawn in whatever order.
        self._index, strategy.index = strategy.index is not None, None
        self._turn = threading.RLock()
        self._over = threading.Event()
        self._makes = dict(self._all())
        if fences := site.config.plugins.get(FENCES):
            fences.on_post_build(config=site.config)

    def find(self, path: str) -> Path | None:
        """The file at ``path`` of the site, made now if it was not yet; none, when there is none.

        Raises:
            SupersededError: the site was closed meanwhile.
            Exception: all that a build may raise.
        """
        with self._turn:
            if self._over.is_set():
                raise SupersededError
            self._make(path)
            file = self.site.folder / path
            if not standing(file):
                # Some files go with a page, under its address, and are written with it.
                self._make(f"{path.rpartition('/')[0]}/index.html")
            return standing(file)

    def close(self) -> None:
        """Draws nothing more, once what is under way has stopped, and removes what was drawn."""
        self._over.set()
        with self._turn:
            self._makes.clear()
            shutil.rmtree(self.site.folder, ignore_errors=True)

    def _make(self, path: str) -> None:
        key = f"{INDEX}/" if path.startswith(f"{INDEX}/") else path
        if make := self._makes.get(key):
            make()
            self._makes.pop(key, None)

    def _all(self) -> Iterator[tuple[str, Make]]:
        """Path → what makes it: where two make the same, the last one, as in a build."""
        site, strategy = self.site, self._strategy
        for download in strategy.site.downloads:
            yield download.address, partial(write_downloads, (download,), site.folder)
        for file in site.files:
            if not file.is_documentation_page() and SHOWN(file.inclusion):
                yield file.dest_uri, partial(self._copy, file)
        for name in site.config.theme.static_templates:
            yield name, partial(site.draw_template, name)
        if sitemap.FILE in site.config.theme.static_templates:
            yield f"{sitemap.FILE}.gz", self._packed_map
        for name in site.config.extra_templates:
            yield name, partial(site.draw_extra, name)
        for file in site.pages:
            if file.page:
                yield file.dest_uri, partial(site.draw, file.page)
        yield from self._later()

    def _later(self) -> Iterator[tuple[str, Make]]:
        """What a build writes once all pages are."""
        config, folder = self.site.config, self.site.folder
        if mermaid.is_used(config):
            for path in mermaid.paths():
                yield path, partial(mermaid.write_script, folder)
        if self._index:
            yield f"{INDEX}/", self._write_index
        standing = {file.dest_uri for file in self.site.pages}
        for redirect in self._strategy.site.redirects:
            path = f"{redirect.address}index.html"
            if path not in standing:
                standing.add(path)
                yield path, partial(theme.write_moved_page, self._context, redirect, folder)

    def _write_index(self) -> None:
        config = self.site.config
        index, _ = search.index_of(self._context, config)
        if index is None:
            return
        for file in self.site.pages:
            if self._over.is_set():
                raise SupersededError
            page = file.page
            if isinstance(page, GeneratedPage):
                search.give(page, page.source.draw(), index, self._context)
            elif page:
                search.give_by_hand(page, index, self._context)
        place = Place(shown(config.config_file_path))
        if wrong := write_index(index, self.site.folder, place):
            raise FaultsError(Reporter(self._context.locale).text(wrong))

    def _copy(self, file: File) -> None:
        file.copy_file()
        if file.src_uri in self._strategy.edition.content.others:
            guard_copies(self.site.folder, (file.dest_uri,))

    def _packed_map(self) -> None:
        self._make(sitemap.FILE)
        sitemap.compress(self.site.folder)
