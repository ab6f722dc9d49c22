"""The answers to a form of correction → the record as they say it, or all that is wrong with them.

Only what a form asks can change; who approved the record never can, but its approval was of other
words: it is taken away, and the team gives it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic import TypeAdapter, ValidationError

from chemins.addresses import Addresses
from chemins.exports.workbook_rows import Words, shown, value_at
from chemins.faults import Fault, Place, Severity, worst
from chemins.faults.codes import fault
from chemins.forms.corrections import ACT, MARK, VALUE, WHICH, WHY, Form, Question, forms_of
from chemins.forms.names import Names
from chemins.imports.answers import Answer, Answers, answers_in
from chemins.imports.corrected import Correction, Said
from chemins.imports.rewriting import rewritten, says, with_value
from chemins.imports.workbook_cells import reference, typed
from chemins.locales import closest, fold
from chemins.reading import Content, measured
from chemins.reading.record import value_fault
from chemins.records.base import Loc, Part, Record
from chemins.records.declaration import declaration
from chemins.records.kinds import Kinds
from chemins.strategy.version import version_of


def correcting(data: bytes, path: str, content: Content, kinds: Kinds) -> Correction:
    """What the form filled in the bytes ``data`` of the file ``path`` changes in ``content``.

    Raises:
        OSError: the file of the record cannot be read.
    """
    answers = answers_in(data, path, forms_of(kinds, content.locale), content.locale)
    if not isinstance(answers, Answers):
        return Correction(tuple(answers))
    work = _Work(answers, Words(Names(content.records, content.locale), content.locale), path)
    old = work.target(content.records)
    if old is not None and work.text(MARK):
        # The site marks a record with the values of its table in it.
        (seen,) = [each for each in measured(content).records if each.key == old.key]
        work.compare(seen)
    new = work.corrected(old) if old is not None else None
    if old is None or new is None or worst(work.faults) == Severity.ERROR:
        return Correction(tuple(work.faults))
    before = (content.folder / old.source.path).read_bytes()
    return Correction(
        faults=tuple(work.faults),
        path=old.source.path,
        title=old.label,
        before=before,
        after=rewritten(content.folder, old, new, content.locale),
        said=tuple(work.said),
        item=work.item,
        is_added=work.is_added,
        approved_by=old.approved_by or "",
        why=work.text(WHY),
        texts=tuple(
            answer
            for question, answer in answers.given.items()
            if question.declared is not None and question.declared.holds in ("line", "prose")
        ),
    )


@dataclass
class _Work:
    """Makes the record of the answers; keeps what is wrong with them."""

    answers: Answers
    words: Words
    path: str
    faults: list[Fault] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    item: str = ""
    is_added: bool = False
    places: dict[Loc, Place] = field(default_factory=dict)

    @property
    def form(self) -> Form:
        return self.answers.form

    def text(self, role: str) -> str:
        """What was answered to the question that is for ``role``."""
        (question, *_) = self.form.of(role)
        answer = self.answers.given.get(question)
        return answer.text if answer else ""

    def target(self, records: Sequence[Record]) -> Record | None:
        """The record that is meant, by its title, its identifier or its page's address."""
        answer = self.answers.given.get(self.form.target)
        if answer is None:
            self._tell("E-CORRECTION-RECORD", Place(self.path))
            return None
        if "\n" in answer.text:
            self._tell("E-CORRECTION-RECORD", answer.place, "many")
            return None
        addresses = Addresses(self.words.locale)
        asked = _path_of(answer.text)
        found = [
            each
            for each in records
            if type(each) is self.form.kind and asked.endswith(f"/{addresses.of(each)}")
        ]
        if len(found) != 1:
            column = self.form.target.column
            typed_name = reference(answer.text, column, self.words, answer.place, self._tell_link)
            if worst(self.faults) == Severity.ERROR:
                return None
            keys = self.words.names.meant(typed_name, column.relation)
            found = [each for each in records if each.key in keys]
        (record,) = found
        return record

    def compare(self, seen: Record) -> None:
        """Tells when the form was opened on another state of the record than the one ``seen``."""
        if self.text(MARK) != version_of([seen]).mark:
            place = self.answers.given[self.form.of(MARK)[0]].place
            self._tell("W-CORRECTION-STALE", place, title=seen.label)

    def corrected(self, old: Record) -> Record | None:
        """``old`` as the answers say it; none when that makes no record, or the same."""
        kind = type(old)
        values: dict[str, Any] = {name: getattr(old, name) for name in declaration(kind)}
        if self.form.part is None:
            changed = self._changed(old, ())
        else:
            changed = self._item(getattr(old, self.form.loc))
        if worst(self.faults) == Severity.ERROR:
            return None
        values |= changed
        values["approved_by"] = values["approved_on"] = None
        held = {"identifier": old.identifier, "source": old.source, "body": old.body}
        try:
            new = kind.model_validate(
                {name: each for name, each in values.items() if each is not None} | held,
                context={"locale": self.words.locale},
            )
        except ValidationError as error:
            for each in error.errors(include_url=False, include_input=False):
                place = self._place(each["loc"])
                self.faults.append(value_fault(each, kind, place, self.words.locale))
            return None
        alone = {"approved_by": old.approved_by, "approved_on": old.approved_on}
        if says(new.model_copy(update=alone)) == says(old):
            self._tell("E-CORRECTION-SAME", Place(self.path), title=old.label)
            return None
        return new

    def _changed(self, old: Any, loc: Loc) -> dict[str, Any]:
        """The fields of ``old``, a record or an item at ``loc``, that the answers say otherwise."""
        changed: dict[str, Any] = {}
        for question in self.form.of(VALUE):
            answer = self.answers.given.get(question)
            if answer is None:
                continue
            before = value_at(old, question.loc) if old is not None else None
            is_new, now = self._typed(question, answer, before)
            self.places[(*loc, *question.loc)] = answer.place
            if not is_new:
                continue
            self.said.append(Said(question.label, self._shown(before, question), answer.text))
            name, *inner = question.loc
            if inner:
                holder = changed.get(name, getattr(old, name) if old is not None else None)
                changed[name] = with_value(holder, tuple(inner), now)
            else:
                changed[name] = now
        return changed

    def _typed(self, question: Question, answer: Answer, before: Any) -> tuple[bool, Any]:
        if "\n" in answer.text and not question.takes_lines:
            first = answer.text.partition("\n")[0]
            self._tell("E-LINE", answer.place, value=first, key=question.label)
            return False, before
        return typed(
            answer.text, before, question.column, self.words, answer.place, self._tell_link
        )

    def _shown(self, value: Any, question: Question) -> str:
        found = shown(value, question.column, self.words)
        return "" if found is None else str(found)

    def _item(self, items: Sequence[Part]) -> dict[str, Any]:
        """The list of the form, with the item that is meant said otherwise, or one more."""
        which: dict[str, Any] = {}
        for question in self.form.of(WHICH):
            answer = self.answers.given.get(question)
            if answer is not None:
                _, which[question.loc[0]] = self._typed(question, answer, None)
        named = ", ".join(
            self.answers.given[each].text
            for each in self.form.of(WHICH)
            if each in self.answers.given
        )
        self.item = named
        found = [at for at, each in enumerate(items) if self._is_meant(each)]
        adds = fold(self.text(ACT)) == fold(self.words.locale.text("corrections.acts.add"))
        self._tell_of_item(items, found, named, adds=adds)
        if worst(self.faults) == Severity.ERROR:
            return {}
        at = len(items) if adds else found[0]
        loc = (self.form.loc, at)
        for question in self.form.of(WHICH):
            if question in self.answers.given:
                self.places[(*loc, *question.loc)] = self.answers.given[question].place
        old = None if adds else items[at]
        changed = self._changed(old, loc)
        self.is_added = adds
        if adds:
            return {self.form.loc: (*items, {**which, **changed})}
        if not changed:
            return {}
        now: Any = old
        for name, value in changed.items():
            now = with_value(now, (name,), value)
        return {self.form.loc: (*items[:at], now, *items[at + 1 :])}

    def _is_meant(self, item: Part) -> bool:
        """Whether what was answered says ``item``: each answer as the page writes it, or the file.

        What is not answered tells nothing apart.
        """
        for question in self.form.of(WHICH):
            answer = self.answers.given.get(question)
            if answer is None:
                continue
            value = getattr(item, question.loc[0])
            if isinstance(value, str) and fold(value) == fold(answer.text):
                continue
            is_new, now = typed(
                answer.text, value, question.column, self.words, answer.place, lambda _: None
            )
            if is_new and _read(type(item), question.loc[0], now, self.words) != value:
                return False
        return True

    def _tell_of_item(
        self, items: Sequence[Part], found: list[int], named: str, *, adds: bool
    ) -> None:
        given = self.answers.given
        asked = [each for each in self.form.of(ACT, WHICH) if each.required]
        for question in asked:
            if question not in given:
                label = question.label
                self._tell("E-MISSING", Place(self.path), "cell", key=label, label=label)
        if worst(self.faults) == Severity.ERROR:
            return
        place = given[self.form.of(WHICH)[0]].place
        if adds and found and all(each in given for each in self.form.of(WHICH)):
            self._tell("E-CORRECTION-ITEM", place, "there", value=named)
        elif not adds and len(found) != 1:
            names = [self._name(each) for each in items]
            near = closest(named, names)
            variant = "many" if found else "near" if near else ""
            known = self.words.locale.listing(names[:12]) if names else "—"
            self._tell(
                "E-CORRECTION-ITEM", place, variant, value=named, suggestion=near, known=known
            )

    def _name(self, item: Part) -> str:
        parts = (self._shown(getattr(item, q.loc[0]), q) for q in self.form.of(WHICH))
        return ", ".join(each for each in parts if each)

    def _place(self, loc: Loc) -> Place:
        """The answer that holds what pydantic calls ``loc``."""
        for size in range(len(loc), 0, -1):
            if loc[:size] in self.places:
                return self.places[loc[:size]]
        inside = [place for each, place in self.places.items() if each[: len(loc)] == loc]
        return inside[0] if inside else Place(self.path)

    def _tell_link(self, found: Fault) -> None:
        """Keeps ``found``; what it advises to those who fill a workbook is of no help here."""
        if found.code == "E-REF" and found.variant != "near":
            near = closest(str(found.values["value"]), self.words.names.identifiers)
            values = {**found.values, "suggestion": near}
            found = replace(found, variant="near" if near else "correction", values=values)
        self.faults.append(found)

    def _tell(self, code: str, place: Place, variant: str = "", **values: Any) -> None:
        self.faults.append(fault(code, place, variant, **values))


def _path_of(text: str) -> str:
    """``text`` as the path of a page, with a slash at both ends, when it is an address."""
    try:
        path = unquote(urlsplit(text).path)
    except ValueError:
        path = text
    return f"/{path.strip('/')}/"


def _read(part: type[Part], name: str, value: Any, words: Words) -> Any:
    """``value`` as the field ``name`` of ``part`` reads it; itself when it does not."""
    try:
        return _reader(part, name).validate_python(value, context={"locale": words.locale})
    except ValidationError:
        return value


@cache
def _reader(part: type[Part], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(part.model_fields[name].rebuild_annotation())
