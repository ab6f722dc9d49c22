"""Our pages among the files of MkDocs."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from chemins.engines.mkdocs.page import GeneratedPage
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.pages.site import Site
from chemins.reading import Content


class SiteFiles(Files):
    """The files of MkDocs, where the path of a record's file gives the page made of it.

    So a page written by hand, or the menu, may name a record by the file that its author sees.
    """

    def __init__(self, files: Iterable[File], pages: Mapping[str, str]) -> None:
        """Takes the files, and record path → page path, both relative to the content folder."""
        super().__init__(files)
        self._pages = pages

    def get_file_from_path(self, path: str) -> File | None:
        """The file at ``path``, or the page of the record at ``path``."""
        file = super().get_file_from_path(path)
        page = None if file else self._pages.get(PurePath(path).as_posix())
        return super().get_file_from_path(page) if page else file


def take_away(content: Content, files: Files) -> None:
    """Takes the records' files from ``files``, and what no site may hold.

    The folder is listed twice, by us and by MkDocs: what only MkDocs lists is a lock file of an
    office suite, something dropped among the records, or a link that appeared in between.
    """
    for path in content.record_files:
        if file := files.get_file_from_path(path):
            files.remove(file)
    for file in list(files):
        if file.src_dir == str(content.folder) and file.src_uri not in content.others:
            files.remove(file)


def add_pages(site: Site, files: Files, config: MkDocsConfig) -> tuple[Fault, ...]:
    """Adds the pages of ``site``; one written by hand at the same address stays, with advice."""
    written = {file.dest_uri: file.src_uri for file in files if not file.inclusion.is_excluded()}
    faults = []
    for page in site.pages:
        by_hand = written.get(f"{page.address}index.html")
        if by_hand is None:
            files.append(GeneratedPage(page, config).file)
        else:
            address = f"/{page.address}"
            faults.append(fault("W-REPLACED", Place(by_hand), address=address))
    return tuple(faults)


def at_the_top(files: Files) -> list[str]:
    """The pages written by hand that stand beside the folders, but for home."""
    pages = (file.src_uri for file in files.documentation_pages())
    return [path for path in pages if "/" not in path and path != "index.md"]
