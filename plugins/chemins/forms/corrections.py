"""The kinds → the forms by which somebody from outside proposes a correction, and their questions.

GitHub shows them, « import correction » reads what was answered: both by these questions alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from chemins.forms.workbook import FIELD, Column
from chemins.locales import Locale, fold
from chemins.records.base import Part, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.identifiers import identifier_of
from chemins.records.kinds import Kinds
from chemins.records.relations import Relation
from chemins.records.words import Model, help_of, key_of, kind_name, label_of

TARGET, MARK, ACT, WHICH, VALUE = "target", "mark", "act", "which", "value"
"""What a question is for: which record, as it was when, to change or to add, which item, what."""

WHY, PROMISE = "why", "promise"
"""For the team that reads: how one knows; that nobody is named. Neither goes into the record."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form."""

    role: str
    """What it is for."""

    key: str
    """What addresses call it: letters, digits, hyphens."""

    label: str
    """What stands above it; the heading above its answer."""

    help: str
    """What stands under that."""

    required: bool = False
    """Whether it must be answered."""

    loc: tuple[str, ...] = ()
    """The fields that lead to what it is about, from the record or from the item of its list."""

    declared: FieldDeclaration | None = None
    """What it is about."""

    relation: Relation | None = None
    """Where that leads."""

    @property
    def column(self) -> Column:
        """The question as a column of a workbook: an answer is read as a cell is."""
        return Column(FIELD, self.label, "", self.loc, self.declared, False, self.relation)

    @property
    def takes_lines(self) -> bool:
        """Whether an answer may have several lines."""
        if self.role == WHY:
            return True
        return bool(self.declared and (self.declared.many or self.declared.holds == "prose"))


@dataclass(frozen=True, slots=True)
class Form:
    """A form."""

    kind: type[Record]
    """The kind whose records it corrects."""

    name: str
    """What it corrects, in a word: « action », « quartier : lieux »."""

    file: str
    """Its file, which addresses name."""

    questions: tuple[Question, ...] = field(repr=False)
    """In their order."""

    loc: str = ""
    """The list whose items it corrects; empty when it corrects the record itself."""

    part: type[Part] | None = None
    """What such an item is."""

    def of(self, *roles: str) -> tuple[Question, ...]:
        """Its questions that are for one of ``roles``."""
        return tuple(each for each in self.questions if each.role in roles)

    @property
    def target(self) -> Question:
        """The question that says which record: no two forms ask it in the same words."""
        return self.of(TARGET)[0]

    def asks(self, label: str) -> Question | None:
        """The question that stands under ``label``."""
        return next((each for each in self.questions if fold(each.label) == fold(label)), None)


@cache
def forms_of(kinds: Kinds, locale: Locale) -> tuple[Form, ...]:
    """The forms of ``kinds``: one a kind that may be corrected, one a list of its parts."""
    return tuple(each for kind in kinds if kind.corrected for each in _forms(kind, locale))


def _forms(kind: type[Record], locale: Locale) -> Iterator[Form]:
    fields = [declaration(kind)[name] for name in kind.corrected]
    own = [each for each in fields if each.part is None or not each.many]
    yield _form(kind, None, tuple(_values(kind, own, locale)), locale)
    for each in fields:
        if each.part is not None and each.many:
            yield _form(kind, each, tuple(_of_item(each.part, locale)), locale)


def _form(
    kind: type[Record],
    items: FieldDeclaration | None,
    asked: tuple[Question, ...],
    locale: Locale,
) -> Form:
    name = kind_name(kind.kind, locale)
    file = f"correction-{identifier_of(name)}"
    if items is not None:
        said = label_of(kind, items.name, locale)
        name = locale.text("corrections.of_part", whole=name, part=said[:1].lower() + said[1:])
        file += f"-{identifier_of(key_of(kind, items.name, locale))}"
    ends = {role: locale.text(f"corrections.asks.{role}") for role in (WHY, PROMISE, MARK)}
    helps = {role: locale.text(f"corrections.helps.{role}") for role in (WHY, PROMISE, MARK)}
    target = Question(
        TARGET,
        locale.text("corrections.keys.target"),
        locale.text("corrections.asks.target", name=name),
        locale.text("corrections.helps.target"),
        required=True,
        relation=Relation((kind.kind,), ""),
    )
    last = tuple(
        Question(
            role,
            locale.text(f"corrections.keys.{role}"),
            ends[role],
            helps[role],
            required=role == PROMISE,
        )
        for role in (WHY, MARK, PROMISE)
    )
    questions = (target, *asked, *last)
    if items is None:
        return Form(kind, name, f"{file}.yml", questions)
    return Form(kind, name, f"{file}.yml", questions, items.name, items.part)


def _of_item(part: type[Part], locale: Locale) -> Iterator[Question]:
    """The questions about an item of a list: change or add, which one, what of it."""
    yield Question(
        ACT,
        locale.text("corrections.keys.act"),
        locale.text("corrections.asks.act"),
        locale.text("corrections.helps.act"),
        required=True,
    )
    fields = declaration(part)
    for name in part.told_apart_by:
        yield _question(WHICH, part, fields[name], (name,), "", locale)
    yield from _values(part, [fields[name] for name in part.corrected], locale)


def _values(model: Model, fields: list[FieldDeclaration], locale: Locale) -> Iterator[Question]:
    """A question a field; for a part that is there once, one a field of it."""
    for each in fields:
        if each.part is None:
            yield _question(VALUE, model, each, (each.name,), "", locale)
            continue
        whole = label_of(model, each.name, locale)
        inner = declaration(each.part)
        for name in each.part.corrected or inner:
            yield _question(VALUE, each.part, inner[name], (each.name, name), whole, locale)


def _question(
    role: str,
    model: Model,
    declared: FieldDeclaration,
    loc: tuple[str, ...],
    whole: str,
    locale: Locale,
) -> Question:
    label = label_of(model, declared.name, locale)
    if whole:
        small = label[:1].lower() + label[1:]
        label = locale.text("corrections.of_part", whole=whole, part=small)
    return Question(
        role,
        # Alone, « title » would be the title of the issue in an address.
        "-".join(("f", *(name.replace("_", "-") for name in loc))),
        label,
        help_of(model, declared.name, locale),
        required=role == WHICH and declared.required,
        loc=loc,
        declared=declared,
        relation=declared.relation,
    )
