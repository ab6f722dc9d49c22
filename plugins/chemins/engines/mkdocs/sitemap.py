"""The map of the site for search engines: where pages are, and not on which day we built them.

MkDocs dates every page of the day of the build: no page changed on that day for that reason, and
two builds of the same records would differ.
"""

import gzip
import re
from pathlib import Path

FILE = "sitemap.xml"
"""Where it is on the site; a compressed copy stands beside it."""

_DAY = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def undated(xml: str) -> str:
    """``xml`` without the days that MkDocs writes in it."""
    return _DAY.sub("", xml)


def compress(folder: Path) -> None:
    """Writes the compressed copy anew, where there is one: its header too said the day.

    A time of 0 says that none is known: RFC 1952, section 2.3.1.

    Raises:
        OSError: the disk refuses.
    """
    packed = folder / f"{FILE}.gz"
    if packed.is_file():
        packed.write_bytes(gzip.compress((folder / FILE).read_bytes(), mtime=0))
