"""A producer's table of figures → an indicator for each of its columns, and the table beside them.

A table has a row for each quartier and a column for each measure, most often forty. Each indicator
names the table and its column (``series``): no figure is copied, so that none can be copied wrong.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chemins.faults import Fault, Place, Word
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.imports.figures import Figures, Measure
from chemins.locales import closest, fold
from chemins.reading import Content
from chemins.reading.folder import INDEX_NAMES
from chemins.reading.spots import Spots
from chemins.reading.tables import MAX_BYTES, table_of
from chemins.records.identifiers import identifier_of, shortened
from chemins.records.indicator import Indicator, Series
from chemins.records.kinds import folder_of
from chemins.records.when import When
from chemins.writing import file_of

_ENDINGS = re.compile(r"\.(csv|tsv)", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a table is asked for."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Heading → the title of its indicator; the heading itself where it is empty."""

    every: bool = False
    """Whether each column of figures is meant."""

    date: When | None = None
    """When all of it was measured."""

    source: str = ""
    """Whose figures they are."""


@dataclass(frozen=True, slots=True)
class IndicatorImport:
    """What a table comes to."""

    measures: tuple[Measure, ...] = ()
    """Its columns of figures."""

    is_dated: bool = True
    """Whether it is known of when they are."""

    made: Mapping[str, Measure] = field(default_factory=dict)
    """The file of each new indicator, and the column that it reads."""

    kept: Mapping[str, str] = field(default_factory=dict)
    """Heading → the file of the indicator that reads it already."""

    table: str = ""
    """Where the table is in the content folder."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """What is to be written, by its path in the content folder."""

    faults: tuple[Fault, ...] = ()
    """What is wrong: nothing is written then."""


def importing(file: Path, content: Content, asked: Asked) -> IndicatorImport:
    """What bringing the table ``file`` into ``content`` comes to.

    Raises:
        OSError: what is in the content folder cannot be read.
    """
    shown = file.as_posix()
    if not _ENDINGS.fullmatch(file.suffix):
        return _refused(shown, "form")
    try:
        table = table_of(file, shown)
        data = file.read_bytes()
    except FileNotFoundError:
        return _refused(shown, "missing")
    except OSError as error:
        return IndicatorImport(faults=(unreadable(Place(shown), error),))
    if isinstance(table, str):
        return _refused(shown, table)
    if isinstance(table, list):
        return IndicatorImport(faults=tuple(table))
    figures = Figures(table, Spots(content.records, content.locale), content.locale, asked.date)
    measures = tuple(figures.measures())
    if not measures:
        return _refused(shown, "nothing")
    wanted, unknown = _wanted(asked, measures, shown)
    wrong = (*unknown, *figures.faults(each.heading for each in wanted))
    if wrong or not wanted or not figures.is_dated:
        return IndicatorImport(measures, figures.is_dated, faults=wrong)
    place, copied, clash = _table_place(file, data, content)
    if clash:
        return IndicatorImport(measures, faults=(clash,))
    return _planned(content, asked, measures, wanted, place, copied)


def _refused(shown: str, problem: str) -> IndicatorImport:
    variant = "coming" if problem in ("form", "empty", "missing") else ""
    variant = problem if problem in ("encoding", "nothing") else variant
    said = Word(f"faults.E-SERIES.problems.{problem}", {"limit": MAX_BYTES // 1024 // 1024})
    return IndicatorImport(
        faults=(fault("E-SERIES", Place(shown), variant, file=shown, problem=said),)
    )


def _wanted(
    asked: Asked, measures: Sequence[Measure], shown: str
) -> tuple[list[Measure], list[Fault]]:
    """The columns that are asked for, and a fault for each that is none of figures."""
    if asked.every:
        return list(measures), []
    by_name = {fold(each.heading): each for each in measures}
    wanted, wrong = [], []
    for heading in asked.columns:
        if found := by_name.get(fold(heading)):
            wanted.append(found)
            continue
        headings = [each.heading for each in measures]
        near = closest(heading, headings)
        said = {"heading": heading, "columns": ", ".join(headings[:40])}
        problem = Word("faults.E-SERIES.problems.column", said)
        values = {"suggestion": near} if near else {}
        variant = "near" if near else "figures"
        wrong.append(
            fault("E-SERIES", Place(shown), variant, file=shown, problem=problem, **values)
        )
    return wanted, wrong


def _table_place(
    file: Path, data: bytes, content: Content
) -> tuple[str, Mapping[str, bytes], Fault | None]:
    """Where the table is in the content folder, what to write there, or why it may not be."""
    root = content.folder.resolve()
    if file.resolve().is_relative_to(root):
        return file.resolve().relative_to(root).as_posix(), {}, None
    folder = posixpath.dirname(content.locale.text("imports.file"))
    name = f"{identifier_of(file.stem) or 'table'}{file.suffix.lower()}"
    place = posixpath.join(folder, name)
    there = content.folder / place
    if not there.exists() and there.parent.resolve().is_relative_to(root):
        return place, {place: data}, None
    if there.is_file() and not there.is_symlink() and there.read_bytes() == data:
        return place, {}, None
    problem = Word("faults.E-SERIES.problems.taken")
    spot = Place(f"{content.folder.as_posix()}/{place}")
    return place, {}, fault("E-SERIES", spot, "taken", file=name, problem=problem)


def _planned(
    content: Content,
    asked: Asked,
    measures: tuple[Measure, ...],
    wanted: Sequence[Measure],
    place: str,
    copied: Mapping[str, bytes],
) -> IndicatorImport:
    folder = _folder(content)
    held = [each for each in content.records if isinstance(each, Indicator)]
    readers = {
        (_place_of(each), fold(each.series.column)): each.source.path
        for each in held
        if each.series and each.series.column
    }
    taken = {each.identifier for each in held} | INDEX_NAMES
    titles = {fold(heading): title for heading, title in asked.columns.items()}
    made: dict[str, Measure] = {}
    kept: dict[str, str] = {}
    files = dict(copied)
    for each in wanted:
        if known := readers.get((place, fold(each.heading))):
            kept[each.heading] = known
            continue
        title = titles.get(fold(each.heading)) or each.heading
        identifier = _identifier(title, taken)
        path = f"{folder}/{identifier}.md"
        series = Series(file=posixpath.relpath(place, folder), column=each.heading, date=asked.date)
        record = Indicator(title=title, series=series, produced_by=asked.source or None)
        made[path] = each
        files[path] = file_of(record, content.locale)
    return IndicatorImport(measures, True, made, kept, place, files if made else copied)


def _folder(content: Content) -> str:
    """Where the indicators of ``content`` are, as its folder is written there."""
    named = folder_of(Indicator, content.locale)
    tops = (path.partition("/")[0] for path in sorted(content.record_files) if "/" in path)
    return next((top for top in tops if fold(top) == fold(named)), named)


def _place_of(indicator: Indicator) -> str:
    file = indicator.series.file if indicator.series else ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(indicator.source.path), file))


def _identifier(title: str, taken: set[str]) -> str:
    """An identifier made of ``title`` that is not ``taken``; it is from now on."""
    name = shortened(identifier_of(title)) or identifier_of("mesure")
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found
