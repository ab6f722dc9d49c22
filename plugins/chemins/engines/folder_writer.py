"""The files of a folder of pages: Markdown, downloads, moved addresses, theme, settings."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from chemins.addresses import linker
from chemins.content_paths import page_address
from chemins.edition import Edition
from chemins.engines.copying import copy_tree
from chemins.engines.downloads import write_downloads
from chemins.engines.folder_frame import frame_values
from chemins.engines.folder_settings import settings_text
from chemins.engines.island import markdown_file
from chemins.engines.page_files import page_file, page_files, relinked
from chemins.engines.picture_files import is_picture, publish
from chemins.engines.printed import printed_html
from chemins.engines.styles import STYLES
from chemins.indexing.index import Index
from chemins.pages.build import moved_page
from chemins.pages.context import Context
from chemins.pages.found import by_hand, found, heading_of, is_found
from chemins.pages.site import Page, Site
from chemins.pages.whole import whole
from chemins.reading.by_hand import read_by_hand
from chemins.settings import FILE


@dataclass(frozen=True, slots=True)
class FolderWriter:
    """Writes a site into an empty folder."""

    edition: Edition
    """What the site says."""

    context: Context
    """What its pages are made with."""

    site: Site
    """Its pages."""

    by_hand: Mapping[str, str]
    """The addresses where a file of the content folder stands in the place of a page."""

    folder: Path
    """Where to write."""

    index: Index | None = None
    """What a search is to find, filled as pages are written."""

    def write(self, settings: str) -> int:
        """Writes everything, beside the site's own ``settings``; how many pages.

        Raises:
            OSError: the disk refuses.
            UnpublishableError: a picture can no longer be drawn.
        """
        theme = Path(str(resources.files("chemins"))) / "theme"
        overrides = self.folder / "overrides"
        copy_tree(theme / "static", self._docs)
        copy_tree(theme / "folder", overrides)
        # Those of `javascripts/` take the place of Material's, and need a plugin to find them.
        copy_tree(theme / "material" / "partials", overrides / "partials", {"javascripts"})
        files = page_files(self.edition)
        for path in sorted(self.edition.content.others):
            self._copy(path, files)
        pages = [page for page in self.site.pages if page.address not in self.by_hand]
        for page in pages:
            self._page(page)
        write_downloads(self.site.downloads, self._docs)
        self._moved()
        if self.index:
            self._index_by_hand(self.index)
        hidden = self.edition.withheld.files if self.edition.withheld else ()
        text = settings_text(self._settings(), settings, STYLES, files, hidden)
        _write(self.folder / FILE, text)
        return len(pages)

    @property
    def _docs(self) -> Path:
        return self.folder / "docs"

    def _copy(self, path: str, files: Mapping[str, str]) -> None:
        """Copies a file of the content folder; a page written by hand still links to records."""
        source, target = self.edition.content.folder / path, self._docs / path
        if path.endswith(".md"):
            text, withheld = source.read_text("utf-8-sig"), self.edition.withheld
            text = withheld.linkless(text, path) if withheld else text
            _write(target, relinked(text, path, files))
        elif is_picture(path):
            publish(source, target, path, self.context.locale)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)

    def _page(self, page: Page) -> None:
        body = page.draw()
        link = linker(page.address)
        trail = [(crumb, link(crumb.address)) for crumb in page.trail]
        html = whole(self.context, body)
        if self.context.url:
            html += printed_html(page, f"{self.context.url}{page.address}")
        text = markdown_file(page, body, html, trail)
        _write(self._docs / page_file(page.address), text)
        write_downloads(body.downloads, self._docs)
        if self.index and is_found(page):
            self.index.add(found(self.context, page, body))

    def _index_by_hand(self, index: Index) -> None:
        """Adds the pages written by hand, by their own text: another generator renders them."""
        withheld = self.edition.withheld
        for path in sorted(self.edition.content.others):
            if path.endswith(".md"):
                read, _ = read_by_hand(self.edition.content.folder, path)
                body = withheld.linkless(read.body, path) if withheld else read.body
                address = page_address(path).removesuffix("index.html")
                title = str(read.meta.get("title") or heading_of(body) or path)
                index.add(by_hand(address, title, body, self.context.locale))

    def _moved(self) -> None:
        for redirect in self.site.redirects:
            place = self._docs / redirect.address
            by_hand = place.with_suffix(".md")
            if not by_hand.exists() and not any(place.glob("index.*")):
                _write(place / "index.html", moved_page(self.context, redirect))

    def _settings(self) -> dict[str, Any]:
        return {
            "site_name": self.site.title,
            "docs_dir": "docs",
            "use_directory_urls": True,
            "theme": {
                "name": "material",
                "custom_dir": "overrides",
                "language": self.context.locale.language,
                "font": False,
            },
            "plugins": [],
            "extra": {
                "chemins": frame_values(self.context, self.site, searches=self.index is not None)
            },
            # Links of ours are HTML, and stay as they are; those of hand-written pages are checked.
            "validation": {"omitted_files": "ignore", "anchors": "warn"},
            "nav": self._nav(),
        }

    def _nav(self) -> list[dict[str, str] | str]:
        """A menu for a site whose settings write none: the ways in, then the pages by hand."""
        ways = {
            crumb.title: self.by_hand.get(crumb.address, page_file(crumb.address))
            for crumb in self.site.menu
        }
        others = self.edition.content.others.difference(ways.values(), {"index.md"})
        by_hand = sorted(path for path in others if path.endswith(".md") and "/" not in path)
        return [*({title: file} for title, file in ways.items()), *by_hand]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
