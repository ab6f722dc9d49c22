"""What the search of a built site knows, read from its files as a browser reads them."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page as the search shows it."""

    title: str
    text: str
    place: str
    more: Mapping[str, str]


def unpacked(file: Path) -> Any:
    return json.loads(gzip.decompress(file.read_bytes()))


def entry(site: Path) -> dict[str, Any]:
    """What a search reads first."""
    return json.loads((site / "pagefind/chemins.json").read_text("utf-8"))


def shown(site: Path) -> list[dict[str, str]]:
    """The pages, by their number in the index."""
    folder = site / "pagefind" / entry(site)["shown"]
    return [unpacked(folder / f"{at}.json.gz") for at in range(len(list(folder.iterdir())))]


def found_in(site: Path) -> dict[str, Page]:
    """Address → page, for all that the search of ``site`` finds."""
    return {
        page.get("address", ""): Page(
            page["title"], page.get("text", ""), page.get("place", ""), page
        )
        for page in shown(site)
    }


def facets(site: Path) -> dict[str, dict[str, list[str]]]:
    """What narrows results → its values → the addresses of their pages."""
    held = unpacked(site / "pagefind" / entry(site)["pages"])["facets"]
    addresses = [page.get("address", "") for page in shown(site)]
    return {
        name: {value: [addresses[at] for at in accumulate(steps)] for value, steps in shelves}
        for name, shelves in held.items()
    }
