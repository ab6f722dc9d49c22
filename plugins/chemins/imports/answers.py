"""The text of an issue → the answers to the questions of a form. It is hostile until read whole.

GitHub writes each question as a heading and its answer below it. An answer may hold anything, a
heading too: so a heading is a question of the form, once and in its place, or the file is refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.forms.corrections import Form, Question
from chemins.forms.issue_forms import choices_of
from chemins.locales import Locale, closest, fold
from chemins.reading.encoding import text_of

_HEADING = re.compile(r" {0,3}###(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*")
_HIDDEN = re.compile(r"<!--|<!\[|<\?")
"""What a page does not show, and a file does."""

_NO_RESPONSE = "_No response_"
_NOTHING_CHOSEN = "None"
"""What GitHub writes, in English whatever the language, for a box that was left empty."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a question."""

    text: str
    """The words, without the blank lines around them."""

    place: Place
    """Where they stand."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a form was filled with."""

    form: Form
    """Which form."""

    given: Mapping[Question, Answer]
    """The answers, without those that say nothing."""


@dataclass(frozen=True, slots=True)
class _Heading:
    line: int
    """From 1."""

    label: str


def answers_in(
    data: bytes, path: str, forms: Sequence[Form], locale: Locale
) -> Answers | list[Fault]:
    """The answers in the bytes ``data`` of the file ``path``, or all that is wrong with them."""
    text = text_of(data, path)
    if not isinstance(text, str):
        return text
    lines = text.split("\n")
    headings = [
        _Heading(number, match[1])
        for number, line in enumerate(lines, 1)
        if (match := _HEADING.fullmatch(line))
    ]
    form = _form(lines, headings, forms)
    if form is None:
        example = f"### {locale.typeset(forms[0].target.label)}" if forms else ""
        return [fault("E-CORRECTION-FORM", Place(path), example=example)]
    faults = [*_misplaced(headings, form, path), *_hidden(lines, path)]
    return faults or Answers(form, _given(lines, headings, form, path, locale))


def _form(lines: list[str], headings: list[_Heading], forms: Sequence[Form]) -> Form | None:
    """The form whose first question comes first; none when there are words before it."""
    if not headings or any(line.strip() for line in lines[: headings[0].line - 1]):
        return None
    first = fold(headings[0].label)
    return next((form for form in forms if fold(form.target.label) == first), None)


def _misplaced(headings: list[_Heading], form: Form, path: str) -> list[Fault]:
    """The headings that are no questions of ``form``, or not once, or not in their place."""
    faults = []
    seen: dict[str, int] = {}
    last = -1
    for each in headings:
        place = Place(path, each.line, 1, len(each.label) + 4)
        question = form.asks(each.label)
        if question is None:
            near = closest(each.label, [known.label for known in form.questions])
            variant = "near" if near else ""
            faults.append(
                fault("E-CORRECTION-HEADING", place, variant, value=each.label, suggestion=near)
            )
        elif question.label in seen:
            first = seen[question.label]
            faults.append(fault("E-CORRECTION-TWICE", place, value=each.label, first=first))
        else:
            seen[question.label] = each.line
            rank = form.questions.index(question)
            if rank < last:
                faults.append(fault("E-CORRECTION-HEADING", place, "order", value=each.label))
            last = max(last, rank)
    return faults


def _hidden(lines: list[str], path: str) -> list[Fault]:
    return [
        fault("E-CORRECTION-HIDDEN", Place(path, number, found.start() + 1, len(found[0])))
        for number, line in enumerate(lines, 1)
        if (found := _HIDDEN.search(line))
    ]


def _given(
    lines: list[str], headings: list[_Heading], form: Form, path: str, locale: Locale
) -> Mapping[Question, Answer]:
    given = {}
    ends = [each.line - 1 for each in headings[1:]] + [len(lines)]
    for heading, end in zip(headings, ends, strict=True):
        question = form.asks(heading.label)
        numbers = [n for n in range(heading.line, end) if lines[n].strip()]
        if question is None or not numbers:
            continue
        text = "\n".join(lines[numbers[0] : numbers[-1] + 1]).strip()
        nothing = text == _NO_RESPONSE or (text == _NOTHING_CHOSEN and choices_of(question, locale))
        if not nothing:
            first = lines[numbers[0]]
            column = len(first) - len(first.lstrip()) + 1
            width = max(1, len(first.strip()))
            given[question] = Answer(text, Place(path, numbers[0] + 1, column, width))
    return MappingProxyType(given)
