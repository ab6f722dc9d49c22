"""The kinds → the sheets of a workbook: what each holds, its headings and their help.

A kind has a sheet, a record a row. What a row cannot hold, a list of links or of parts, has a sheet
of its own whose rows say whose they are. The export writes these sheets, the import reads them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from chemins.locales import Locale, fold
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.kinds import Kinds
from chemins.records.relations import Relation
from chemins.records.words import Model, help_of, key_of, kind_name, kinds_name, label_of

IDENTIFIER, RANK, OWNER, PARENT = "identifier", "rank", "owner", "parent"
FIELD, BODY, LINK, TARGET, WHO, COUNT = "field", "body", "link", "target", "who", "count"
"""What a column is for."""

HIDDEN = frozenset({IDENTIFIER, RANK})
"""The columns that nobody fills: they say which record a row was written from."""

RECORDS, ITEMS, LINKS, COUNTS = "records", "items", "links", "counts"
"""What the rows of a sheet are."""

MAX_TITLE = 31
"""Signs that the name of a sheet may have: spreadsheets cut it there."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    role: str
    """What it is for."""

    title: str
    """Its heading."""

    help: str
    """What stands below it."""

    loc: tuple[str, ...] = ()
    """The fields that lead to what it holds, from what a row is of."""

    declared: FieldDeclaration | None = None
    """What it holds, when that is a field."""

    required: bool = False
    """Whether a row must fill it."""

    relation: Relation | None = None
    """Where what it holds leads."""

    names: frozenset[str] = field(default=frozenset(), compare=False)
    """What it may be called, folded."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet."""

    holds: str
    """What its rows are."""

    kind: type[Record]
    """The kind whose records, or their parts, it holds."""

    title: str
    """Its name, as spreadsheets can show it."""

    about: str
    """What it is for."""

    columns: tuple[Column, ...]
    """From left to right."""

    loc: tuple[str, ...] = ()
    """The lists that lead to its rows."""

    part: type[Part] | None = None
    """What a row is of, when that is no record."""

    def column(self, role: str) -> Column | None:
        """Its first column that is for ``role``."""
        return next((each for each in self.columns if each.role == role), None)

    @property
    def model(self) -> Model:
        """What a row fills the fields of."""
        return self.part or self.kind


@cache
def sheets_of(kinds: Kinds, locale: Locale) -> tuple[Sheet, ...]:
    """The sheets of ``kinds``, each kind's own first, then those of its lists.

    Those of what every kind has come last: a team looks for its own words first.
    """
    found = [each for kind in kinds for each in _sheets(kind, locale)]
    found.sort(key=lambda each: bool(each.loc) and each.loc[0] in Record.model_fields)
    return tuple(_named_apart(found))


def workshop_of(kinds: Kinds, locale: Locale) -> tuple[Sheet, ...]:
    """The few sheets that a workshop fills in the room: visions, ideas, changes."""
    wanted = {
        ("session",): ("title", "date"),
        ("session", "ideas"): ("text", "group"),
        ("vision",): ("title", "year", "imagined_by", "body"),
        ("change",): ("title", "dimension", "horizon", "body"),
        ("change", "contributes_to"): ("to",),
    }
    known = {(s.kind.kind, *s.loc): s for s in sheets_of(kinds, locale) if s.holds != LINKS}
    found = []
    for place, names in wanted.items():
        kept = tuple(each for each in known[place].columns if _is_kept(each, names))
        found.append(replace(known[place], columns=kept))
    return tuple(found)


def _is_kept(column: Column, names: tuple[str, ...]) -> bool:
    if column.role == FIELD:
        return column.loc[0] in names
    return column.role != BODY or "body" in names


def links_in(model: Model) -> Iterator[FieldDeclaration]:
    """The lists of plain links of ``model``."""
    for declared in declaration(model).values():
        if declared.many and declared.relation is not None and declared.part is None:
            yield declared


def lists_in(model: Model) -> Iterator[FieldDeclaration]:
    """The lists of parts, and the counts, of ``model``."""
    for declared in declaration(model).values():
        if (declared.many and declared.part is not None) or declared.holds == "counts":
            yield declared


def shown_name(part: type[Part]) -> str:
    """The field by which a person knows an item: what it is called."""
    return part.shorthand or next(iter(declaration(part)))


def _sheets(kind: type[Record], locale: Locale) -> Iterator[Sheet]:
    name = _capital(kinds_name(kind.kind, locale) if kind.folder else kind_name(kind.kind, locale))
    about = locale.text(f"kinds.{kind.kind}.about")
    columns = (
        _said(IDENTIFIER, locale),
        *_fields(kind, locale),
        _said(BODY, locale),
    )
    yield Sheet(RECORDS, kind, name, about, columns)
    if links := list(links_in(kind)):
        yield _links(kind, name, links, locale)
    yield from _lists(kind, kind, (), name, locale)


