"""The forms of corrections as GitHub reads them: a file each in ``.github/ISSUE_TEMPLATE``."""

from typing import Any

import yaml

from chemins.forms.corrections import ACT, PROMISE, Form, Question, forms_of
from chemins.locales import Locale
from chemins.records.kinds import Kinds

FOLDER = ".github/ISSUE_TEMPLATE"
"""Where GitHub looks."""

_LABEL = "correction"
"""The label that an issue made with one of them gets, where the repository has it."""


def issue_forms(kinds: Kinds, locale: Locale) -> dict[str, str]:
    """The files of all the forms, by their names."""
    return {each.file: issue_form(each, locale) for each in forms_of(kinds, locale)}


def issue_form(form: Form, locale: Locale) -> str:
    """The file of ``form``."""
    typeset = locale.typeset
    head = {
        "name": typeset(locale.text("corrections.name", name=form.name)),
        "description": typeset(locale.text("corrections.description", name=form.name)),
        "title": typeset(locale.text("corrections.title", name=form.name)),
        "labels": [_LABEL],
        "body": [
            {
                "type": "markdown",
                "attributes": {"value": typeset(locale.text("corrections.before"))},
            },
            *(_element(each, locale) for each in form.questions),
        ],
    }
    written = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10**6)
    return f"# {locale.text('corrections.ours')}\n{written}"


def choices_of(question: Question, locale: Locale) -> tuple[str, ...]:
    """What one chooses among; nothing where one writes."""
    if question.role == ACT:
        return (locale.text("corrections.acts.change"), locale.text("corrections.acts.add"))
    declared = question.declared
    if declared is None or declared.many:
        return ()
    if declared.choice is not None:
        return tuple(declared.choice.words(locale).values())
    if declared.holds == "flag":
        return tuple(locale.text(f"flags.{key}").split(",")[0] for key in ("yes", "no"))
    return ()


def _element(question: Question, locale: Locale) -> dict[str, Any]:
    attributes: dict[str, Any] = {
        "label": locale.typeset(question.label),
        "description": locale.typeset(question.help),
    }
    found: dict[str, Any] = {"id": question.key, "attributes": attributes}
    if question.role == PROMISE:
        box = {"label": locale.text("corrections.promise"), "required": True}
        attributes["options"] = [box]
        return {"type": "checkboxes", **found}
    found["validations"] = {"required": question.required}
    if choices := choices_of(question, locale):
        attributes["options"] = list(choices)
        return {"type": "dropdown", **found}
    if question.declared is not None and question.declared.many:
        attributes["description"] += f" {locale.text('corrections.a_line_each')}"
    return {"type": "textarea" if question.takes_lines else "input", **found}
