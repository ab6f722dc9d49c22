"""What a style sheet makes the page load."""

import re
from collections.abc import Iterator

_STRING = r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
_TOKEN = re.compile(
    rf"""
      /\*.*?(?:\*/|\Z)
    | (?:url|src)\(\s*(?P<quoted>{_STRING})
    | url\((?P<bare>[^"'()]*)\)
    | @import\s*(?P<imported>{_STRING})
    | {_STRING}
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(\n)|(.))", re.IGNORECASE)


def css_links(css: str) -> Iterator[str]:
    """The addresses that ``css`` loads through ``url()`` and ``@import``, in reading order.

    ``css`` is a style sheet, or the value of a ``style`` attribute. What names an element of the
    page itself (``url(#arrow)``) loads nothing and is left out.
    """
    if "(" not in css and "@" not in css:
        return
    for token in _TOKEN.finditer(css):
        string = token["quoted"] or token["imported"]
        link = _unescaped(string[1:-1] if string else (token["bare"] or "").strip())
        if link and not link.startswith("#"):
            yield link


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(escape: re.Match[str]) -> str:
    if escape[1]:
        point = int(escape[1], 16)
        return chr(point) if 0 < point < 0xD800 or 0xDFFF < point < 0x110000 else "\ufffd"
    return escape[3] or ""
