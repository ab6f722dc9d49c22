"""A text as YAML writes it: bare where it may stand so, quoted where YAML would read it otherwise.

What our own reader takes as text another tool may take as a number or as yes or no: such a text
is quoted too, so that a file means the same to a form, a script and a person.
"""

import re

_SPECIAL = re.compile(r"""[\s\-?:,\[\]{}#&*!|>'"%@`]""")
"""What may not begin a bare text: more than YAML asks, since people read over the difference."""

_WITHIN = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_IN_FLOW = re.compile(r"[,\[\]{}]")
_TYPED = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|[-+.]?(?:\d[\d_.,:eE+-]*|inf|nan)|0[xob]\w+|<<|=",
    re.IGNORECASE,
)
"""What YAML's types would make something else of."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_HIDDEN = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


def scalar(text: str, *, in_flow: bool = False) -> str:
    """``text`` on one line; ``in_flow`` where it stands between brackets."""
    return text if _may_be_bare(text, in_flow) else quoted(text)


def quoted(text: str) -> str:
    """``text`` between double quotes."""
    return '"' + _HIDDEN.sub(_escaped, text) + '"'


def block(text: str, indent: str) -> str:
    """``text`` as the value of a key: its lines as they are where that can be, else quoted."""
    # A line end after the last line is what « | » keeps and « |- » leaves out.
    mark, bare = ("|", text[:-1]) if text.endswith("\n") else ("|-", text)
    lines = bare.split("\n")
    if bare == text and len(lines) == 1:
        return scalar(text)
    if not _may_be_block(bare, lines):
        return quoted(text)
    return "\n".join([mark, *(f"{indent}{line}" if line else "" for line in lines)])


def _may_be_bare(text: str, in_flow: bool) -> bool:
    return not (
        not text
        or _SPECIAL.match(text)
        or text[-1].isspace()
        or _WITHIN.search(text)
        or _TYPED.fullmatch(text)
        or (in_flow and _IN_FLOW.search(text))
        or text.startswith(("---", "..."))
    )


def _may_be_block(text: str, lines: list[str]) -> bool:
    whole = all(line == line.rstrip() for line in lines) and not _HIDDEN.search(
        text.translate({ord(sign): None for sign in '\n\\"'})
    )
    return whole and bool(lines[0]) and bool(lines[-1]) and not lines[0][0].isspace()


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04x}"