def _links(kind: type[Record], name: str, links: list[FieldDeclaration], locale: Locale) -> Sheet:
    labels = ", ".join(label_of(kind, each.name, locale) for each in links)
    columns = (
        _said(IDENTIFIER, locale),
        _said(RANK, locale),
        _owner(kind, locale),
        replace(_said(LINK, locale), required=True),
        replace(_said(TARGET, locale), required=True),
    )
    title = f"{name} – {locale.text('workbook.links')}"
    return Sheet(LINKS, kind, title, labels, columns)


def _lists(
    kind: type[Record], model: Model, loc: tuple[str, ...], name: str, locale: Locale
) -> Iterator[Sheet]:
    for declared in lists_in(model):
        label = label_of(model, declared.name, locale)
        title, about = f"{name} – {label}", help_of(model, declared.name, locale)
        below = (*loc, declared.name)
        lead = [_said(IDENTIFIER, locale), _said(RANK, locale)]
        if kind.folder:
            lead.append(_owner(kind, locale))
        if loc and issubclass(model, Part):
            above = label_of(model, shown_name(model), locale)
            lead.append(_column(PARENT, above, locale.text("workbook.parent_help"), required=True))
        if declared.part is None:
            counts = (replace(_said(WHO, locale), required=True), _said(COUNT, locale))
            yield Sheet(COUNTS, kind, title, about, (*lead, *counts), below)
            continue
        taken = {fold(each.title) for each in lead}
        fields = [
            _apart(_carrying(each, declared), taken) for each in _fields(declared.part, locale)
        ]
        yield Sheet(ITEMS, kind, title, about, (*lead, *fields), below, declared.part)
        yield from _lists(kind, declared.part, below, name, locale)


def _fields(
    model: Model, locale: Locale, loc: tuple[str, ...] = (), head: str = "", must: bool = True
) -> Iterator[Column]:
    """The columns of what ``model`` holds once: a part's own fields stand side by side."""
    for name, declared in declaration(model).items():
        label = label_of(model, name, locale)
        title = f"{head} : {label}" if head and locale.language == "fr" else label
        title = f"{head}: {label}" if head and locale.language != "fr" else title
        here = (*loc, name)
        if declared.part is not None and not declared.many:
            yield from _fields(declared.part, locale, here, label, must=False)
        elif declared.part is None and declared.holds != "counts" and not _is_link(declared, model):
            said = help_of(model, name, locale)
            if declared.many:
                said = f"{said} {locale.text('workbook.a_line_each')}"
            names = frozenset(map(fold, (title, key_of(model, name, locale), name)))
            names = names if not loc else frozenset({fold(title), fold(".".join(here))})
            required = declared.required and must
            yield Column(FIELD, title, said, here, declared, required, declared.relation, names)


def _carrying(column: Column, holder: FieldDeclaration) -> Column:
    """``column`` with the relation of the list ``holder``, when it is what carries it."""
    carrier = holder.part.shorthand if holder.part else ""
    if holder.relation is not None and column.loc == (carrier,):
        return replace(column, relation=holder.relation)
    return column


def _is_link(declared: FieldDeclaration, model: Model) -> bool:
    """Whether the field is a row of the sheet of links, and no column."""
    return declared.many and declared.relation is not None and issubclass(model, Record)


def _said(role: str, locale: Locale) -> Column:
    return _column(role, locale.text(f"workbook.{role}"), locale.text(f"workbook.{role}_help"))


def _owner(kind: type[Record], locale: Locale) -> Column:
    title = _capital(kind_name(kind.kind, locale))
    return _column(OWNER, title, locale.text("workbook.owner_help"), required=True)


def _column(role: str, title: str, said: str, *, required: bool = False) -> Column:
    names = frozenset({fold(title), role})
    return Column(role, title, said, required=required, names=names)


def _apart(column: Column, taken: set[str]) -> Column:
    """``column``, under a heading that no other has."""
    title, number = column.title, 2
    while fold(title) in taken:
        title, number = f"{column.title} ({number})", number + 1
    taken.add(fold(title))
    if title == column.title:
        return column
    return replace(column, title=title, names=frozenset({fold(title), column.loc[-1]}))


def _named_apart(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """``sheets`` under names that spreadsheets take, each once."""
    taken: set[str] = set()
    for sheet in sheets:
        bare = _FORBIDDEN.sub(" ", sheet.title).strip("' ")
        name, number = _cut(bare, MAX_TITLE), 2
        while fold(name) in taken:
            name, number = f"{_cut(bare, MAX_TITLE - 2)} {number}", number + 1
        taken.add(fold(name))
        yield replace(sheet, title=name)


def _cut(title: str, most: int) -> str:
    return title if len(title) <= most else f"{title[: most - 1].rstrip(' –')}…"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
