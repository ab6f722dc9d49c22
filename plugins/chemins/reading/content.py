"""A content folder → all its records and all its faults. The only place that opens their files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from chemins.faults import Fault, Place
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.locales import Locale, fold, load
from chemins.reading.encoding import MAX_BYTES, too_heavy
from chemins.reading.folder import RecordFile, listing
from chemins.reading.language import language_of
from chemins.reading.memory import Memory, Read
from chemins.reading.opening import NoFileError, opened
from chemins.reading.record import record_of
from chemins.reading.series import with_series
from chemins.records.base import Record, Source
from chemins.records.draft import Draft
from chemins.records.kinds import Kinds


@dataclass(frozen=True, slots=True)
class Content:
    """What a content folder says."""

    folder: Path
    """Where it is."""

    locale: Locale
    """The language it is written in."""

    records: tuple[Record, ...]
    """What could be read, kind by kind, each kind in its order."""

    drafts: tuple[Draft, ...]
    """What makes no record yet."""

    record_files: frozenset[str]
    """The paths that hold records, readable or not."""

    others: frozenset[str]
    """The paths of all other files."""

    faults: tuple[Fault, ...]
    """What is wrong with the files, unsorted."""

    missed: frozenset[type[Record]] = frozenset()
    """The kinds of which a file may hold a record that is neither read nor a draft."""


def read(
    folder: Path, kinds: Kinds, locale: Locale | None = None, memory: Memory | None = None
) -> Content:
    """All records under ``folder``, in the language of ``locale`` or the one it declares.

    Each says what its own file says, as it may be written again; ``measured`` adds its tables.
    What ``memory`` holds of an earlier reading is not read anew.

    Raises:
        OSError: the folder itself cannot be read.
    """
    locale = locale or load(language_of(folder))
    files = listing(folder, kinds, locale)
    faults = list(files.faults)
    records: list[Record] = []
    drafts: list[Draft] = []
    taken: dict[tuple[str, str], str] = {}
    for file in files.records:
        # There is one record of a kind without a folder, whatever its file is called.
        key = (file.kind.kind, file.identifier if file.kind.folder else "")
        if key in taken:
            faults.append(_duplicate(file, taken[key]))
            continue
        taken[key] = file.path
        record, wrong = _record(folder, file, locale, memory)
        faults.extend(wrong)
        if isinstance(record, Draft):
            drafts.append(record)
        else:
            records.append(record)
    if not files.records:
        faults.append(fault("E-EMPTY", Place(".")))
    order = {kind.kind: place for place, kind in enumerate(kinds)}
    return Content(
        folder=folder,
        locale=locale,
        records=tuple(sorted(records, key=lambda each: (order[each.kind], each.rank))),
        drafts=tuple(drafts),
        record_files=frozenset(file.path for file in files.records),
        others=files.others,
        faults=tuple(faults),
        missed=_missed(faults, kinds, locale),
    )


def measured(content: Content) -> Content:
    """``content`` with the values that its indicators take from tables beside them."""
    records, wrong = with_series(
        content.folder, list(content.records), content.others, content.locale
    )
    return replace(content, records=tuple(records), faults=(*content.faults, *wrong))


def _record(folder: Path, file: RecordFile, locale: Locale, memory: Memory | None) -> Read:
    nothing = Draft(file.kind, file.identifier, Source(file.path))
    try:
        with opened(folder / file.path) as (stream, size):
            if heavy := too_heavy(size, file.path):
                return nothing, [heavy]
            data = stream.read(MAX_BYTES + 1)
    except NoFileError:
        return nothing, [fault("E-FILE", Place(file.path), "special")]
    except OSError as error:
        return nothing, [unreadable(Place(file.path), error)]
    new = partial(record_of, data, file.path, file.identifier, file.kind, locale)
    return memory.recall(file, data, locale, new) if memory else new()


_PASSED_OVER = frozenset({"E-LINK-FILE", "E-NAME", "E-FILE", "E-DUPLICATE", "E-FOLDER"})
"""The faults of files and folders that are passed over."""


def _missed(faults: list[Fault], kinds: Kinds, locale: Locale) -> frozenset[type[Record]]:
    """The kinds whose folders ``faults`` speak of, or that a misspelt folder was meant for."""
    folders = {fold(name): kind for name, kind in kinds.folders(locale).items()}
    tops = (
        str(each.values.get("suggestion") or each.place.path.partition("/")[0])
        for each in faults
        if each.code in _PASSED_OVER
    )
    return frozenset(kind for top in tops if (kind := folders.get(fold(top))))


def _duplicate(file: RecordFile, other: str) -> Fault:
    return fault("E-DUPLICATE", Place(file.path), identifier=file.identifier, other=other)


_QUOTED = frozenset({".md", ".html", ".css"})
"""What a report may quote: records, pages, the look."""


def _quotable(file: Path) -> str:
    # A report may be public; what a symbolic link leads to, or a list of names that was dropped
    # among the records, is not.
    if file.suffix.lower() not in _QUOTED or file.is_symlink() or not file.is_file():
        return ""
    try:
        return "" if file.stat().st_size > MAX_BYTES else file.read_text("utf-8-sig")
    except (OSError, ValueError):
        return ""


def lines_of(folder: Path) -> Callable[[str, int], str]:
    """A function that gives a line of a file, for a report to quote; empty when it cannot."""
    files: dict[str, list[str]] = {}

    def line(path: str, number: int) -> str:
        if path not in files:
            files[path] = _quotable(folder / path).splitlines()
        lines = files[path]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    return line
