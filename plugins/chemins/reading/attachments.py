"""What a site publishes beside its pages: pictures, documents, data. Is each what its name says?"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from chemins.faults import Fault, Place, Word
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.pictures import RASTER, danger_in, problem_of
from chemins.reading.endings import OTHER, REFUSED, SORTS, Sort, is_what_it_says
from chemins.reading.folder import WELL_KNOWN
from chemins.reading.signatures import HEAD, archive_of, kind_of

PAGE = ".md"
"""The ending of pages written by hand, which are no attachments."""

_NAMELESS = frozenset({"unknown", "broken", "macro"})
"""What bytes may be, that tells nobody what to do."""


def attachment_faults(
    folder: Path, paths: Iterable[str], widened: Collection[str] = ()
) -> Iterator[Fault]:
    """What keeps each of the files ``paths`` of ``folder`` from being published.

    ``widened`` are further endings that the site lets through, in lower case.
    """
    for path in sorted(paths):
        if not path.lower().endswith(PAGE) and path not in WELL_KNOWN:
            try:
                yield from _faults(folder / path, path, widened)
            except OSError as error:
                yield unreadable(Place(path), error)


def _faults(file: Path, path: str, widened: Collection[str]) -> Iterator[Fault]:
    name = path.rpartition("/")[2]
    ending = file.suffix[1:].lower()
    sort = SORTS.get(ending) or (OTHER if ending in widened else None)
    if sort is None:
        yield _refused(path, name, ending)
        return
    size = file.stat().st_size
    if not size:
        yield fault("E-BLANK", Place(path), name=name)
    elif size > sort.limit:
        yield _too_heavy(path, name, size, sort)
    else:
        yield from _of_bytes(file, path, name, ending)


def _refused(path: str, name: str, ending: str) -> Fault:
    stem = name[: -len(ending) - 1]
    variant = REFUSED.get(ending, "") if ending else "bare"
    return fault(
        "E-TYPE",
        Place(path),
        variant,
        name=name,
        ending=ending,
        suggestion=f"{stem}.md",
        allowed=", ".join(SORTS),
    )


def _too_heavy(path: str, name: str, size: int, sort: Sort) -> Fault:
    megabytes = -(-size // (1024 * 1024))
    return fault("E-HEAVY", Place(path), sort.name, name=name, size=megabytes, limit=sort.megabytes)


def _of_bytes(file: Path, path: str, name: str, ending: str) -> Iterator[Fault]:
    with file.open("rb") as opened:
        kind = kind_of(opened.read(HEAD))
    if kind == "zip":
        kind = archive_of(file)
    if kind == "macro" and ending in SORTS:
        yield fault("E-TYPE", Place(path), "macro", name=name)
    elif not is_what_it_says(ending, kind):
        yield _mistaken(path, name, ending, kind)
    elif ending == "svg":
        yield from _of_drawing(file.read_bytes(), path, name)
    elif ending in RASTER and (problem := problem_of(file.read_bytes(), ending)):
        yield fault("E-PICTURE", Place(path), problem, name=name)


def _mistaken(path: str, name: str, ending: str, kind: str) -> Fault:
    found = Word(f"faults.E-BYTES.kinds.{'other' if kind in _NAMELESS else kind}")
    values = {"name": name, "ending": f".{ending}", "found": found}
    if kind in SORTS:
        better = f"{name[: -len(ending)]}{kind}"
        return fault("E-BYTES", Place(path), "rename", **values, suggestion=better)
    return fault("E-BYTES", Place(path), "camera" if kind in ("heic", "tiff") else "", **values)


def _of_drawing(data: bytes, path: str, name: str) -> Iterator[Fault]:
    if danger := danger_in(data):
        place = Place(path, danger.line, danger.column)
        what = Word(f"faults.E-SVG.dangers.{danger.what}", {"value": danger.value})
        yield fault("E-SVG", place, "form" if danger.what == "form" else "", name=name, what=what)
