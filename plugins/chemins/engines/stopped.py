"""Why a run came to no end, in a few sentences, whatever engine it drives."""

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

import chemins
from chemins.faults.refusals import refusal
from chemins.faults.unforeseen import shown, unforeseen
from chemins.locales import Locale

_PACKAGE = Path(chemins.__file__).parent


def sentence(error: Exception, locale: Locale, at: object = "") -> str:
    """Why ``error`` stopped a run, and what to do; ``at`` is what the run was writing."""
    if isinstance(error, TemplateError):
        return _of_template(error, locale)
    if isinstance(error, OSError | MemoryError):
        return refusal(error, locale, at)
    return unforeseen(error, locale)


def _of_template(error: TemplateError, locale: Locale) -> str:
    file, line = _place(error)
    place = f"{shown(file)}:{line}" if file else locale.text("command.template_page")
    reason = error.message or str(error)
    if _PACKAGE in Path(file).parents:
        if isinstance(error, TemplateNotFound | TemplateSyntaxError):
            return locale.text("command.template_own", place=place, reason=reason)
        return unforeseen(error, locale)
    if isinstance(error, TemplateNotFound):
        return locale.text("command.template_lost", name=error.name or reason, place=place)
    return locale.text("command.template", place=place, reason=reason)


def _place(error: TemplateError) -> tuple[str, int]:
    """The template that ``error`` stands in, or our module that asked for it, and the line."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if not frame.filename.endswith(".py") or _PACKAGE in Path(frame.filename).parents:
            return frame.filename, frame.lineno or 1
        if "mkdocs" in Path(frame.filename).parts:
            break
    return "", 1
