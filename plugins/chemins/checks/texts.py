"""What a record says in words that readers read, and where each word of it stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from chemins.faults import Place
from chemins.records.actor import Contact
from chemins.records.base import Loc, Part, Record
from chemins.records.declaration import declaration
from chemins.records.quartier import PlaceToGo, Population
from chemins.records.territory import AccessibilityAudit, Commune, Contours, Publisher
from chemins.records.words import Model

_OF_FACTS = frozenset(
    {AccessibilityAudit, Commune, Contact, Contours, PlaceToGo, Population, Publisher}
)
"""The parts that hold names, addresses and sources: what there is to say of them is not chosen."""

_FACTS = frozenset({*Record.model_fields, "document", "siren"})
"""The fields that hold such, by their codes."""

_NOT_WORDS = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]*`|\]\([^()\n]{0,400}\)|\[\[[^\[\]\n]{0,400}\]\]|<[^<>\s]{1,400}>"
    r"|\b(?:https?://|www\.|mailto:)\S+",
    re.DOTALL,
)
"""Code, the ends of links, references: written in a text, but no words of it.

What opens and never closes is looked for a little way only, so that no text takes long.
"""


_Fields = tuple[tuple[str, bool], ...]


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
    """All that readers read of ``record``, its fields first."""
    for loc, model, said in _within(record, (), _words):
        yield Text(record, loc, model, said)
    if record.body:
        yield Text(record, (), type(record), record.body)


def prose(record: Record) -> Iterator[tuple[Loc, str]]:
    """The long texts of the fields of ``record``, with where each stands."""
    for loc, _, said in _within(record, (), _long_texts):
        yield loc, said


def _within(
    holder: Record | Part, loc: Loc, wanted: Callable[[Model], _Fields]
) -> Iterator[tuple[Loc, Model, str]]:
    model = type(holder)
    for name, is_many in wanted(model):
        value = getattr(holder, name)
        if not value:
            continue
        for index, each in enumerate(value) if is_many else [(None, value)]:
            inner = (*loc, name) if index is None else (*loc, name, index)
            if isinstance(each, str):
                yield inner, model, each
            elif each.is_public:
                yield from _within(each, inner, wanted)


@cache
def _long_texts(model: Model) -> _Fields:
    """The fields of ``model`` that hold long texts, or parts that do, and whether as lists."""
    return tuple(
        (name, field.many)
        for name, field in declaration(model).items()
        if field.holds == "prose" or (field.part is not None and _long_texts(field.part))
    )


@cache
def _words(model: Model) -> _Fields:
    """The fields of ``model`` that hold words, or parts that do, and whether as lists."""
    return tuple(
        (name, field.many)
        for name, field in declaration(model).items()
        if name not in _FACTS
        and (
            field.holds in ("line", "prose")
            or (field.part is not None and field.part not in _OF_FACTS and _words(field.part))
        )
    )


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in found[0])
