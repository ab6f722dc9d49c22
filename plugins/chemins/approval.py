"""What of a strategy is published where only approved records are: the rest is as if not there.

The published strategy is made anew from the approved records alone, with no word of the others in
it: no page, list, map or file can show what it never had.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from chemins.addresses import Addresses
from chemins.content_paths import ContentPaths
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.identifiers import reference_of
from chemins.records.relations import RECORDS
from chemins.strategy import Strategy
from chemins.strategy.resolve import Key
from chemins.text.parser import REFERENCE

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]*)\]\(\s*<?(?P<href>[^\s<>()]+)>?[^()\n]*\)")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\n]+)\]:\s*<?(?P<href>[^\s<>]+).*$\n?", re.MULTILINE
)


@dataclass(frozen=True, eq=False)
class Withheld:
    """The records that wait to be approved, and the way to speak without them."""

    strategy: Strategy
    """The whole, those that wait among the others."""

    paths: ContentPaths
    """Where all its files are."""

    addresses: Addresses
    """Where its pages are."""

    @cached_property
    def records(self) -> Mapping[Key, Record]:
        """Those that wait, and those that could not be complete without them."""
        hidden = {each.key: each for each in self.strategy.records if not each.is_approved}
        while further := self._further(hidden):
            hidden |= further
        return hidden

    @cached_property
    def files(self) -> frozenset[str]:
        """Their files, and those of their pages, as a menu may name them."""
        found = self.records.values()
        pages = (f"{self.addresses.of(each)}index.md" for each in found)
        return frozenset((*(each.source.path for each in found), *pages))

    def target(self, reference: str, to: Iterable[str] = (RECORDS,)) -> Record | None:
        """The record that waits and that ``reference`` means; none when it means another."""
        found = self.strategy.resolve.one(reference_of(reference), to)
        return self.records.get(found.key) if found else None

    def linked(self, href: str, path: str) -> Record | None:
        """The record that waits and that ``href`` leads to, written in the file ``path``."""
        address = self.paths.address(href, path)
        return self._by_address.get(address.partition("#")[0]) if address else None

    def published(self) -> tuple[Record, ...]:
        """The other records, without any link to those that wait."""
        others = (each for each in self.strategy.records if each.key not in self.records)
        return tuple(self._veiled(each, each.source.path) for each in others)

    def linkless(self, text: str, path: str) -> str:
        """The Markdown ``text`` of the file ``path``, its links to those that wait made words."""
        if "](" in text:
            text = _LINK.sub(
                lambda found: found["words"] if self.linked(found["href"], path) else found[0], text
            )
        for found in _DEFINITION.finditer(text) if "]:" in text else ():
            if self.linked(found["href"], path):
                text = _undefined(text.replace(found[0], ""), found["label"])
        return text

    def _plain(self, text: str, path: str) -> str:
        """The same of the text of a record, where ``[[identifier]]`` is a link too."""
        if "[[" in text:
            text = REFERENCE.sub(self._words_of_reference, text)
        return self.linkless(text, path)

    @cached_property
    def _by_address(self) -> Mapping[str, Record]:
        return {self.addresses.of(each): each for each in self.records.values()}

    def _words_of_reference(self, found: re.Match[str]) -> str:
        return (found[2] or found[1]).strip() if self.target(found[1]) else found[0]

    def _further(self, hidden: Mapping[Key, Record]) -> dict[Key, Record]:
        """The records that one of ``hidden`` is needed for."""
        return {
            record.key: record
            for record in self.strategy.records
            if record.key not in hidden
            for link in self.strategy.links_from(record)
            if link.target.key in hidden and _is_needed(declaration(type(record))[link.name])
        }

    def _veiled(self, holder: Record | Part, path: str) -> Any:
        """A record or a part without those that wait; none for a part that cannot be without."""
        changed = {}
        for name, field in declaration(type(holder)).items():
            value = getattr(holder, name)
            if value in (None, (), ""):
                continue
            changed[name] = self._field(value, field, path)
            if changed[name] is None and _is_needed(field):
                return None
        if isinstance(holder, Record):
            changed["body"] = self._plain(holder.body, path)
        return holder.model_copy(update=changed)

    def _field(self, value: Any, field: FieldDeclaration, path: str) -> Any:
        if not field.many:
            return self._one(value, field, path)
        kept = (self._one(each, field, path) for each in value)
        return tuple(each for each in kept if each is not None)

    def _one(self, value: Any, field: FieldDeclaration, path: str) -> Any:
        if field.relation is not None:
            typed = getattr(value, field.part.shorthand) if field.part else value
            if self.target(typed, field.relation.to):
                return None
        if isinstance(value, Part):
            return self._veiled(value, path)
        return self._plain(value, path) if field.holds in ("line", "prose") else value


def _undefined(text: str, label: str) -> str:
    """``text`` with its links to what ``label`` defined made words."""
    label = re.escape(label)
    used = re.compile(rf"\[([^\[\]]*)\]\[{label}\]|\[({label})\](?:\[\])?", re.IGNORECASE)
    return used.sub(lambda found: found[1] or found[2], text)


def _is_needed(field: FieldDeclaration) -> bool:
    return field.required and not field.many
