"""Who publishes a file of quartiers, under which terms, and of when it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from chemins.imports.packages import date_of
from chemins.imports.publication import Publication
from chemins.locales import Locale
from chemins.records.when import When

GENERATIONS = {"QP": When(2015), "QN": When(2024)}
"""The year of each list of quartiers, by how its codes begin.

Sources: decree no. 2014-1750 of 30 December 2014; decree no. 2023-1314 of 28 December 2023.
"""


@dataclass(frozen=True, slots=True)
class Wished:
    """What somebody said of the file; empty for what they did not."""

    source: str = ""
    licence: str = ""
    updated: When | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What will be said of the file."""

    source: str
    """Who publishes it."""

    licence: str
    """Under which terms."""

    updated: When
    """Of when it is."""

    told_by: str
    """What says so: ``option``, ``metadata``, ``name``, ``archive``, ``table``, ``codes``."""

    def provenance(self, locale: Locale) -> str:
        """The line that a record carries."""
        said = {"source": self.source, "licence": self.licence}
        return locale.text("imports.provenance", year=str(self.updated.year), **said)


def origin_of(
    publications: tuple[Publication, ...],
    name: str,
    codes: Iterable[str],
    wished: Wished,
    locale: Locale,
) -> Origin:
    """What is said of the file ``name``, whose ``codes`` are brought into a site."""
    found = date_of(publications, name)
    generation = max(GENERATIONS[code[:2]] for code in codes)
    told_by, updated = found or ("codes", generation)
    # A file cannot be older than the list that it holds: its name speaks of something else.
    if updated.year < generation.year:
        told_by, updated = "codes", generation
    if wished.updated:
        told_by, updated = "option", wished.updated
    return Origin(
        source=wished.source or locale.text("imports.source"),
        licence=wished.licence or locale.text("imports.licence"),
        updated=updated,
        told_by=told_by,
    )
