"""Random sites: what people type, what they paste, what they break, in files of every kind."""

import functools
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from chemins.locales import load
from chemins.records import KINDS, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.kinds import folder_of
from chemins.records.relations import RECORDS
from chemins.records.words import Model, key_of

FR = load("fr")
NAMES = ("un", "deux", "trois")
"""Few identifiers: links meet, cross, and come back."""

SIGNS = [
    *"<>\"'&[](){}*_`~#|\\/:;=+-!?%@^$.,0aé\u00a0\u202f\u200b\u200d\u0301«»’€—😀\ue000\u05d0",
    *("\n", "\n\n", "\t", "  ", "    "),
]
PIECES = [
    *("<script>", "</script>", "<!--", "-->", "]]>", "<img src=x onerror=", "</h1>", "</svg>"),
    *("javascript:", "data:", "https://a.fr/", "http://[", "//", "mailto:", "{{", "}}", "{%", "%}"),
    *(
        "[[un]]",
        "[[changements/un]]",
        "[[absent|x]]",
        "[x](../changements/un.md)",
        "[x](",
        "![x](a.png)",
    ),
    *("```", "```mermaid\n", "%%{init", "click n1 ", ":::", "-->", "end", "&lt;", "&#60;", "&quot"),
    *("\n# ", "\n- ", "\n> ", "\n| a | b |\n|---|---|\n| c | d |\n", "\n---\n", "\n===\n", "1. "),
    *("[x]: y\n", "Tableau : x", "12:30", "=1+1", "\u202f", "(c)", "on", "x" * 40),
]

nasty = st.lists(st.sampled_from([*SIGNS, *PIECES]), max_size=8).map("".join)
any_text = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
anything = st.text(max_size=12)
texts = nasty | any_text | st.sampled_from(PIECES)


@dataclass(frozen=True)
class Written:
    """A file of a random site."""

    path: str
    """Where."""

    kind: type[Record]
    """Of which kind."""

    data: bytes
    """What it holds."""

    heading: str | None
    """What its heading is, typed; none when the file was broken on purpose."""

    body: str
    """Its body, as it was typed."""


@st.composite
def sites(draw: st.DrawFn) -> list[Written]:
    """The files of a site: a territory, and a few records of every kind."""
    found = []
    for kind in KINDS:
        names = NAMES[: draw(st.integers(0, 2))] if kind.folder else (kind.kind,)
        found += [draw(records(kind, name)) for name in names]
    return found


@st.composite
def records(draw: st.DrawFn, kind: type[Record], name: str) -> Written:
    """A record of ``kind``: one in eight is broken somewhere."""
    fields = draw(filled(kind))
    heading = fields.get(key_of(kind, kind.heading, FR))
    if kind.kind == "territory":
        fields |= {"demonstration": "oui", "langue": "fr"}
        for each in ("contours", "contours_communes", "fond_de_carte"):
            fields.pop(each, None)
    body = draw(nasty | any_text | st.lists(nasty, max_size=4).map("\n\n".join))
    head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10**6)
    text = f"---\n{head}---\n{body}"
    is_broken = draw(st.integers(0, 7)) == 0
    if is_broken:
        text = draw(broken(text))
    folder = f"{folder_of(kind, FR)}/" if kind.folder else ""
    file = name if kind.folder else FR.text(f"kinds.{kind.kind}.file")
    data = text.encode("utf-8", "replace")
    return Written(f"{folder}{file}.md", kind, data, None if is_broken else heading, body)


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """``text`` with a piece cut out, doubled, moved or put in."""
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    how = draw(st.sampled_from(("cut", "double", "put", "swap", "glue")))
    if how == "cut":
        del lines[at]
    elif how == "double":
        lines.insert(at, lines[at])
    elif how == "put":
        lines.insert(at, draw(texts | anything))
    elif how == "swap":
        other = draw(st.integers(0, len(lines) - 1))
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines[at] = draw(texts | anything) + lines[at]
    return "\n".join(lines)


@functools.cache
def filled(model: Model) -> st.SearchStrategy[dict[str, Any]]:
    """Fields of ``model``, as they can be typed."""
    fields = {name: each for name, each in declaration(model).items() if name != "former_names"}
    required = {key_of(model, n, FR): typed(each) for n, each in fields.items() if each.required}
    optional = {
        key_of(model, n, FR): typed(each) for n, each in fields.items() if not each.required
    }
    return st.fixed_dictionaries(required, optional=optional)


def typed(field: FieldDeclaration) -> st.SearchStrategy[Any]:
    """What can be typed for ``field``."""
    if field.part:
        part = field.part
        one: st.SearchStrategy[Any] = st.deferred(lambda: filled(part))
        if field.relation:
            key = key_of(part, part.shorthand, FR)
            one = st.tuples(one, named(field)).map(lambda pair: {**pair[0], key: pair[1]})
            one = one | named(field)
    elif field.relation:
        one = named(field)
    elif field.choice:
        one = st.sampled_from([each.said(FR) for each in field.choice])
    else:
        one = TYPED[field.holds]
    return st.lists(one, max_size=2) if field.many and field.holds != "counts" else one


def named(field: FieldDeclaration) -> st.SearchStrategy[str]:
    """The name of a record that ``field`` may lead to: there or not, and seldom of another kind."""
    assert field.relation
    to = field.relation.to
    folders = [folder_of(k, FR) for k in KINDS if k.folder and (k.kind in to or RECORDS in to)]
    return st.tuples(st.sampled_from(folders), st.sampled_from(NAMES)).map("/".join)


def lines_only(text: str) -> str:
    """``text`` on one line, never empty."""
    return " ".join(text.split()) or "x"


lines = texts.map(lines_only)
TYPED: dict[str, st.SearchStrategy[Any]] = {
    "line": lines,
    "prose": texts | st.lists(nasty, max_size=3).map("\n\n".join),
    "flag": st.sampled_from(["oui", "non"]),
    "whole": st.integers(-(10**9), 10**9).map(str),
    "degrees": st.floats(0, 90, allow_nan=False).map(lambda n: f"{n:.2f}"),
    "year": st.integers(1900, 2100).map(str),
    "number": st.floats(0, 10**6, allow_nan=False).map(lambda n: f"{n:.2f}"),
    "file": st.sampled_from(["absent.pdf", "../absent.png"]),
    "day": st.dates().map(str).filter(lambda day: day[0] != "0"),
    "when": st.sampled_from(["2024", "2024-03", "12 mars 2024", "03/2024"]),
    "time": st.times().map(lambda at: f"{at:%H:%M}"),
    "reference": st.sampled_from(NAMES),
    "counts": st.dictionaries(lines, st.integers(0, 999).map(str), min_size=1, max_size=2),
    "web": st.sampled_from(["https://exemple.fr/a?b=c&d=%22", "http://a.b/'x"]),
    "mail": st.just("politique-ville@exemple.fr"),
    "phone": st.just("04 90 00 00 00"),
    "quartier-code": st.sampled_from(["QN08410M", "QP084008"]),
    "siren": st.just("248 400 053"),
    "language": st.sampled_from(["fr", "ar", "zh-Hant"]),
}
"""What can be typed in a field, by what it holds."""
