"""A record that could not be completed: its links are still worth checking."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chemins.faults import Place
from chemins.records.base import Record, Source


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What could be read of a file that makes no record yet."""

    model: type[Record]
    """The kind that it would be."""

    identifier: str
    """The identifier that it would have: others may refer to it, and are right."""

    source: Source
    """Where it was read."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """Its fields by their codes, as texts, lists and mappings."""

    body: str = ""
    """Its narrative."""

    @property
    def key(self) -> tuple[str, str]:
        """Kind and identifier."""
        return (self.model.kind, self.identifier)

    def place_of(self, *loc: str | int) -> Place:
        """The place of one of its values."""
        return self.source.place(*loc)
