"""The content folder as a form sees it: records in their own shape, nothing outside it.

A record is written as ``chemins format`` would; where its file exists, only what changed is
patched, so that comments, quotes and order stay. What reading refuses is never written.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from chemins.editing.shown import UnreadableError, shown, taken
from chemins.editing.told import told
from chemins.faults import Fault, Severity, worst
from chemins.locales import Locale
from chemins.reading.encoding import MAX_BYTES
from chemins.reading.endings import SORTS
from chemins.reading.folder import INDEX_NAMES, listing
from chemins.reading.opening import opened
from chemins.reading.record import record_of
from chemins.records import KINDS
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of, shortened
from chemins.writing import file_of, patched, written_together

_ASIDE = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|]")
"""Signs that no name of a file of ours holds: systems differ over them."""


class RefusedError(Exception):
    """What cannot be done, in a sentence for whoever asked."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A content folder, open for changes."""

    folder: Path
    """Where it is."""

    name: str
    """What paths begin with: the name that the form has for it."""

    locale: Locale
    """The language of its records."""

    def records_in(self, folder: str) -> Iterator[str]:
        """The paths of the records in ``folder``."""
        inside = self._inside(folder)
        for file in listing(self.folder, KINDS, self.locale).records:
            if PurePosixPath(file.path).parent.as_posix() == inside:
                yield f"{self.name}/{file.path}"

    def read(self, path: str) -> str | None:
        """The record at ``path`` as a form is given it; none where there is none.

        One that cannot be read is given as it is: the form then says that it cannot show it.
        """
        inside = self._record_path(path)
        data = self._bytes(inside)
        if data is None:
            return None
        record, faults = record_of(data, inside, *self._kind_of(inside), self.locale)
        if isinstance(record, Record) and not _stops(faults):
            return shown(record, self.locale)
        return data.decode("utf-8", "replace")

    def write(
        self,
        files: Mapping[str, str],
        assets: Mapping[str, bytes],
        given: Mapping[str, str] | None = None,
    ) -> None:
        """Writes the records ``files`` and the ``assets`` beside them, all of them or none.

        ``given`` is the digest of each record as the form was given it: one that another tab, or
        an editor, has changed since is left as it is.

        Raises:
            RefusedError: one of them cannot be.
            OSError: the disk refuses.
        """
        for path, digest in (given or {}).items():
            if digest_of(self.read(path)) != digest:
                raise RefusedError(self.locale.text("form.changed_since"))
        wanted: dict[Path, bytes] = {}
        for path, raw in files.items():
            wanted[self._file(self._record_path(path))] = self._told(path, raw)
        for path, data in assets.items():
            wanted[self._file(self._media_path(path))] = data
        written_together(wanted)

    def erase(self, paths: list[str]) -> None:
        """Erases records and files beside them.

        Raises:
            RefusedError: one of them is not there to be erased.
            OSError: the disk refuses.
        """
        gone = []
        for path in paths:
            is_record = path.endswith(".md")
            inside = self._record_path(path) if is_record else self._media_path(path)
            file = self._file(inside)
            if file.is_file():
                gone.append(file)
        written_together({}, gone)

    def media_in(self, folder: str) -> Iterator[str]:
        """The paths of the files of ``folder`` that a site may publish beside its pages."""
        inside = self._inside(folder)
        others = listing(self.folder, KINDS, self.locale).others
        for path in sorted(others):
            place = PurePosixPath(path)
            if place.parent.as_posix() == inside and place.suffix[1:].lower() in SORTS:
                yield f"{self.name}/{path}"

    def media(self, path: str) -> bytes | None:
        """What the file at ``path`` holds."""
        return self._bytes(self._media_path(path), limit=None)

    def _told(self, path: str, raw: str) -> bytes:
        """The file that says what the form sent for ``path``."""
        inside = self._record_path(path)
        identifier, kind = self._kind_of(inside)
        try:
            data = taken(raw)
        except UnreadableError as error:
            raise RefusedError(self.locale.text("form.unreadable")) from error
        after, faults = record_of(data, inside, identifier, kind, self.locale)
        if not isinstance(after, Record) or _stops(faults):
            raise RefusedError(told(faults, data.decode(), kind, self.locale))
        before = self._bytes(inside)
        if before is not None:
            held, wrong = record_of(before, inside, identifier, kind, self.locale)
            if isinstance(held, Record) and not _stops(wrong):
                return patched(before.decode(), held, after, self.locale).encode()
        return file_of(after, self.locale)

    def _inside(self, path: str) -> str:
        """``path`` from the content folder.

        Raises:
            RefusedError: it leads out of it.
        """
        place = PurePosixPath(path)
        parts = place.parts
        wrong = place.is_absolute() or ".." in parts or _ASIDE.search(path)
        if wrong or parts[:1] != (self.name,) or any(each.startswith(".") for each in parts):
            raise RefusedError(self.locale.text("form.outside", path=path))
        return PurePosixPath(*parts[1:]).as_posix()

    def _record_path(self, path: str) -> str:
        """The path of the record at ``path``, from the content folder, named as its address is."""
        inside = PurePosixPath(self._inside(path))
        if inside.suffix == ".md":
            self._kind_of(inside.as_posix())
            if (self.folder / inside).exists() or len(inside.parts) == 1:
                return inside.as_posix()
            name = _named(identifier_of(inside.stem))
            if name and name not in INDEX_NAMES:
                return inside.with_name(f"{name}.md").as_posix()
        raise RefusedError(self.locale.text("form.outside", path=path))

    def _kind_of(self, inside: str) -> tuple[str, type[Record]]:
        """The identifier and the kind of the record at ``inside``."""
        place = PurePosixPath(inside)
        folders, singles = KINDS.folders(self.locale), KINDS.singles(self.locale)
        if len(place.parts) == 2 and (kind := folders.get(place.parts[0])):
            return identifier_of(place.stem), kind
        if len(place.parts) == 1 and (kind := singles.get(place.stem)):
            return identifier_of(place.stem), kind
        raise RefusedError(self.locale.text("form.outside", path=inside))

    def _media_path(self, path: str) -> str:
        inside = PurePosixPath(self._inside(path))
        if inside.suffix[1:].lower() not in SORTS or not 1 <= len(inside.parts) <= 2:
            raise RefusedError(self.locale.text("form.media_refused", name=inside.name))
        return inside.as_posix()

    def _file(self, inside: str) -> Path:
        """The file at ``inside``, which no link on the disk leads out of the folder."""
        file = self.folder / inside
        if file.is_symlink() or file.parent.is_symlink() or (file.exists() and not file.is_file()):
            raise RefusedError(self.locale.text("form.outside", path=inside))
        return file

    def _bytes(self, inside: str, limit: int | None = MAX_BYTES) -> bytes | None:
        file = self._file(inside)
        try:
            with opened(file) as (stream, size):
                return None if limit is not None and size > limit else stream.read()
        except OSError:
            return None


def digest_of(data: str | None) -> str | None:
    """What tells one state of a record from another; none where there is no record."""
    return None if data is None else hashlib.sha256(data.encode()).hexdigest()


def _named(asked: str) -> str:
    """The name of a new file that a form asks to call ``asked``: shorter where a title is long.

    The number by which a form sets a second record apart from the first stays at its end: without
    it, the form would look for a free name for ever.
    """
    name, _, number = asked.rpartition("-")
    short = shortened(asked)
    if short == asked or not (name and number.isdigit()):
        return short
    return f"{shortened(name)}-{number}"


def _stops(faults: list[Fault]) -> bool:
    return worst(faults) is Severity.ERROR
