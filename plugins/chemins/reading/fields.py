"""A tree of texts → the fields of a kind by their codes, with the place of each value."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault
from chemins.locales import Locale, closest, fold
from chemins.reading.tree import Mapping, Scalar, Sequence, Span, Tree
from chemins.records.base import Loc, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.words import Model, key_of, kind_name, typed_keys


@dataclass(slots=True)
class Fields:
    """What a front matter says, before its values are read."""

    path: str
    """The file."""

    kind: type[Record]
    """What it is of."""

    locale: Locale
    """The language of its keys."""

    places: dict[Loc, Span] = field(default_factory=dict)
    """Where each value stands."""

    faults: list[Fault] = field(default_factory=list)
    """What is wrong with its keys and shapes."""

    doubted: set[Loc] = field(default_factory=set)
    """The values that those faults speak of, those that a key was probably meant for included."""

    def values(self, tree: Tree) -> dict[str, Any] | None:
        """The fields of ``tree`` as its kind names them; none when it has no fields at all.

        Faults and places are kept.
        """
        if isinstance(tree, Scalar) and not tree.text:
            return {}
        if not isinstance(tree, Mapping):
            self._fault("E-SHAPE", tree.span, key="---", expected=_expected("document"))
            return None
        return self._mapping(tree, self.kind, ())

    def _mapping(self, tree: Mapping, model: Model, loc: Loc) -> dict[str, Any]:
        known = typed_keys(model, self.locale)
        values: dict[str, Any] = {}
        seen: dict[str, Scalar] = {}
        for key, value in tree.fields:
            declared = known.get(key.text) or known.get(fold(key.text))
            if declared is None:
                self._unknown(key, value, model, loc)
            elif declared.name in seen:
                self._twice(key, seen[declared.name], _join(loc, declared.name))
            else:
                seen[declared.name] = key
                inner = _join(loc, declared.name)
                self.places[inner] = key.span if isinstance(value, Mapping) else value.span
                found = self._field(value, declared, inner, key.text)
                if found is not None:
                    values[declared.name] = found
        return values

    def _field(self, tree: Tree, declared: FieldDeclaration, loc: Loc, key: str) -> Any:
        if not declared.many:
            return self._one(tree, declared, loc, key)
        items = list(self._items(tree, declared))
        found: list[Any] = []
        for item in items:
            inner = _join(loc, len(found))
            value = self._one(item, declared, inner, key)
            if value is not None:
                self.places[inner] = item.span
                found.append(value)
        return found or None

    def _items(self, tree: Tree, declared: FieldDeclaration) -> list[Tree]:
        if isinstance(tree, Sequence):
            return tree.items
        if isinstance(tree, Scalar) and "," in tree.text and _names_records(declared):
            return [Scalar(part, tree.span) for part in tree.text.split(",") if part.strip()]
        return [tree]

    def _one(self, tree: Tree, declared: FieldDeclaration, loc: Loc, key: str) -> Any:
        if isinstance(tree, Scalar):
            if not tree.text.strip():
                return None
            if declared.part is None and declared.holds != "counts":
                return tree.text
            if declared.part is not None and declared.part.shorthand:
                self.places[_join(loc, declared.part.shorthand)] = tree.span
                return {declared.part.shorthand: tree.text}
        elif isinstance(tree, Mapping):
            if declared.part is not None:
                return self._mapping(tree, declared.part, loc)
            if declared.holds == "counts":
                return self._counts(tree, loc, key)
        self._misshapen(tree, declared, loc, key)
        return None

    def _counts(self, tree: Mapping, loc: Loc, key: str) -> dict[str, str]:
        counts: dict[str, str] = {}
        lines: dict[str, int] = {}
        for name, value in tree.fields:
            if name.text in counts:
                self._fault("E-TWICE", name.span, key=name.text, first=lines[name.text])
            elif isinstance(value, Scalar):
                self.places[_join(_join(loc, len(counts)), 1)] = value.span
                counts[name.text] = value.text
                lines[name.text] = value.span[0]
            else:
                self.doubted.add(loc)
                self._fault("E-SHAPE", value.span, key=key, expected=_expected("counts"))
        return counts

    def _unknown(self, key: Scalar, value: Tree, model: Model, loc: Loc) -> None:
        names = {key_of(model, name, self.locale): name for name in declaration(model)}
        near = closest(key.text, names)
        self.doubted.add(_join(loc, names[near]) if near else loc)
        self._fault(
            "E-KEY",
            key.span,
            variant="near" if near else "comma" if _is_cut(key, value) else "",
            key=key.text,
            suggestion=near,
            known=", ".join(names),
            kind=kind_name(self.kind.kind, self.locale),
        )

    def _twice(self, key: Scalar, first: Scalar, loc: Loc) -> None:
        self.doubted.add(loc)
        if fold(key.text) == fold(first.text):
            self._fault("E-TWICE", key.span, key=key.text, first=first.span[0])
        else:
            self._fault("E-SAME-KEY", key.span, key=key.text, other=first.text)

    def _misshapen(self, tree: Tree, declared: FieldDeclaration, loc: Loc, key: str) -> None:
        self.doubted.add(loc)
        if declared.part is not None:
            keys = (key_of(declared.part, name, self.locale) for name in declaration(declared.part))
            expected = Word("faults.E-SHAPE.expected.part", {"keys": ", ".join(keys)})
        elif declared.holds == "counts":
            expected = _expected("counts")
        elif declared.choice is not None and not declared.many:
            choices = ", ".join(declared.choice.words(self.locale).values())
            expected = Word("faults.E-SHAPE.expected.choice", {"choices": choices})
        else:
            expected = _expected("list" if declared.many else "scalar")
        self._fault("E-SHAPE", tree.span, key=key, expected=expected)

    def _fault(self, code: str, span: Span, variant: str = "", **values: Any) -> None:
        self.faults.append(fault(code, Place(self.path, *span), variant, **values))


def _is_cut(key: Scalar, value: Tree) -> bool:
    """Whether ``key`` is what a comma between braces cut off from the text before it."""
    line, column, width = key.span
    return isinstance(value, Scalar) and not value.text and value.span[:2] == (line, column + width)


def _expected(shape: str) -> Word:
    return Word(f"faults.E-SHAPE.expected.{shape}")


def _names_records(declared: FieldDeclaration) -> bool:
    return declared.holds in ("reference", "choice") or declared.relation is not None


@lru_cache(maxsize=16384)
def _join(loc: Loc, step: str | int) -> Loc:
    """``loc`` one step further; the same path is the same object in every record."""
    return (*loc, step)
