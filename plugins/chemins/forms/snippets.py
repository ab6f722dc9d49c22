"""The kinds and their records → snippets: what Visual Studio Code completes a record with.

Its completion of Markdown knows no schema. Snippets it knows without any extension: one a kind
begins a record, one a field writes its key and offers its choices, one a record gives its name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from chemins.forms.schema import Named
from chemins.locales import Locale
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.kinds import Kinds, folder_of
from chemins.records.relations import Relation
from chemins.records.words import Model, help_of, key_of, kind_name, label_of

Snippets = dict[str, dict[str, Any]]
"""What each is called → what it writes, after which letters, where."""

_SCOPE = "markdown,yaml"
"""Front matter is YAML to the editor, the rest of a record Markdown."""

_STEP = "  "


def kind_snippets(kinds: Kinds, locale: Locale, named: Named | None = None) -> Snippets:
    """A snippet a kind, one a field; links offer the records ``named``."""
    made = {kind: _Body(locale, named or {}) for kind in kinds}
    found: Snippets = {}
    for kind, body in made.items():
        name = kind_name(kind.kind, locale)
        found[name] = {
            "scope": _SCOPE,
            "prefix": name,
            "body": ["---", *body.record(kind), "---", "$0"],
            "description": locale.text(f"kinds.{kind.kind}.about"),
            "include": list(_globs((kind,), locale)),
        }
    return found | _field_snippets(kinds, locale, named or {})


def record_snippets(named: Named, locale: Locale) -> Snippets:
    """A snippet a record: its identifier, found by its first letters."""
    return {
        f"{kind}/{identifier}": {
            "scope": _SCOPE,
            "prefix": identifier,
            "body": _escaped(identifier),
            "description": f"{kind_name(kind, locale)} : {title}",
        }
        for kind, records in named.items()
        for identifier, title in records
    }


def _field_snippets(kinds: Kinds, locale: Locale, named: Named) -> Snippets:
    """One a field; those of several kinds that write the same are one."""
    alike: defaultdict[tuple[str, tuple[str, ...]], list[tuple[type[Record], str]]]
    alike = defaultdict(list)
    for kind in kinds:
        for name in declaration(kind):
            lines = tuple(_Body(locale, named).field(kind, declaration(kind)[name], ""))
            alike[key_of(kind, name, locale), lines].append((kind, name))
    found: Snippets = {}
    for (key, lines), places in alike.items():
        names = ", ".join(kind_name(kind.kind, locale) for kind, _ in places)
        everywhere = len(places) == len(list(kinds))
        first, name = places[0]
        # Older editors pass over what they do not know, and offer the field everywhere.
        where = {} if everywhere else {"include": list(_globs(dict(places), locale))}
        found[key if everywhere else f"{key} ({names})"] = {
            "scope": _SCOPE,
            "prefix": key,
            "body": list(lines),
            "description": help_of(first, name, locale),
            **where,
        }
    return found


def _globs(kinds: Iterable[type[Record]], locale: Locale) -> Iterator[str]:
    for kind in kinds:
        if kind.folder:
            names = dict.fromkeys((folder_of(kind, locale), kind.folder))
            yield from (f"**/{each}/**" for each in names)
        else:
            yield f"**/{locale.text(f'kinds.{kind.kind}.file')}.md"


@dataclass
class _Body:
    """Writes the lines of a snippet, its stops numbered."""

    locale: Locale
    named: Named
    stops: int = 0

    def record(self, kind: type[Record]) -> Iterator[str]:
        """The lines of the fields that a record must have, and of its links to what there is."""
        for name, field in declaration(kind).items():
            links = name not in Record.model_fields and self._known(field.relation)
            if field.required or links:
                yield from self.field(kind, field, "")

    def field(
        self, model: Model, field: FieldDeclaration, indent: str, relation: Relation | None = None
    ) -> Iterator[str]:
        """The lines of one field, that leads where ``relation`` says when it does not itself."""
        key = f"{indent}{key_of(model, field.name, self.locale)}:"
        if field.part is not None:
            yield key
            dash, rest = ("- ", _STEP) if field.many else ("", "")
            for number, line in enumerate(self._needed(field.part, field.relation)):
                yield f"{indent}{_STEP}{rest if number else dash}{line}"
            return
        value = self._value(model, field, field.relation or relation)
        if field.holds == "counts":
            yield f"{key} {{{value}: {self._text('12')}}}"
        else:
            yield f"{key} [{value}]" if field.many else f"{key} {value}"

    def _needed(self, part: type[Part], relation: Relation | None) -> Iterator[str]:
        """The lines of the fields that ``part`` must have; where it needs none, the first."""
        fields = list(declaration(part).values())
        for each in [each for each in fields if each.required] or fields[:1]:
            yield from self.field(part, each, "", relation if each.name == part.shorthand else None)

    def _known(self, relation: Relation | None) -> list[str]:
        """The identifiers of the records that ``relation`` may lead to."""
        found = (
            identifier
            for kind, records in self.named.items()
            if relation is not None and relation.leads_to(kind)
            for identifier, _ in records
        )
        return list(dict.fromkeys(found))

    def _value(self, model: Model, field: FieldDeclaration, relation: Relation | None) -> str:
        if field.choice is not None:
            return self._choice(field.choice.words(self.locale).values())
        if field.holds == "flag":
            keys = ("flags.yes", "flags.no")
            return self._choice(self.locale.text(each).split(",")[0] for each in keys)
        if known := self._known(relation):
            return self._choice(known)
        if self.locale.has(f"editor.samples.{field.holds}"):
            return self._text(self.locale.text(f"editor.samples.{field.holds}"))
        return self._text(label_of(model, field.name, self.locale))

    def _choice(self, words: Iterable[str]) -> str:
        self.stops += 1
        return f"${{{self.stops}|{','.join(map(_chosen, words))}|}}"

    def _text(self, text: str) -> str:
        self.stops += 1
        return f"${{{self.stops}:{_escaped(text)}}}"


def _escaped(text: str) -> str:
    """``text`` where a snippet awaits one."""
    return "".join(f"\\{sign}" if sign in "\\$}" else sign for sign in text)


def _chosen(text: str) -> str:
    """``text`` as one of several to choose from: other signs part these."""
    return "".join(f"\\{sign}" if sign in "\\,|" else sign for sign in text)
