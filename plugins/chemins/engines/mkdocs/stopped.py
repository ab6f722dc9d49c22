"""Why a build stopped, in a sentence: faults, templates, the disk, MkDocs itself."""

import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import Abort, MkDocsException

from chemins.engines.disk import refusal
from chemins.locales import Locale


class FaultsError(Abort):
    """The strategy has faults that stop the build. Its message is their report."""

    code = 1
    """What the command ends with."""


class SettingsError(FaultsError):
    """The settings have faults: nothing can be built. Its message is their report."""

    code = 2


def sentence(error: Exception, locale: Locale, logged: Sequence[str] = ()) -> str:
    """Why ``error`` stopped a build; ``logged`` is what MkDocs said of it before raising it."""
    if isinstance(error, FaultsError):
        return error.format_message()
    if isinstance(error, TemplateError):
        return locale.text(
            "command.template", place=_place_in_template(error), reason=error.message or str(error)
        )
    if isinstance(error, OSError):
        return refusal(error, locale)
    if isinstance(error, MkDocsException):
        reason = "\n".join(logged) or error.format_message()
        return locale.text("command.engine_stopped", reason=reason)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return locale.text(
        "command.unforeseen",
        place=f"{shown(frame.filename)}:{frame.lineno}",
        reason=f"{type(error).__name__}: {error}",
    )


def shown(path: str | Path) -> str:
    """``path`` as it opens from where the command runs."""
    path, here = Path(path), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _place_in_template(error: TemplateError) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"{shown(error.filename or error.name or '')}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    within = [frame for frame in frames if not frame.filename.endswith(".py")]
    if not within:
        return str(getattr(error, "name", None) or "")
    return f"{shown(within[-1].filename)}:{within[-1].lineno}"
