"""Records as people type them, made from the declarations alone: a further kind is there by itself.

Each field that takes a text holds one of its own, so that wherever a text comes out, it is known
which field it is of, and whether it is whole.
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from tests.pages.filled import OTHERS

from chemins.locales import Locale
from chemins.records import Kinds
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.kinds import folder_of
from chemins.records.relations import RECORDS
from chemins.records.words import Model, key_of

Say = Callable[[str], str]
"""The path of a field → the text to type in it."""

TYPED: dict[str, str] = {
    "flag": "yes",
    "whole": "12",
    "number": "1.5",
    "year": "2024",
    "degrees": "1.5",
    "day": "2024-03-01",
    "when": "2024-03",
    "time": "18:30",
    **{name: OTHERS[name] for name in ("web", "mail", "phone", "quartier-code", "siren")},
    "language": "ar",
}
"""What is typed in the fields that take no free text."""

TWO = ("un", "deux")
"""The identifiers of the records of a kind that has a folder."""


def files_of(kinds: Kinds, locale: Locale, say: Say) -> dict[str, str]:
    """A content folder with every field of every kind filled."""
    return dict(_files(kinds, locale, say))


def _files(kinds: Kinds, locale: Locale, say: Say) -> Iterator[tuple[str, str]]:
    for kind in kinds:
        for name in TWO if kind.folder else (kind.kind,):
            fields = _fields(kind, f"{kind.kind}.{name}", Typist(kinds, locale, say))
            head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10**6)
            folder = f"{folder_of(kind, locale)}/" if kind.folder else ""
            file = name if kind.folder else locale.text(f"kinds.{kind.kind}.file")
            yield f"{folder}{file}.md", f"---\n{head}---\n{say(f'{kind.kind}.{name}.body')}\n"


class Typist:
    """Who types the values of fields."""

    def __init__(self, kinds: Kinds, locale: Locale, say: Say) -> None:
        self.kinds, self.locale, self.say = kinds, locale, say

    def typed(self, field: FieldDeclaration, path: str) -> Any:
        """What to type in ``field``, which stands at ``path``."""
        one = self._one(field, path)
        return [one] if field.many and field.holds != "counts" else one

    def _one(self, field: FieldDeclaration, path: str) -> Any:
        if field.part:
            inner = _fields(field.part, path, self)
            if field.relation:
                inner[key_of(field.part, field.part.shorthand, self.locale)] = self.named(field)
            return inner
        if field.relation and not (field.relation.loose and f".{TWO[0]}." in path):
            return self.named(field)
        if field.choice:
            return next(iter(field.choice)).said(self.locale)
        if field.holds == "counts":
            return {self.say(path): "12"}
        return TYPED.get(field.holds) or self.say(path)

    def named(self, field: FieldDeclaration) -> str:
        """The second record of a kind that ``field`` may lead to."""
        assert field.relation
        to = field.relation.to
        kind = next(
            each for each in self.kinds if each.folder and (each.kind in to or RECORDS in to)
        )
        return f"{folder_of(kind, self.locale)}/{TWO[1]}"


def _fields(model: Model, path: str, typist: Typist) -> dict[str, Any]:
    fields = declaration(model)
    # A photo and a series have a file to stand for: tests of theirs say what becomes of its texts.
    # The version says which program may read all the rest.
    skipped = {"former_names", "photos", "series", "schema_version"}
    return {
        key_of(model, name, typist.locale): typist.typed(field, f"{path}.{name}")
        for name, field in fields.items()
        if name not in skipped and not (field.holds == "reference" and not field.relation)
    }


def paths(kinds: Kinds, locale: Locale) -> set[str]:
    """The path of every text that ``files_of`` types."""
    said: set[str] = set()

    def noted(path: str) -> str:
        said.add(path)
        return path

    files_of(kinds, locale, noted)
    return said
