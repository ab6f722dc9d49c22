"""The rows of a publication → quartiers by their code: split, united, each once."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chemins.imports.columns import Columns, codes_in, insee_in
from chemins.imports.publication import Publication, Row
from chemins.reading.encoding import hidden_in
from chemins.records.identifiers import identifier_of
from chemins.records.types import MAX_LINE

_NO_LETTER = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("[\t\r\n\u2028\u2029]")
_LISTED = re.compile(r"\s*[,;/|]\s*")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a quartier stands in a file."""

    publication: Publication
    """In which layer."""

    index: int
    """Which of its rows, from 0."""

    is_shared: bool = False
    """Whether that row speaks of several quartiers at once: its shape is none of theirs."""

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.publication.rows[self.index]


@dataclass(slots=True)
class Listed:
    """One quartier, as a file lists it."""

    code: str
    """Its official code."""

    name: str = ""
    """Its official name; empty where the file does not say it."""

    other: str = ""
    """Another name that the file gives it; empty when it gives one."""

    communes: dict[str, str] = field(default_factory=dict)
    """Name → official code of each commune, empty where the file does not say it."""

    insee: set[str] = field(default_factory=set)
    """The official codes of its communes, those whose name is not said included."""

    spots: list[Spot] = field(default_factory=list)
    """The rows that speak of it."""

    @property
    def departement(self) -> str:
        """The code of its département: the one that its own code holds."""
        return departement_of(self.code)


def departement_of(code: str) -> str:
    """The département in an official code: « QN08410M » → « 84 », « QP971001 » → « 971 »."""
    return code[2:5].removeprefix("0")


def listed_in(publication: Publication, columns: Columns) -> dict[str, Listed]:
    """The quartiers of ``publication`` by code, in its order."""
    found: dict[str, Listed] = {}
    for index, row in enumerate(publication.rows):
        codes = codes_in(row.values.get(columns.code, ""))
        names = _names(row.values.get(columns.name, ""), len(codes))
        communes, insee = _communes(row, columns)
        for code, name in zip(codes, names, strict=True):
            one = found.setdefault(code, Listed(code))
            one.name = one.name or name
            if name and identifier_of(name) != identifier_of(one.name):
                one.other = one.other or name
            one.insee |= insee
            for commune, number in communes:
                one.communes[commune] = one.communes.get(commune) or number
            one.spots.append(Spot(publication, index, len(codes) > 1))
    return found


def united(layers: Iterable[dict[str, Listed]]) -> dict[str, Listed]:
    """The quartiers of several layers: what the first says of one stands."""
    found: dict[str, Listed] = {}
    for layer in layers:
        for code, one in layer.items():
            found.setdefault(code, one)
    return found


def _names(text: str, count: int) -> tuple[str, ...]:
    """The names of ``count`` quartiers that one cell holds."""
    if count == 1:
        return (plain(text),)
    parts = tuple(map(plain, text.split(",")))
    return parts if len(parts) == count else ("",) * count


def plain(text: str) -> str:
    """``text`` on one line, without signs that nobody sees, as a record can hold it."""
    bare = _NO_LETTER.sub("", _LINE_END.sub(" ", unicodedata.normalize("NFC", text)))
    if hidden_in(bare):
        bare = "".join(sign for sign in bare if not hidden_in(sign))
    return " ".join(bare.split())[:MAX_LINE].strip()


def _communes(row: Row, columns: Columns) -> tuple[list[tuple[str, str]], set[str]]:
    numbers = insee_in(row.values.get(columns.insee, ""))
    return list(_paired(row.values.get(columns.commune, ""), numbers)), set(numbers)


def _paired(text: str, numbers: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    names = [name for each in _LISTED.split(text) if (name := plain(each))]
    paired = numbers if len(numbers) == len(names) else ("",) * len(names)
    yield from zip(names, paired, strict=True)
