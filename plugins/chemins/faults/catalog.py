"""Every code there is, with its severity and its explanation: what ``chemins explain`` prints."""

from collections.abc import Mapping

from chemins.faults.codes import CODES
from chemins.faults.fault import Severity
from chemins.locales import Locale


def severities() -> Mapping[str, Severity]:
    """Each code with its severity."""
    return CODES


def explained(code: str, locale: Locale) -> str:
    """What ``code`` means, why it matters and what to do, in the reader's language.

    Raises:
        KeyError: there is no such code.
    """
    severity = locale.text(f"report.severity.{severities()[code].name.lower()}")
    head = locale.text("report.explain", code=code, severity=severity)
    why = locale.text(f"faults.{code}.why")
    return f"{head}\n\n{why}\n"
