"""What a code means, from the words of its faults: what ``chemins explain`` prints."""

import re
from collections.abc import Iterator
from textwrap import indent

from chemins.faults.fault import Severity
from chemins.locales import Locale, prose

_VALUE = re.compile(r"\{\w+\}")
_MARGIN = "   "


def explained(code: str, weight: Severity, locale: Locale) -> str:
    """What ``code`` means, why it matters, what to do and an example, in the reader's language.

    For a rule of coherence, the reasoning behind it too.

    Raises:
        KeyError: the language lacks its words.
    """
    severity = locale.text(f"report.severity.{weight.name.lower()}")
    head = locale.text("report.explain", code=code, severity=severity)
    why = locale.text(f"faults.{code}.why")
    to_do = "\n".join(f"{_MARGIN}- {act}" for act in acts(code, locale))
    shown = (f"{head}\n{indent(sample, _MARGIN)}" for head, sample in examples(code, locale))
    parts = (head, why, f"{locale.text('report.to_do')}\n{to_do}", *shown, reasoning(code, locale))
    return "\n\n".join(filter(None, parts))


def acts(code: str, locale: Locale) -> list[str]:
    """Each hint of ``code`` once, with « … » where a fault would name something."""
    hints = (
        word
        for rest, word in locale.under(f"faults.{code}")
        if rest == "hint" or rest.startswith("hint_")
    )
    return list(dict.fromkeys(map(blank, hints)))


def blank(word: str) -> str:
    """``word`` with « … » where a fault would name something."""
    return _VALUE.sub("…", word).replace("….", "…").replace("{{", "{").replace("}}", "}")


def examples(code: str, locale: Locale) -> Iterator[tuple[str, str]]:
    """What was written wrong, then right, each under its head; nothing without an example."""
    for side in ("wrong", "right"):
        if locale.has(key := f"faults.{code}.example.{side}"):
            yield locale.text(f"report.example.{side}"), locale.text(key).rstrip()


def reasoning(code: str, locale: Locale) -> str:
    """Why the method asks for what the rule ``code`` looks for, as Markdown.

    Empty for a code that its ``why`` explains well enough.
    """
    try:
        return prose(locale.language, f"rules/{code.lower()}").rstrip()
    except FileNotFoundError:
        return ""
