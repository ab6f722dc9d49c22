"""What a record says in words that readers read, and where each word of it stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from chemins.faults import Place
from chemins.records.actor import Contact
from chemins.records.base import Loc, Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.indicator import RowFilter, Series
from chemins.records.quartier import Population
from chemins.records.territory import AccessibilityAudit, Commune, Contours
from chemins.records.words import Model

_OF_FACTS = frozenset(
    {AccessibilityAudit, Commune, Contact, Contours, Population, RowFilter, Series}
)
"""The parts that hold names and sources: what there is to say of them is not chosen."""

_FACTS = frozenset({*Record.model_fields, "document", "siren", "produced_by", "unit"})
"""The fields that hold such, by their codes."""

_NOT_WORDS = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]*`|\]\([^()\n]{0,400}\)|\[\[[^\[\]\n]{0,400}\]\]|<[^<>\s]{1,400}>"
    r"|\b(?:https?://|www\.|mailto:)\S+",
    re.DOTALL,
)
"""Code, the ends of links, references: written in a text, but no words of it.

What opens and never closes is looked for a little way only, so that no text takes long.
"""

_Fields = tuple[FieldDeclaration, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record."""

    record: Record
    """Whose it is."""

    loc: Loc
    """The field that holds it; empty for the narrative."""

    model: Model
    """The kind or the part that declares the field."""

    said: str
    """What it says, in Markdown."""

    @property
    def is_heading(self) -> bool:
        """Whether it is what the record is called."""
        return self.loc == (type(self.record).heading,)

    def words(self) -> str:
        """The text with blanks in the place of all that is no word; nothing else moves."""
        if not any(mark in self.said for mark in ("`", "](", "[[", "<", "://", "www.")):
            return self.said
        return _NOT_WORDS.sub(_blank, self.said)

    def place(self, start: int, end: int) -> Place:
        """Where in its file the word from ``start`` to ``end`` stands."""
        word = self.said[start:end]
        if not self.loc:
            line = self.said.count("\n", 0, start)
            column = start - self.said.rfind("\n", 0, start)
            return self.record.source.body_place(line + 1, column, end - start)
        before = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", self.said[:start])
        return self.record.source.word_place(self.loc, word, len(before))


def texts(record: Record) -> Iterator[Text]:
    """All that readers read of ``record``, in words that its authors chose, its fields first."""
    for loc, model, said in _within(record, (), _chosen_words):
        yield Text(record, loc, model, said)
    if record.body:
        yield Text(record, (), type(record), record.body)


def prose(record: Record) -> Iterator[tuple[Loc, str]]:
    """The long texts of the fields of ``record``, with where each stands."""
    yield from _said(record, _long_texts)


def public_texts(record: Record) -> Iterator[tuple[Loc, str]]:
    """The lines, the long texts and what is counted in the fields of ``record``.

    Not what is there to say whom to reach or who made something, nor what is never published.
    """
    yield from _said(record, _words)


def files(record: Record) -> Iterator[tuple[Loc, str]]:
    """The files that fields of ``record`` name, as they are written, with where each stands."""
    yield from _said(record, _file_names)


def _said(record: Record, wanted: Callable[[Model], _Fields]) -> Iterator[tuple[Loc, str]]:
    return ((loc, said) for loc, _, said in _within(record, (), wanted))


def _within(
    holder: Record | Part, loc: Loc, wanted: Callable[[Model], _Fields]
) -> Iterator[tuple[Loc, Model, str]]:
    model = type(holder)
    unread = holder.withheld if isinstance(holder, Part) and wanted is _chosen_words else ()
    for field in wanted(model):
        value = getattr(holder, field.name)
        if not value or field.name in unread:
            continue
        inner = (*loc, field.name)
        if field.holds == "counts":
            # The words stand in the place of keys, before what is counted of each.
            yield from ((inner, model, words) for words, _ in value)
        elif field.many:
            for index, each in enumerate(value):
                yield from _of(each, model, (*inner, index), wanted)
        else:
            yield from _of(value, model, inner, wanted)


def _of(
    value: str | Part, model: Model, loc: Loc, wanted: Callable[[Model], _Fields]
) -> Iterator[tuple[Loc, Model, str]]:
    if isinstance(value, str):
        yield loc, model, value
    elif value.is_public or wanted is not _chosen_words:
        yield from _within(value, loc, wanted)


@cache
def _long_texts(model: Model) -> _Fields:
    return tuple(
        field
        for field in declaration(model).values()
        if field.holds == "prose" or (field.part and _long_texts(field.part))
    )


@cache
def _file_names(model: Model) -> _Fields:
    return tuple(
        field
        for field in declaration(model).values()
        if field.holds == "file" or (field.part and _file_names(field.part))
    )


@cache
def _words(model: Model) -> _Fields:
    if issubclass(model, Part) and model.says_whom:
        return ()
    return tuple(
        field
        for field in declaration(model).values()
        if (field.holds in ("line", "prose", "counts") and not field.private)
        or (field.part and _words(field.part))
    )


@cache
def _chosen_words(model: Model) -> _Fields:
    """Those that their author could have said otherwise."""
    if model in _OF_FACTS:
        return ()
    return tuple(
        field
        for field in _words(model)
        if field.name not in _FACTS
        and field.holds != "counts"
        and (field.part is None or _chosen_words(field.part))
    )


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in found[0])
