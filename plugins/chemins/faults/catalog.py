"""Every code there is, with its severity and its explanation: what ``chemins explain`` prints."""

import re
from collections.abc import Iterator, Mapping
from textwrap import indent

from chemins.faults.codes import CODES
from chemins.faults.fault import Severity
from chemins.locales import Locale

_VALUE = re.compile(r"\{\w+\}")
_MARGIN = "   "


def severities() -> Mapping[str, Severity]:
    """Each code with its severity."""
    return CODES


def explained(code: str, locale: Locale) -> str:
    """What ``code`` means, why it matters, what to do and an example, in the reader's language.

    Raises:
        KeyError: there is no such code.
    """
    severity = locale.text(f"report.severity.{severities()[code].name.lower()}")
    head = locale.text("report.explain", code=code, severity=severity)
    why = locale.text(f"faults.{code}.why")
    acts = "\n".join(f"{_MARGIN}- {act}" for act in _acts(code, locale))
    return "\n\n".join(
        (head, why, f"{locale.text('report.to_do')}\n{acts}", *_example(code, locale))
    )


def _acts(code: str, locale: Locale) -> list[str]:
    """Each hint of ``code`` once, with « … » where a fault would name something."""
    hints = (
        word
        for rest, word in locale.under(f"faults.{code}")
        if rest == "hint" or rest.startswith("hint_")
    )
    bare = (_VALUE.sub("…", hint).replace("{{", "{").replace("}}", "}") for hint in hints)
    return list(dict.fromkeys(bare))


def _example(code: str, locale: Locale) -> Iterator[str]:
    """What was written wrong, then right; nothing where a code has no example."""
    for side in ("wrong", "right"):
        if locale.has(key := f"faults.{code}.example.{side}"):
            shown = indent(locale.text(key).rstrip(), _MARGIN)
            yield f"{locale.text(f'report.example.{side}')}\n{shown}"
