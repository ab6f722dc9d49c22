"""What every record has, whatever its kind."""

import re
from dataclasses import dataclass, field
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from chemins.faults import Place
from chemins.locales import fold
from chemins.records.types import Day, File, Flag, Line, PrivateLine

Loc = tuple[str | int, ...]
"""The path of a value in a record: ``("contributes_to", 0, "to")``."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Where a record was read: what a fault about it points to."""

    path: str = ""
    """The file, relative to the content folder; empty for a record made by a program."""

    places: dict[Loc, tuple[int, int, int]] = field(default_factory=dict)
    """Line, column and width of each value."""

    body_line: int = 1
    """The line of the file on which the body begins."""

    doubted: frozenset[Loc] = frozenset()
    """The values that a fault of a key or of a shape already speaks of."""

    header: list[str] = field(default_factory=list)
    """The lines of the front matter as they were written: none once all is checked."""

    header_line: int = 1
    """The line of the file on which the front matter begins."""

    def place(self, *loc: str | int) -> Place:
        """The place of the value at ``loc``, else of what holds it, else of the file."""
        path = loc
        while path:
            if found := self.places.get(path):
                return Place(self.path, *found)
            path = path[:-1]
        return Place(self.path)

    def doubts(self, *loc: str | int) -> bool:
        """Whether a fault already speaks of the value at ``loc``, or of something in it."""
        return any(each[: len(loc)] == loc for each in self.doubted)

    def forget(self) -> None:
        """Lets go of the places: once all is checked, a site needs none, and they take room."""
        self.places.clear()
        self.header.clear()

    def word_place(self, loc: Loc, word: str, occurrence: int = 0) -> Place:
        """The place of ``word`` within the value at ``loc``, which may run over several lines.

        The value's own place where the file does not write the word as it is read.
        """
        whole = self.place(*loc)
        if loc not in self.places:
            return whole
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        start = whole.column - 1
        for number in range(whole.line, self.header_line + len(self.header)):
            for found in pattern.finditer(self.header[number - self.header_line], start):
                if not occurrence:
                    return Place(self.path, number, found.start() + 1, len(word))
                occurrence -= 1
            start = 0
        return whole

    def body_place(self, line: int, column: int, width: int) -> Place:
        """A place in the body, whose first line is 1."""
        return Place(self.path, self.body_line + line - 1, column, width)


class Part(BaseModel):
    """A value with fields of its own, inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    shorthand: ClassVar[str] = ""
    """The field that a bare word stands for; empty when the part must be written out."""

    told_apart_by: ClassVar[tuple[str, ...]] = ()
    """The fields by which a reader says which one of a list is meant."""

    corrected: ClassVar[tuple[str, ...]] = ()
    """The fields for which somebody from outside may propose other words; none says all of them."""

    written_out: ClassVar[bool] = False
    """Whether its fields are named even where the shorthand would do: a form reads those alone."""

    in_a_row: ClassVar[bool] = False
    """Whether its values read as one line: a place, its street, its number."""

    says_whom: ClassVar[bool] = False
    """Whether it is there to say whom or where to reach, or who made something: the names, numbers
    and addresses in it are meant to be read."""

    @property
    def is_public(self) -> bool:
        """Whether it may be published: a part that asks for somebody's consent says no without."""
        return True

    @property
    def withheld(self) -> frozenset[str]:
        """The fields of it that may not be published, though the rest is."""
        return frozenset()


class Photo(Part):
    """A photograph that a record shows, and those who can be seen on it."""

    says_whom: ClassVar[bool] = True

    file: File
    """The file, as the text names it."""

    credit: Line | None = None
    """Who took it: shown with it."""

    people: Flag
    """Whether somebody on it can be recognised.

    Source: article 9 of the French civil code; a face is personal data (GDPR, article 4).
    """

    authorisation: PrivateLine | None = None
    """Where the authorisation of those people is kept."""

    expires_on: Day | None = None
    """The last day that it covers."""


class Record(BaseModel):
    """One file: structured front matter, then the narrative."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    kind: ClassVar[str]
    """The kind's code, in the singular: ``change``."""

    folder: ClassVar[str] = ""
    """The kind's folder in English, ``changes``; empty for a record that there is one of."""

    heading: ClassVar[str] = "title"
    """The field that names the record on a page."""

    sorted_by: ClassVar[tuple[str, ...]] = ()
    """The fields that order an index of the kind, before the file name."""

    corrected: ClassVar[tuple[str, ...]] = ()
    """The fields for which somebody from outside may propose other words, by a form.

    Never who approved it, who consented, what it is called in addresses: these are the team's.
    """

    identifier: str = Field(default="", exclude=True)
    """From the file's name. Unique within the kind; the address; never changes."""

    source: Source = Field(default_factory=Source, exclude=True, repr=False)
    """Where it was read."""

    body: str = Field(default="", exclude=True, repr=False)
    """The narrative, in Markdown."""

    former_names: tuple[Line, ...] = ()
    """Identifiers it once had: their addresses lead to it."""

    illustrative: Flag = False
    """Whether it is an example and not the territory's word: each view that shows it says so."""

    provenance: Line | None = None
    """Where it comes from, in a line that is shown with it."""

    photos: tuple[Photo, ...] = ()
    """The photographs that it shows, each with those who can be seen on it."""

    approved_by: Line | None = None
    """Who approved its publication."""

    approved_on: Day | None = None
    """When."""

    @property
    def is_approved(self) -> bool:
        """Whether somebody answers for its publication, since a date."""
        return bool(self.approved_by and self.approved_on)

    @property
    def label(self) -> str:
        """What the record is called on a page."""
        return str(getattr(self, self.heading, None) or self.identifier)

    @property
    def key(self) -> tuple[str, str]:
        """Kind and identifier: unique in a strategy."""
        return (self.kind, self.identifier)

    @property
    def rank(self) -> tuple[Any, ...]:
        """Where it stands among its kind: by its declared order, then by name; no order, last."""
        values = [getattr(self, name) for name in self.sorted_by]
        known = [(value is None, 0 if value is None else _ordered(value)) for value in values]
        return (*known, self.identifier)

    def place_of(self, *loc: str | int) -> Place:
        """The place of one of its values."""
        return self.source.place(*loc)


def _ordered(value: Any) -> Any:
    """What stands for ``value`` in an order: words as a dictionary has them."""
    return fold(value) if isinstance(value, str) else value


HELD = frozenset({"identifier", "source", "body"})
"""The attributes that reading fills and nobody types in front matter."""
