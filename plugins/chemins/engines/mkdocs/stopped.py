"""Why a build of MkDocs came to no end, in a sentence."""

from collections.abc import Iterable, Sequence

from mkdocs.exceptions import Abort, MkDocsException

from chemins.engines import stopped
from chemins.faults.report import Row
from chemins.locales import Locale

_OF_SETTINGS = "Config value "
"""How what MkDocs says of settings begins."""


class FaultsError(Abort):
    """The strategy has faults that stop the build. Its message is their report."""

    code = 1
    """What the command ends with."""

    def __init__(self, report: str, rows: Iterable[Row] = ()) -> None:
        """Takes the report, and the same in rows for a program."""
        super().__init__(report)
        self.rows = tuple(rows)


class SettingsError(FaultsError):
    """The settings have faults: nothing can be built. Its message is their report."""

    code = 2


def sentence(error: Exception, locale: Locale, logged: Sequence[str] = (), at: object = "") -> str:
    """Why ``error`` stopped a build; ``logged`` is what MkDocs said of it before raising it."""
    if isinstance(error, FaultsError):
        return error.format_message()
    if isinstance(error, MkDocsException):
        reason = "\n".join(logged) or error.format_message()
        if reason.startswith(_OF_SETTINGS):
            wrong = reason.removeprefix(_OF_SETTINGS)
            return locale.text("command.engine_refuses", reason=wrong)
        return locale.text("command.engine_stopped", reason=reason)
    return stopped.sentence(error, locale, at)
