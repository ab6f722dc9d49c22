"""The records are written in the form that this program reads."""

from collections.abc import Iterable, Iterator

from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.records.base import Record
from chemins.records.draft import Draft
from chemins.records.territory import Territory
from chemins.records.version import SCHEMA_VERSION


def version_of(held: Iterable[Record | Draft]) -> tuple[int, Place]:
    """The version that the territory's record gives, the first where it gives none; its place."""
    for each in held:
        if isinstance(each, Territory):
            return each.schema_version or 1, each.place_of("schema_version")
        if isinstance(each, Draft) and each.model is Territory:
            said = str(each.values.get("schema_version") or "").strip()
            return int(said) if said.isdecimal() else 1, each.place_of("schema_version")
    return 1, Place(".")


def other_version(held: Iterable[Record | Draft], reads: int = SCHEMA_VERSION) -> Iterator[Fault]:
    """The records are older or newer than what this program, which ``reads`` a version, knows."""
    found, place = version_of(held)
    if found != reads:
        variant = "newer" if found > reads else ""
        yield fault("E-VERSION", place, variant, version=found, known=reads)
