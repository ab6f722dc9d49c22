"""A path → the layers it holds: a file alone, a Shapefile with its neighbours, an archive.

Archives are read in memory, never unpacked: no name in one can lead anywhere. Sizes are counted
while reading, whatever the archive announces.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from chemins.imports import geojson, shapes, tables
from chemins.imports.dates import date_in, dated
from chemins.imports.publication import Publication, RefusedError
from chemins.reading.opening import NoFileError, named_bytes
from chemins.records.when import When

MAX_BYTES = 256 * 1024 * 1024
"""What a file, or all that is read of an archive, may weigh."""

_MOST_MEMBERS = 5000
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError),
    *(RuntimeError, ValueError, struct.error, LookupError, ArithmeticError),
)
"""What the reading of a broken archive raises."""

_SIGNATURES = (
    (b"SQLite format 3", "gpkg"),
    (b"%PDF", "pdf"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xd0\xcf\x11\xe0", "sheet"),
    (b"fgb", "gpkg"),
    (b"PAR1", "gpkg"),
)
"""What files of other sorts begin with."""

_PARTS = ("shp", "shx", "dbf", "prj", "cpg")
_TEXTS = ("geojson", "json", "csv", "txt", "tsv")

Members = Mapping[PurePosixPath, Callable[[], bytes]]


def publications_in(path: Path) -> tuple[Publication, ...]:
    """The layers that ``path`` holds, those in degrees first.

    Raises:
        RefusedError: it holds none that we can read.
        OSError: it cannot be read at all.
    """
    if path.is_dir():
        return _in_members(_neighbours(path, ""), {})
    if path.suffix.lower().lstrip(".") in _PARTS:
        return _in_members(_neighbours(path.parent, path.stem), {})
    data = _bounded(path)()
    if data.startswith(b"PK"):
        return _in_archive(data)
    return (_alone(data, path.name),)


def _alone(data: bytes, name: str) -> Publication:
    """The layer of a file whose bytes, not its name, say what it is."""
    for signature, reason in _SIGNATURES:
        if data.startswith(signature):
            raise RefusedError(reason)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise RefusedError("blank")
    if head[:9].lower().startswith((b"<!doctype", b"<html")):
        raise RefusedError("page")
    if head.startswith(b"<"):
        raise RefusedError("xml")
    is_json = head[:1] in (b"{", b"[") or name.lower().endswith("json")
    return geojson.publication_of(data, name) if is_json else tables.publication_of(data, name)


def _in_archive(data: bytes) -> tuple[Publication, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [info for info in archive.infolist() if not info.is_dir()]
            if len(found) > _MOST_MEMBERS:
                raise RefusedError("heavy", limit=MAX_BYTES // (1024 * 1024))
            left = [MAX_BYTES]
            members: dict[PurePosixPath, Callable[[], bytes]] = {}
            dates: dict[PurePosixPath, When | None] = {}
            for info in found:
                member = PurePosixPath(info.filename.replace("\\", "/"))
                if not _is_litter(member):
                    members[member] = _reading(archive, info, left)
                    dates[member] = dated(*info.date_time[:3])
            return _in_members(members, dates)
    except _BROKEN as error:
        raise RefusedError("zip") from error


def _reading(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: list[int]
) -> Callable[[], bytes]:
    """Reads a member, within what is left of all that may be read."""

    def read() -> bytes:
        if info.flag_bits & 1:
            raise RefusedError("encrypted")
        with archive.open(info) as member:
            data = member.read(left[0] + 1)
        if len(data) > left[0]:
            raise RefusedError("heavy", limit=MAX_BYTES // (1024 * 1024))
        left[0] -= len(data)
        return data

    return read


def _neighbours(folder: Path, stem: str) -> Members:
    """The files of ``folder`` whose name is ``stem``, or all of them."""
    return {
        PurePosixPath(each.name): _bounded(each)
        for each in sorted(folder.iterdir())
        if each.is_file()
        and not each.name.startswith(".")
        and (not stem or each.stem.casefold() == stem.casefold())
    }


def _bounded(path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            data = named_bytes(path, MAX_BYTES)
        except NoFileError as error:
            raise RefusedError("special") from error
        if len(data) > MAX_BYTES:
            raise RefusedError("heavy", limit=MAX_BYTES // (1024 * 1024))
        return data

    return read


def _is_litter(member: PurePosixPath) -> bool:
    return "__MACOSX" in member.parts or member.name.startswith((".", "~$"))


def _in_members(
    members: Members, dates: Mapping[PurePosixPath, When | None]
) -> tuple[Publication, ...]:
    by_ending: dict[str, list[PurePosixPath]] = {}
    for member in members:
        by_ending.setdefault(member.suffix.lower().lstrip("."), []).append(member)
    if shapefiles := by_ending.get("shp"):
        found = [_with_date(_shapefile(members, each), dates.get(each)) for each in shapefiles]
    elif texts := [each for ending in _TEXTS for each in by_ending.get(ending, ())]:
        alike = [each for each in texts if each.suffix == texts[0].suffix]
        found = [_with_date(_alone(members[each](), each.name), dates.get(each)) for each in alike]
    else:
        raise RefusedError(_lacking(members, by_ending))
    return tuple(sorted(found, key=lambda each: each.system.degrees is not None))


def _lacking(members: Members, by_ending: Mapping[str, object]) -> str:
    """Why no layer can be read among ``members``."""
    names = {str(member) for member in members}
    if "[Content_Types].xml" in names or "mimetype" in names:
        return "sheet"
    if by_ending.keys() & {"xlsx", "xls", "ods"}:
        return "sheet"
    if "gpkg" in by_ending:
        return "gpkg"
    if by_ending.keys() & {"dbf", "shx", "prj", "cpg"}:
        return "no_shp"
    return "nested" if "zip" in by_ending else "nothing"


def _shapefile(members: Members, shp: PurePosixPath) -> Publication:
    stem = str(shp.with_suffix("")).casefold()
    parts = {
        member.suffix.lower().lstrip("."): read
        for member, read in members.items()
        if str(member.with_suffix("")).casefold() == stem
    }
    return shapes.publication_of(
        {ending: parts[ending]() for ending in _PARTS if ending in parts}, shp.name
    )


def _with_date(publication: Publication, when: When | None) -> Publication:
    dates = {"archive": when} if when and when.year >= 2014 else {}
    return replace(publication, dates={**publication.dates, **dates})


def date_of(publications: tuple[Publication, ...], name: str) -> tuple[str, When] | None:
    """What says of when ``publications`` in the file ``name`` are, the surest first."""
    said: dict[str, When] = {}
    for each in publications:
        for what, when in each.dates.items():
            said.setdefault(what, when)
    named = next(filter(None, map(date_in, (*(each.name for each in publications), name))), None)
    if named:
        said["name"] = named
    for what in ("metadata", "name", "archive", "table"):
        if what in said:
            return what, said[what]
    return None
