"""Chosen quartiers → the files to write: their records, their contours, a line of the territory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault
from chemins.imports.completed import completed, is_begun, is_called_by_code
from chemins.imports.contours import Merged, Outlined, merged
from chemins.imports.listed import Listed
from chemins.imports.naming import identifiers
from chemins.imports.origin import Origin
from chemins.imports.publication import RefusedError
from chemins.imports.site import Known, Site
from chemins.imports.territory import lines_of, with_contours
from chemins.imports.texts import LOST
from chemins.locales import fold
from chemins.reading.geojson import MAX_BYTES
from chemins.records.identifiers import identifier_of
from chemins.records.quartier import Perimeter, Quartier
from chemins.records.territory import Commune, Contours
from chemins.writing import file_of


@dataclass(frozen=True, slots=True)
class Made:
    """A record that is written."""

    path: str
    """Its file, in the content folder."""

    quartier: Listed
    """What it is of."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that was there: not a letter of it changes."""

    known: Known
    """The record."""

    quartier: Listed
    """What the file says of the same quartier."""

    @property
    def differs(self) -> bool:
        """Whether the file gives it another name."""
        ours, theirs = (identifier_of(name) for name in (self.known.name, self.quartier.name))
        return bool(theirs) and ours != theirs


@dataclass(frozen=True, slots=True)
class Completed:
    """A record that ``chemins new`` began, and that has its name now."""

    known: Known
    """The record as it was."""

    quartier: Listed
    """What the file says of the quartier."""

    path: str
    """Its file from now on: a code gives way to a name."""

    data: bytes
    """What it holds."""


@dataclass(frozen=True, slots=True)
class Named:
    """What becomes of the territory's record."""

    state: str
    """``added``, ``there``, ``by_hand``, ``absent``; ``none`` without contours to name."""

    path: str = ""
    """Its file."""

    lines: str = ""
    """What is to be written in it, or was."""

    declared: Contours | None = None
    """What it says already."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import writes."""

    files: Mapping[str, bytes]
    """The whole files, by their path in the content folder."""

    made: tuple[Made, ...]
    """New records."""

    kept: tuple[Kept, ...]
    """Records that stay as they are."""

    completed: tuple[Completed, ...]
    """Records that ``chemins new`` began, and that now have their name."""

    gone: tuple[str, ...]
    """The files that are called otherwise now."""

    contours: str
    """The file of contours."""

    merged: Merged | None
    """What changes in it; none when there is no shape."""

    territory: Named
    """What becomes of the territory's record."""

    faults: tuple[Fault, ...]
    """What is wrong or doubtful."""


def plan_of(
    site: Site,
    quartiers: Sequence[Listed],
    outlined: Mapping[str, Outlined],
    origin: Origin,
    path: str,
) -> Plan:
    """What bringing ``quartiers`` of the file ``path`` into ``site`` writes."""
    faults: list[Fault] = []
    kept = tuple(
        Kept(site.quartiers[one.code], one) for one in quartiers if one.code in site.quartiers
    )
    begun = [each for each in kept if is_begun(each.known, each.quartier, site)]
    renamed = [each.quartier for each in begun if is_called_by_code(each.known, each.quartier)]
    new = [one for one in quartiers if one.code not in site.quartiers]
    new = [one for one in new if not _has_twin(one, site, faults)]
    faults += _named_badly(new, path)
    spelt = identifiers([*new, *renamed], site.identifiers)
    done = tuple(_completed(begun, {one.code: spelt[one.code] for one in renamed}, site))
    made = tuple(Made(f"{site.folder}/{spelt[one.code]}.md", one) for one in new)
    files = {each.path: file_of(_record(each.quartier, origin, site), site.locale) for each in made}
    files |= {each.path: each.data for each in done}
    gone = tuple(each.known.path for each in done if each.path != each.known.path)
    contours = site.contours_file or site.locale.text("imports.file")
    joined = _joined(site, contours, outlined, files, faults)
    territory = _named(site, contours, origin, files) if joined else Named("none")
    faults += [_outside(each) for each in files if not site.holds(each)]
    named = {each.known.path for each in done}
    kept = tuple(each for each in kept if each.known.path not in named)
    return Plan(files, made, kept, done, gone, contours, joined, territory, tuple(faults))


