"""Our pages and downloads among the files of MkDocs."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from chemins.engines.mkdocs.page import GeneratedPage
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.pages.site import Download, Site


def add_pages(site: Site, files: Files, config: MkDocsConfig) -> tuple[Fault, ...]:
    """Adds the pages of ``site``; one written by hand at the same address stays, with advice."""
    written = {file.dest_uri: file.src_uri for file in files if file.is_documentation_page()}
    faults = []
    for page in site.pages:
        by_hand = written.get(f"{page.address}index.html")
        if by_hand is None:
            files.append(GeneratedPage(page, config).file)
        else:
            address = f"/{page.address}"
            faults.append(fault("W-REPLACED", Place(by_hand), address=address))
    return tuple(faults)


def write_downloads(downloads: Iterable[Download], folder: Path) -> None:
    """Writes each download where the built site has it."""
    for download in downloads:
        path = folder / download.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(download.content(), "utf-8", newline="\n")
