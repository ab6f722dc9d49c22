"""French typography: the spaces that hold a mark to its word, and the apostrophe.

Source: Imprimerie nationale, "Lexique des règles typographiques en usage" (2002): a narrow
no-break space before ``;``, ``!``, ``?``; a no-break space before ``:`` and inside ``« »``.
An hour, « 18 h 30 », stays whole.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_NARROW, _WIDE = "\u202f", "\u00a0"
_SPACE = "[ \u00a0\u202f]"
_LETTER = r"[^\W\d_]"

_HIGH = re.compile(rf"(?:(?<=\S)|^){_SPACE}+([;!?]+)(?=[\s»\")\]]|$)")
_RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (";", _HIGH, rf"{_NARROW}\1"),
    ("!", _HIGH, rf"{_NARROW}\1"),
    ("?", _HIGH, rf"{_NARROW}\1"),
    (":", re.compile(rf"(?:(?<=\S)|^){_SPACE}+:(?=\s|$)"), f"{_WIDE}:"),
    ("«", re.compile(rf"«{_SPACE}*(?=\S)"), f"«{_WIDE}"),
    ("»", re.compile(rf"(?<=\S){_SPACE}*»"), f"{_WIDE}»"),
    ("%", re.compile(rf"(?<=\d){_SPACE}+(?=%(?:\W|$))"), _WIDE),
    ("€", re.compile(rf"(?<=\d){_SPACE}+(?=€(?:\W|$))"), _WIDE),
    ("h", re.compile(rf"(?<=\d){_SPACE}+(?=h(?:\W|$))"), _WIDE),
    ("h", re.compile(rf"(?<=\d{_WIDE}h){_SPACE}+(?=\d\d(?:\D|$))"), _WIDE),
    ("'", re.compile(rf"(?<={_LETTER})'(?={_LETTER})"), "’"),
)
"""What a text must hold for the rule to matter, the rule, what it puts."""

_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")
_MAY_NEED = re.compile(r"[;!?:«»%€']|\d \d|\d[ \u00a0\u202f]+h")

_UNSET = ("pre", "code", "kbd", "samp", "script", "style", "textarea")


def french(text: str) -> str:
    """``text`` with the spaces and the apostrophes of French print; twice is the same as once."""
    if _MAY_NEED.search(text):
        for mark, pattern, replacement in _RULES:
            if mark in text:
                text = pattern.sub(replacement, text)
        text = _THOUSANDS.sub(_NARROW, text)
    return text


def french_html(html: str) -> str:
    """``html`` with its text set as French print, but for code; tags and attributes stay."""
    pieces = html.split("<")
    inside = ""
    for index in range(1, len(pieces)):
        tag, _, text = pieces[index].partition(">")
        name = tag.partition(" ")[0].lower()
        if not inside and name in _UNSET:
            inside = name
        elif name == f"/{inside}":
            inside = ""
        if text and not inside:
            pieces[index] = f"{tag}>{french(text)}"
    return "<".join(pieces)


_ARTICLE = re.compile(r"(?P<before>(?:(?<=\s)|^)(?:de|à|De|À) )$")
_CONTRACTED = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
    ("De", "le"): "Du",
    ("De", "les"): "Des",
    ("À", "le"): "Au",
    ("À", "les"): "Aux",
}
_INNER = str.maketrans({"«": "“", "»": "”"})
_PIECES = re.compile(r"(\{\w+\})")


def french_filled(template: str, values: Mapping[str, object]) -> str:
    """``template`` with its ``{names}`` filled, as French joins words.

    « de » and « à » melt into the article that a name begins with: « l’expérience du Val ». A title
    that quotes, once quoted itself, takes the marks of the second rank: « Vers “ici” ».
    """
    said = ""
    for piece, is_name in _pieces(template):
        value = piece.format_map(values)
        if not is_name:
            said += value
            continue
        if said.rstrip("\u00a0\u202f ").endswith("«"):
            value = re.sub(r"(“)[\s]+|[\s]+(”)", r"\1\2", value.translate(_INNER))
        joined = _ARTICLE.search(said)
        article, _, name = value.partition(" ")
        melted = _CONTRACTED.get((joined["before"].strip(), article)) if joined else None
        if joined and melted and name:
            said, value = said[: joined.start()], f"{melted} {name}"
        said += value
    return said


@lru_cache(maxsize=4096)
def _pieces(template: str) -> tuple[tuple[str, bool], ...]:
    """The pieces of ``template``, and whether each is a ``{name}``."""
    pieces = filter(None, _PIECES.split(template))
    return tuple((piece, _PIECES.fullmatch(piece) is not None) for piece in pieces)