def _completed(begun: Iterable[Kept], names: Mapping[str, str], site: Site) -> Iterator[Completed]:
    """``begun`` with their names; ``names`` are the identifiers of those called by their code."""
    for each in begun:
        code, path = each.quartier.code, PurePosixPath(each.known.path)
        identifier = names.get(code, "")
        is_renamed = identifier not in ("", code.lower())
        data = completed(each.known, each.quartier, site, code.lower() if is_renamed else "")
        if data is not None:
            place = path.with_name(f"{identifier}.md") if is_renamed else path
            yield Completed(each.known, each.quartier, place.as_posix(), data)


def _has_twin(one: Listed, site: Site, faults: list[Fault]) -> bool:
    """Whether a record without a code bears the name: it is probably the same quartier."""
    twin = site.nameless.get(fold(one.name)) if one.name else None
    if twin is not None:
        place = Place(f"{site.prefix}{twin}")
        faults.append(fault("W-IMPORT-TWIN", place, name=one.name, quartier=one.code))
    return twin is not None


def _named_badly(quartiers: Iterable[Listed], path: str) -> Iterable[Fault]:
    for one in quartiers:
        spot = one.spots[0]
        place = Place(path, spot.row.number if spot.publication.has_lines else 1)
        if not one.name:
            yield fault("W-IMPORT-NAME", place, quartier=one.code)
        elif LOST in one.name:
            yield fault("W-IMPORT-NAME", place, "lost", quartier=one.code, name=one.name)
        if one.other:
            said = {"name": one.name, "other": one.other}
            yield fault("W-IMPORT-NAME", place, "two", quartier=one.code, **said)
        if spot.row.surplus and spot.publication.has_lines:
            cells = len(spot.publication.columns)
            yield fault(
                "E-IMPORT-ROW", place, quartier=one.code, cells=cells, more=spot.row.surplus
            )


def _record(one: Listed, origin: Origin, site: Site) -> Quartier:
    communes = [Commune(name=name, code=code or None) for name, code in one.communes.items()]
    if not communes:
        numbers = sorted(one.insee & site.communes.keys())
        communes = [Commune(name=site.communes[code], code=code) for code in numbers]
    return Quartier(
        official_name=one.name or one.code,
        code=one.code,
        perimeter=Perimeter.PRIORITY,
        communes=tuple(communes),
        provenance=origin.provenance(site.locale),
    )


def _joined(
    site: Site,
    contours: str,
    outlined: Mapping[str, Outlined],
    files: dict[str, bytes],
    faults: list[Fault],
) -> Merged | None:
    """The file of contours with ``outlined`` in it, put among ``files`` when it changes."""
    if not outlined:
        return None
    try:
        found = merged(site.bytes_of(contours), outlined, site.locale)
    except RefusedError as refused:
        problem = Word(f"faults.E-IMPORT-CONTOURS.problems.{refused.reason}")
        faults.append(
            fault("E-IMPORT-CONTOURS", Place(f"{site.prefix}{contours}"), problem=problem)
        )
        return None
    if len(found.data) > MAX_BYTES:
        problem = Word("faults.E-IMPORT-CONTOURS.problems.heavy")
        faults.append(
            fault("E-IMPORT-CONTOURS", Place(f"{site.prefix}{contours}"), problem=problem)
        )
    if found.added or found.changed:
        files[contours] = found.data
    return found


def _named(site: Site, file: str, origin: Origin, files: dict[str, bytes]) -> Named:
    contours = Contours(
        file=file, source=origin.source, licence=origin.licence, updated=origin.updated
    )
    lines = lines_of(contours, site.locale)
    if site.names_contours:
        return Named("there", site.territory, lines, site.contours)
    if not site.territory:
        return Named("absent", f"{site.locale.text('kinds.territory.file')}.md", lines)
    before = site.bytes_of(site.territory)
    patched = before and with_contours(before, site.territory, contours, site.locale)
    if not patched:
        return Named("by_hand", site.territory, lines)
    files[site.territory] = patched
    return Named("added", site.territory, lines)


def _outside(path: str) -> Fault:
    problem = Word("faults.E-IMPORT-CONTOURS.problems.outside")
    return fault("E-IMPORT-CONTOURS", Place(path), problem=problem)
