"""A built site as one file for any host: its files, whole, with what proves that they are.

The bytes depend on the site alone: names in order, nobody's account, one date for all. That date
is ``SOURCE_DATE_EPOCH`` where it is set, else the first that archives can say: who unpacks an
archive with ``tar -m`` gives its files the day of the unpacking, as web servers want it.
"""

import gzip
import hashlib
import html
import io
import os
import re
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from chemins.clock import EPOCH
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.gates import check_site

ENDINGS = (".tar", ".tar.gz", ".tgz")
"""What the name of an archive may end with."""

SUMS = "SHA256SUMS"
"""The file, within an archive, of the sums of all others: ``sha256sum -c SHA256SUMS``."""

SUM = ".sha256"
"""What the name of the file beside an archive adds to the archive's: its own sum."""

_WHOLE = ("index.html", "404.html", "sitemap.xml")
_OURS = "chemins/journal.css"
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)"')
_NEVER = frozenset({".git"})
"""What a folder of a site may hold and no host must show."""

_FIRST = 315532800
"""The first of January 1980, in seconds since 1970."""

_MODE = 0o644
_FOLDER_MODE = 0o755


def ending_of(name: str) -> str:
    """What of ``name`` makes it the name of an archive; empty when nothing does."""
    fits = (each for each in ENDINGS if name.lower().endswith(each) and len(name) > len(each))
    return next(fits, "")


def faults_of(site: Path, shown: str) -> list[Fault]:
    """What keeps the folder ``site``, which a reader knows as ``shown``, from being archived.

    Raises:
        OSError: it cannot be read.
    """
    place = Place(f"{shown.rstrip('/')}/")
    if not site.is_dir():
        return [fault("S-SITE", place, path=shown)]
    missing = next((each for each in (*_WHOLE, _OURS) if not (site / each).is_file()), None)
    if missing:
        variant = "other" if missing == _OURS or missing == _WHOLE[0] else "part"
        return [fault("S-SITE", place, variant, path=shown, file=missing)]
    links = [path for path in _paths(site) if (site / path).is_symlink()]
    if links:
        return [fault("E-LINK-FILE", Place(f"{place.path}{path}")) for path in links]
    return check_site(site, address_in((site / _WHOLE[0]).read_bytes()))


def files_in(site: Path) -> Mapping[str, bytes]:
    """The files of ``site``, by their path, in order; with the sums of all.

    Raises:
        OSError: one cannot be read.
    """
    files = {path: (site / path).read_bytes() for path in _paths(site) if path != SUMS}
    sums = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in files.items())
    return {**files, SUMS: "".join(sums).encode()}


def archived(files: Mapping[str, bytes], name: str) -> bytes:
    """``files`` as the archive ``name``, under a folder of its own name."""
    ending = ending_of(name)
    folder = name[: len(name) - len(ending)]
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in _folders(folder, files):
            tar.addfile(_entry(path, tarfile.DIRTYPE, _FOLDER_MODE))
        for path, data in files.items():
            entry = _entry(f"{folder}/{path}", tarfile.REGTYPE, _MODE)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    data = held.getvalue()
    return data if ending == ".tar" else gzip.compress(data, mtime=0)


def sum_of(data: bytes, name: str) -> bytes:
    """What ``sha256sum -c`` reads of the file ``name`` that holds ``data``."""
    return f"{hashlib.sha256(data).hexdigest()}  {name}\n".encode()


def address_in(home: bytes) -> str:
    """Where the site of the page ``home`` was built to be published; empty when it does not say."""
    found = _CANONICAL.search(home)
    return html.unescape(found[1].decode()) if found else ""


def _paths(site: Path) -> list[str]:
    return sorted(path.replace(os.sep, "/") for path in _walked(site))


def _walked(site: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(site, onerror=_raise):
        folders[:] = [each for each in folders if each not in _NEVER]
        linked = [each for each in folders if Path(parent, each).is_symlink()]
        for name in (*names, *linked):
            yield os.path.relpath(os.path.join(parent, name), site)  # noqa: PTH118


def _raise(error: OSError) -> None:
    raise error


def _folders(root: str, files: Mapping[str, bytes]) -> list[str]:
    """The folders of an archive, each before what it holds."""
    found = {root}
    for path in files:
        parts = path.split("/")[:-1]
        found |= {"/".join((root, *parts[: at + 1])) for at in range(len(parts))}
    return sorted(found)


def _entry(name: str, kind: bytes, mode: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.mode, entry.mtime = kind, mode, _date()
    return entry


def _date() -> int:
    fixed = os.environ.get(EPOCH, "")
    return max(int(fixed), 0) if fixed.isdecimal() and len(fixed) < 12 else _FIRST
