"""What the search of a built site knows, read from its files as a browser reads them."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chemins.indexing.cbor import decoded

SIGNATURE = b"pagefind_dcd"


@dataclass(frozen=True)
class Page:
    """A page as the search shows it."""

    title: str
    text: str
    place: str
    more: Mapping[str, str]


def unpacked(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    assert data.startswith(SIGNATURE)
    return data[len(SIGNATURE) :]


def entry(site: Path) -> dict[str, Any]:
    """What a search reads first."""
    return json.loads((site / "pagefind/chemins.json").read_text("utf-8"))


def numbered(site: Path) -> list[str]:
    """The addresses of the pages, by their number in the index."""
    names = decoded(unpacked(site / "pagefind" / entry(site)["meta"]))[1]
    return [
        json.loads(unpacked(site / f"pagefind/fragment/{name}.pf_fragment"))["url"]
        for name, _ in names
    ]


def found_in(site: Path) -> dict[str, Page]:
    """Address → page, for all that the search of ``site`` finds."""
    pages = {}
    for file in (site / "pagefind/fragment").iterdir():
        read = json.loads(unpacked(file))
        meta = read["meta"]
        pages[read["url"]] = Page(meta["title"], read["content"], meta.get("place", ""), meta)
    return pages


def facets(site: Path) -> dict[str, dict[str, list[str]]]:
    """What narrows results → its values → the addresses of their pages."""
    held = json.loads(unpacked(site / "pagefind" / entry(site)["facets"]))
    addresses, found = numbered(site), {}
    del held["titles"]
    for name, shelves in held.items():
        found[name] = {}
        for value, steps in shelves:
            at, pages = 0, []
            for step in steps:
                at += step
                pages.append(addresses[at])
            found[name][value] = pages
    return found
