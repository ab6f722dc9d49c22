"""Address → the Markdown file that a generator makes the page from, and links to such files."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from chemins.edition import Edition

_LINK = re.compile(
    r"(?P<before>\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)(?P<path>[^\s()<>#]+\.md)\b", re.M
)


def page_file(address: str) -> str:
    """The file of the page at ``address``, relative to the folder of pages."""
    return f"{address}index.md"


def page_files(edition: Edition) -> Mapping[str, str]:
    """The file of each record → the file of its page."""
    addresses = edition.addresses
    return {
        record.source.path: page_file(addresses.of(record)) for record in edition.content.records
    }


def relinked(markdown: str, path: str, files: Mapping[str, str]) -> str:
    """``markdown``, of the file ``path``, its links to keys of ``files`` made links to the values.

    For a folder where those files are no more. Everything else stays as it is written.
    """
    folder = posixpath.dirname(path)

    def new(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, unquote(found["path"])))
        page = files.get(target)
        way = found["path"] if page is None else posixpath.relpath(page, folder or ".")
        return f"{found['before']}{way}"

    return _LINK.sub(new, markdown)
