"""The bodies that GitHub makes of forms that were filled in."""

from collections.abc import Mapping

from chemins.forms.corrections import PROMISE, Form, forms_of
from chemins.locales import Locale, load
from chemins.records import KINDS

FR = load("fr")


def form_of(file: str, locale: Locale = FR) -> Form:
    """The form in ``file``, without its ending."""
    return next(each for each in forms_of(KINDS, locale) if each.file == f"{file}.yml")


def body_of(form: Form, answers: Mapping[str, str], locale: Locale = FR) -> str:
    """The issue of somebody who gave ``answers``, by the labels of the questions."""
    known = {question.label for question in form.questions}
    assert set(answers) <= known, set(answers) - known
    parts = []
    for question in form.questions:
        said = answers.get(question.label) or "_No response_"
        if question.role == PROMISE:
            said = f"- [X] {locale.text('corrections.promise')}"
        parts.append(f"### {locale.typeset(question.label)}\n\n{said}\n")
    return "\n".join(parts)
