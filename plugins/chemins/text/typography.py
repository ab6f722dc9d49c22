"""French typography: the spaces that hold a mark to its word.

Source: Imprimerie nationale, "Lexique des règles typographiques en usage" (2002): a narrow
no-break space before ``;``, ``!``, ``?``; a no-break space before ``:`` and inside ``« »``.
"""

import re
from collections.abc import Callable

_NARROW, _WIDE = "\u202f", "\u00a0"
_SPACE = "[ \u00a0\u202f]"

_HIGH = re.compile(f'(?<=\\S){_SPACE}+([;!?]+)(?=[\\s»")\\]\u00a0\u202f]|$)')
_COLON = re.compile(f"(?<=\\S){_SPACE}+:(?=\\s|$)")
_OPENING = re.compile(f"«{_SPACE}*(?=\\S)")
_CLOSING = re.compile(f"(?<=\\S){_SPACE}*»")
_UNITS = re.compile(f"(?<=\\d){_SPACE}+(?=[%€](?:\\W|$))")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_MAY_NEED = re.compile(r"[;!?:«»%€']| \d{3}")


def french(text: str) -> str:
    """``text`` with the spaces and the apostrophes of French print; twice is the same as once."""
    if not _MAY_NEED.search(text):
        return text
    text = _HIGH.sub(_NARROW + r"\1", text)
    text = _COLON.sub(_WIDE + ":", text)
    text = _OPENING.sub("«" + _WIDE, text)
    text = _CLOSING.sub(_WIDE + "»", text)
    text = _UNITS.sub(_WIDE, text)
    text = _THOUSANDS.sub(_NARROW, text)
    return _APOSTROPHE.sub("’", text)


def as_is(text: str) -> str:
    """``text``, for languages whose marks stand as they are typed."""
    return text


def typography(language: str) -> Callable[[str], str]:
    """What sets a text of ``language`` as it is printed."""
    return french if language == "fr" else as_is
