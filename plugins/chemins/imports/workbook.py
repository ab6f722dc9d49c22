"""A workbook and the records it speaks of → the files to write, or all that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from chemins.exports.workbook_rows import Words
from chemins.faults import Fault, Severity, worst
from chemins.faults.codes import fault
from chemins.forms.names import Key, Names
from chemins.forms.workbook import sheets_of
from chemins.imports.rewriting import fields_changed, rewritten, says
from chemins.imports.workbook_file import grids_of
from chemins.imports.workbook_records import Builder
from chemins.imports.workbook_rows import Rows, Sorter
from chemins.imports.workbook_sheets import found_in
from chemins.locales import fold
from chemins.reading import Content
from chemins.records.base import Record
from chemins.records.declaration import reaches
from chemins.records.kinds import Kinds, folder_of
from chemins.records.words import label_of
from chemins.writing import file_of


@dataclass(frozen=True, slots=True)
class Change:
    """A record that the workbook says otherwise."""

    path: str
    """Its file, in the content folder."""

    title: str
    """What it is called."""

    fields: tuple[str, ...]
    """The labels of what changes; none for a new record."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that has no row any more."""

    path: str
    """Its file."""

    title: str
    """What it is called."""

    cited_by: tuple[tuple[str, str], ...]
    """The files that name it, each with the label of the field that does."""


@dataclass(frozen=True, slots=True)
class WorkbookImport:
    """What a workbook changes."""

    files: Mapping[str, bytes]
    """The whole files to write, by their path in the content folder."""

    changed: tuple[Change, ...]
    """Records that are said otherwise."""

    added: tuple[Change, ...]
    """New records."""

    gone: tuple[Gone, ...]
    """Records that have no row any more."""

    faults: tuple[Fault, ...]
    """What is wrong or doubtful."""

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written."""
        return worst(self.faults) == Severity.ERROR


def importing(path: Path, content: Content, kinds: Kinds) -> WorkbookImport:
    """What the workbook ``path`` changes in ``content``.

    Raises:
        OSError: a file cannot be read.
    """
    locale = content.locale
    grids = grids_of(path)
    if isinstance(grids, Fault):
        return WorkbookImport({}, (), (), (), (grids,))
    found = found_in(grids, path.as_posix(), sheets_of(kinds, locale), kinds, locale)
    words = Words(Names(content.records, locale), locale)
    sorter = Sorter(content.records, kinds, words)
    rows = sorter.sorted(found.sheets, found.written)
    builder = Builder(rows, kinds, words)
    pairs = _pairs(content, rows, kinds, builder)
    faults = [*found.faults, *sorter.faults, *_further(found.faults, builder.faults)]
    if worst(faults) == Severity.ERROR:
        return WorkbookImport({}, (), (), (), tuple(faults))
    files: dict[str, bytes] = {}
    changed: list[Change] = []
    added: list[Change] = []
    for old, new in pairs:
        if old is None:
            where = _new_path(new, content)
            if (content.folder / where).exists():
                line = rows.new[new.key]
                faults.append(
                    fault("E-SHEET-TWICE", line.place(None), "file", name=new.label, path=where)
                )
            files[where] = file_of(new, locale)
            added.append(Change(where, new.label, ()))
        elif says(new) != says(old):
            files[old.source.path] = rewritten(content.folder, old, new, locale)
            changed.append(Change(old.source.path, new.label, fields_changed(old, new, locale)))
    gone = _gone(content, rows, pairs, words)
    return WorkbookImport(files, tuple(changed), tuple(added), gone, tuple(faults))


def _further(told: Iterable[Fault], faults: Iterable[Fault]) -> Iterator[Fault]:
    """``faults`` without the gaps in cells of which something is ``told``: nothing is missing."""
    places = {each.place for each in told}
    return (each for each in faults if each.code != "E-MISSING" or each.place not in places)


def _pairs(
    content: Content, rows: Rows, kinds: Kinds, builder: Builder
) -> list[tuple[Record | None, Record]]:
    """Each record that is to be there: as it was, and as it will be."""
    pairs: list[tuple[Record | None, Record]] = []
    gone = set(rows.gone)
    for old in content.records:
        if old.key not in gone:
            new = builder.record(type(old), old.key, old)
            pairs.append((old, new or old))
    models = {kind.kind: kind for kind in kinds}
    for key in rows.new:
        made = builder.record(models[key[0]], key, None)
        if made is not None:
            pairs.append((None, made))
    return pairs


def _new_path(record: Record, content: Content) -> str:
    kind = type(record)
    if not kind.folder:
        return f"{content.locale.text(f'kinds.{kind.kind}.file')}.md"
    names = (folder_of(kind, content.locale), kind.folder)
    tops = [path.partition("/")[0] for path in sorted(content.record_files) if "/" in path]
    top = next((each for each in tops if fold(each) in map(fold, names)), names[0])
    return f"{top}/{record.identifier}.md"


def _gone(
    content: Content,
    rows: Rows,
    pairs: Sequence[tuple[Record | None, Record]],
    words: Words,
) -> tuple[Gone, ...]:
    known = {each.key: each for each in content.records}
    cited: dict[Key, list[tuple[str, str]]] = {key: [] for key in rows.gone}
    for old, new in pairs if cited else ():
        path = old.source.path if old else _new_path(new, content)
        for reach in reaches(new):
            meant = words.names.of_reference(reach.reference, reach.relation)
            if len(meant) == 1 and meant[0] in cited:
                label = label_of(type(new), reach.field, content.locale)
                cited[meant[0]].append((path, label))
    return tuple(
        Gone(known[key].source.path, known[key].label, tuple(dict.fromkeys(by)))
        for key, by in cited.items()
    )
