"""Which column says what: by what its values look like, then by its name.

Publishers name them anew each time: CODE_QP, code_qp, q, codeqp, « Code du quartier »…
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chemins.imports.publication import Publication
from chemins.locales import fold
from chemins.records.types import is_quartier_code

_BETWEEN = re.compile(r"[\s,;/|]+")
_INSEE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
_NAMES = {
    "code": (
        "code qp",
        "codeqp",
        "code qpv",
        "codeqpv",
        "code du quartier",
        "code quartier",
        "qp",
        "q",
    ),
    "name": (
        *(
            "nom qp",
            "lib qp",
            "nomqp",
            "libqp",
            "nom qpv",
            "lib qpv",
            "nom du quartier prioritaire",
        ),
        *("nom du quartier", "nom quartier", "quartier prioritaire", "nom officiel", "libelle"),
        *("libgeo", "nom", "name", "n", "quartier", "label", "lib"),
    ),
    "commune": (
        *("commune qp", "communes qp", "lib com", "nom com", "libcom", "nomcom", "nom commune"),
        *("nom de la commune", "libelle commune", "lib commune", "commune", "communes", "ville"),
        *("commune(s)", "com lib", "com nom", "com name", "nom des communes"),
    ),
    "insee": (
        *(
            "insee com",
            "code insee",
            "codeinsee",
            "insee",
            "com",
            "depcom",
            "codgeo",
            "code commune",
        ),
        *("code com", "com code", "code geo", "code insee commune", "codecommune", "citycode"),
    ),
}
"""How columns are named, folded, the surest name first."""

_HINTS = {
    "name": re.compile(r"(?:nom|lib|label|intitule|denomination).*(?:qp|quartier)|quartier.*nom"),
    "commune": re.compile(r"\b(?:lib|nom)?(?:com|communes?|villes?)\b"),
    "insee": re.compile(r"insee|(?:code|cod).*com|com.*code"),
}
_OTHER = re.compile(r"20\d\d|ancien|avant|postal|^cp$")
"""What a column is called that says something of another time, or another number of five."""

_ENOUGH = 0.5
"""What part of a column's values must look alike."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a publication that say what we need; empty where none does."""

    code: str
    """The official code."""

    name: str = ""
    """The name of the quartier."""

    commune: str = ""
    """The names of its communes."""

    insee: str = ""
    """Their official codes."""


def codes_in(text: str) -> tuple[str, ...]:
    """The official codes that a cell holds and nothing else; none where it holds anything else."""
    if len(text) > 4000 or "q" not in text[:3].lower():
        return ()
    found = tuple(word for word in _BETWEEN.split(text.upper()) if word)
    return found if found and all(map(is_quartier_code, found)) else ()


def insee_in(text: str) -> tuple[str, ...]:
    """The official codes of communes that a cell holds and nothing else."""
    found = tuple(
        f"0{word}" if len(word) == 4 and word.isdigit() else word
        for word in _BETWEEN.split(text.upper())
        if word
    )
    return found if found and all(map(_INSEE.fullmatch, found)) else ()


def columns_of(publication: Publication) -> Columns | None:
    """Which column of ``publication`` says what; none without a column of codes."""
    values = {
        column: [row.values[column] for row in publication.rows if row.values.get(column)]
        for column in publication.columns
    }
    coded = _fitting(values, codes_in)
    if not coded:
        return None
    code = _surest(coded, "code") or coded[0]
    # A column of other codes, those of another year, names nothing.
    others = [column for column in values if column not in coded]
    numbered = [
        column
        for column in _fitting({column: values[column] for column in others}, insee_in)
        if not _OTHER.search(fold(column))
    ]
    insee = _surest(numbered, "insee", hints=True)
    worded = [column for column in others if _is_worded(values[column])]
    commune = _surest([c for c in worded if not _is_of_quartier(c)], "commune", hints=True)
    worded = [column for column in worded if column != commune]
    name = _surest(worded, "name", hints=True) or _by_values(worded, values)
    return Columns(code, name, commune, insee)


def _fitting(values: dict[str, list[str]], reads: object) -> list[str]:
    """The columns most of whose values ``reads`` makes sense of, the fullest first."""
    assert callable(reads)
    counts = {column: sum(bool(reads(each)) for each in said) for column, said in values.items()}
    fitting = [c for c, count in counts.items() if count and count >= _ENOUGH * len(values[c])]
    fullest = max((counts[column] for column in fitting), default=0)
    return [column for column in fitting if counts[column] >= _ENOUGH * fullest]


def _surest(columns: Sequence[str], role: str, *, hints: bool = False) -> str:
    """The column of ``columns`` that is named best for ``role``; empty when none is."""
    folded = {column: fold(column) for column in columns}
    for name in _NAMES[role]:
        for column, typed in folded.items():
            if typed == name:
                return column
    if hints:
        for column, typed in folded.items():
            if _HINTS[role].search(typed) and not _OTHER.search(typed):
                return column
    return ""


def _is_of_quartier(column: str) -> bool:
    """Whether a column that speaks of communes names a quartier all the same: « nom_qp »."""
    return fold(column) in _NAMES["name"]


def _is_worded(values: Iterable[str]) -> bool:
    """Whether most of ``values`` are words, and short enough to be names."""
    said = list(values)
    words = sum(any(c.isalpha() for c in each) and len(each) <= 300 for each in said)
    return bool(said) and words >= _ENOUGH * len(said)


def _by_values(columns: Sequence[str], values: dict[str, list[str]]) -> str:
    """The column whose values differ most, as names do; empty when they repeat themselves."""
    weighed = {
        column: len(set(values[column])) / len(values[column])
        for column in columns
        if sum(len(each) for each in values[column]) >= 4 * len(values[column])
    }
    best = max(weighed, key=lambda column: weighed[column], default="")
    return best if best and (weighed[best] > 0.6 or len(weighed) == 1) else ""
