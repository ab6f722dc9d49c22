"""An official file of quartiers into a content folder: read, chosen, mended, planned.

Everything but the reading of files is in the modules beside; nothing here writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from chemins.faults import Fault, Place, Severity, Word, worst
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.imports.choice import Request, chosen
from chemins.imports.columns import columns_of
from chemins.imports.listed import Listed, listed_in, united
from chemins.imports.origin import Origin, Wished, origin_of
from chemins.imports.outlining import Outlines, outlines_of
from chemins.imports.packages import publications_in
from chemins.imports.plan import Plan, plan_of
from chemins.imports.publication import Publication, RefusedError
from chemins.imports.site import Site


@dataclass(frozen=True, slots=True)
class Known:
    """A file that could be read."""

    path: Path
    """Where it is."""

    publications: tuple[Publication, ...]
    """Its layers."""

    listed: dict[str, Listed]
    """Its quartiers by code."""

    @property
    def has_shapes(self) -> bool:
        """Whether it has any place for shapes."""
        return any(each.has_shapes for each in self.publications)

    @property
    def mended(self) -> int:
        """How many of its rows had broken accents."""
        return sum(each.mended for each in self.publications)


@dataclass(frozen=True, slots=True)
class Import:
    """What an import comes to."""

    known: Known
    """The file."""

    quartiers: tuple[Listed, ...]
    """What is brought in."""

    origin: Origin
    """What is said of the file."""

    outlines: Outlines
    """The shapes."""

    plan: Plan
    """What is to be written."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong or doubtful."""
        return (*self.outlines.faults, *self.plan.faults)

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written."""
        return worst(self.faults) is Severity.ERROR


def known_in(path: Path) -> Known | Fault:
    """The quartiers that the file ``path`` lists, or why it lists none."""
    shown = path.as_posix()
    if not path.exists():
        return _unread(shown, "gone")
    try:
        publications = publications_in(path)
    except RefusedError as refused:
        return _unread(shown, refused.reason, refused.values)
    except OSError as error:
        return unreadable(Place(shown), error)
    layers = [listed_in(each, columns) for each in publications if (columns := columns_of(each))]
    listed = united(layers)
    if not listed:
        names = list(dict.fromkeys(name for each in publications for name in each.columns))
        said = ", ".join(names[:30]) or Word("faults.E-IMPORT-COLUMN.nothing")
        return fault("E-IMPORT-COLUMN", Place(shown), columns=said)
    return Known(path, publications, listed)


def _unread(shown: str, reason: str, values: dict[str, str] | None = None) -> Fault:
    said = Word(f"faults.E-IMPORT-FILE.reasons.{reason}", values or {})
    return fault("E-IMPORT-FILE", Place(shown), said_by(reason), reason=said)


_ACTS = {
    "sheet": "sheet",
    "gpkg": "other",
    "archive": "other",
    "topojson": "other",
    "pdf": "other",
    "page": "page",
    "xml": "other",
    "no_shp": "whole",
    "no_dbf": "whole",
    "nested": "open",
    "encrypted": "open",
    "gone": "gone",
    "system": "system",
    "heavy": "heavy",
}


def said_by(reason: str) -> str:
    """Which act helps where a file is refused for ``reason``."""
    return _ACTS.get(reason, "")


def importing(
    known: Known, site: Site, request: Request, wished: Wished
) -> Import | Sequence[Fault]:
    """What bringing the quartiers that ``request`` means into ``site`` comes to, or what of it
    fits nothing.
    """
    shown = known.path.as_posix()
    found = chosen(known.listed, request, shown, site.communes)
    if found.faults:
        return found.faults
    codes = [one.code for one in found.quartiers]
    origin = origin_of(known.publications, known.path.name, codes, wished, site.locale)
    outlines = outlines_of(found.quartiers, shown)
    plan = plan_of(site, found.quartiers, outlines.outlined, origin, shown)
    return Import(known, found.quartiers, origin, outlines, plan)
