"""The content folder → its files, each with the kind that its place gives it."""

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from chemins.faults import Fault, Place
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.locales import LANGUAGES, Locale, fold, load
from chemins.reading.encoding import hidden_in, said
from chemins.records.base import Record
from chemins.records.identifiers import MAX_LENGTH, identifier_of
from chemins.records.kinds import Kinds, folder_of

_LITTER = re.compile(
    r"^\.|^~\$|^#.*#$|~$|\.(?:bak|orig|old|swp|tmp)$|^(?:eh)?thumbs\.db$|^desktop\.ini$",
    re.IGNORECASE,
)
"""What systems, editors and office suites leave in a folder: never content."""

WELL_KNOWN = frozenset(
    {
        *("CNAME", "_headers", "_redirects", ".nojekyll", "robots.txt"),
        *("favicon.ico", "site.webmanifest", "manifest.webmanifest"),
    }
)
"""What hosts and browsers look for at the top of a site, empty or not."""

INDEX_NAMES = frozenset({"index", "readme"})
"""A file of this name in the folder of a kind is a page written by hand, not a record."""

MAX_DEPTH = 32
"""How many folders may stand one in another: beyond, one holds itself, or somebody plays."""

_NOT_UTF8 = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("[\t\n\r]")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that holds a record."""

    path: str
    """Relative to the content folder, with forward slashes."""

    kind: type[Record]
    """What its folder makes it."""

    identifier: str
    """What its name makes it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a content folder holds."""

    records: tuple[RecordFile, ...]
    """The files that hold records, sorted by path."""

    others: frozenset[str]
    """Every other file: pages written by hand, pictures, documents."""

    faults: tuple[Fault, ...]
    """Shortcuts, devices, names that make no address, folders that are nearly those of a kind."""


def listing(folder: Path, kinds: Kinds, locale: Locale) -> Listing:
    """The files under ``folder``, sorted; hidden ones left out, symbolic links refused.

    Raises:
        OSError: the folder itself cannot be read.
    """
    records: list[RecordFile] = []
    others: list[str] = []
    faults: list[Fault] = []
    folders = {fold(name): kind for name, kind in kinds.folders(locale).items()}
    singles = {fold(name): kind for name, kind in kinds.singles(locale).items()}
    near: set[str] = set()
    for path in sorted(_files(folder, "", faults)):
        top, _, rest = path.rpartition("/")
        name, ending = posixpath.splitext(rest)
        if ending.lower() != ".md":
            others.append(path)
        elif kind := _kind(top, name, folders, singles):
            identifier = identifier_of(name)
            if identifier and len(identifier) <= MAX_LENGTH:
                records.append(RecordFile(path, kind, identifier))
            else:
                faults.append(fault("E-NAME", Place(path), name=rest))
        else:
            others.append(path)
            if top and fold(first := top.partition("/")[0]) not in folders:
                near.add(first)
    faults.extend(_nearly_kinds(near, kinds, locale))
    return Listing(tuple(records), frozenset(others), tuple(faults))


def _kind(
    top: str, name: str, folders: dict[str, type[Record]], singles: dict[str, type[Record]]
) -> type[Record] | None:
    if not top:
        return singles.get(fold(name))
    kind = folders.get(fold(top.partition("/")[0]))
    return None if kind and fold(name) in INDEX_NAMES else kind


def is_litter(name: str, path: str) -> bool:
    """Whether the file ``name``, at ``path`` of the content folder, is none of its content."""
    return bool(_LITTER.search(name)) and path not in WELL_KNOWN


def _files(folder: Path, prefix: str, faults: list[Fault], depth: int = 0) -> Iterator[str]:
    """The paths of the files under ``folder``; what is none, or cannot be reached, is a fault."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if is_litter(entry.name, path):
                continue
            if wrong := _wrong(entry, path):
                faults.append(wrong)
            elif not entry.is_dir():
                yield path
            elif depth == MAX_DEPTH:
                faults.append(fault("E-DEPTH", Place(f"{path}/"), "folder", limit=MAX_DEPTH))
            else:
                try:
                    yield from _files(folder / entry.name, f"{path}/", faults, depth + 1)
                except OSError as error:
                    faults.append(unreadable(Place(f"{path}/"), error))


def _wrong(entry: os.DirEntry[str], path: str) -> Fault | None:
    """What keeps ``entry`` out of a site: its name, or what it is; none when it may be in it."""
    if entry.is_symlink():
        return fault("E-LINK-FILE", Place(path))
    place = Place(f"{path}/" if entry.is_dir() else path)
    # A system lets a name be any bytes; those that are no UTF-8 reach us as lone surrogates.
    if _NOT_UTF8.search(entry.name):
        return fault("E-NAME", place, "bytes")
    line_end = _LINE_ENDS.search(entry.name)
    if sign := said(line_end[0]) if line_end else hidden_in(entry.name):
        return fault("E-NAME", place, "hidden", sign=sign)
    if entry.is_dir() and path.lower().endswith(".md"):
        return fault("E-NAME", place, "folder", name=entry.name)
    if not entry.is_dir() and not entry.is_file():
        return fault("E-FILE", place, "special")
    return None


def _nearly_kinds(tops: set[str], kinds: Kinds, locale: Locale) -> Iterator[Fault]:
    elsewhere = {
        fold(folder_of(kind, load(language))): folder_of(kind, locale)
        for language in LANGUAGES
        for kind in kinds
        if kind.folder and load(language).has(f"kinds.{kind.kind}.folder")
    }
    for top in sorted(tops):
        if fold(top) in elsewhere:
            yield _nearly(top, elsewhere[fold(top)])
            continue
        for name in kinds.folders(locale):
            if is_nearly(top, name):
                yield _nearly(top, name)
                break


def is_nearly(typed: str, name: str) -> bool:
    """Whether ``typed`` is ``name``, but for a slip of the hand."""
    return SequenceMatcher(None, fold(typed), fold(name)).ratio() >= 0.85


def _nearly(top: str, name: str) -> Fault:
    return fault("E-FOLDER", Place(f"{top}/"), folder=top, suggestion=name)
