"""What a code means, from the words of its faults: what ``chemins explain`` prints."""

import re
from collections.abc import Iterator
from textwrap import indent

from chemins.faults.fault import Severity
from chemins.locales import Locale

_VALUE = re.compile(r"\{\w+\}")
_MARGIN = "   "


def explained(code: str, weight: Severity, locale: Locale) -> str:
    """What ``code`` means, why it matters, what to do and an example, in the reader's language.

    Raises:
        KeyError: the language lacks its words.
    """
    severity = locale.text(f"report.severity.{weight.name.lower()}")
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
