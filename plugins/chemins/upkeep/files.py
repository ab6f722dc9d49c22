"""The files of a site's records, as bytes: what is put in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chemins.faults import Fault, Place
from chemins.faults.causes import unreadable
from chemins.locales import Locale, load
from chemins.reading.encoding import MAX_BYTES
from chemins.reading.folder import RecordFile, listing
from chemins.reading.language import language_of
from chemins.reading.opening import opened
from chemins.reading.record import record_of
from chemins.records import KINDS
from chemins.records.base import Record
from chemins.records.draft import Draft


@dataclass(frozen=True, slots=True)
class Files:
    """The records of a content folder, not read yet."""

    folder: Path
    """Where they are."""

    locale: Locale
    """The language that they are written in."""

    listed: tuple[RecordFile, ...]
    """Each of them."""

    def held(self) -> Iterator["Held"]:
        """Each, with what it holds."""
        return (_held(self, each) for each in self.listed)


@dataclass(frozen=True, slots=True)
class Held:
    """One file, and what reading it gives."""

    file: RecordFile
    """Which."""

    data: bytes
    """All of it; nothing where it could not be opened."""

    record: Record | Draft | None
    """What it says; none where it could not be opened."""

    faults: tuple[Fault, ...]
    """What is wrong with it."""


def files_in(folder: Path) -> Files:
    """The files of records in ``folder``.

    Raises:
        OSError: the folder cannot be read.
    """
    locale = load(language_of(folder))
    return Files(folder, locale, listing(folder, KINDS, locale).records)


def _held(files: Files, file: RecordFile) -> Held:
    try:
        with opened(files.folder / file.path) as (stream, _):
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return Held(file, b"", None, (unreadable(Place(file.path), error),))
    record, faults = record_of(data, file.path, file.identifier, file.kind, files.locale)
    return Held(file, data, record, tuple(faults))
