"""Small files of our own, with the defects of official ones."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import shapefile

from chemins.imports.choice import Request
from chemins.imports.origin import Wished
from chemins.imports.quartiers import Import, importing, known_in
from chemins.imports.site import Site, site_of
from chemins.reading import read
from chemins.records import KINDS

SQUARE = [[2.0, 48.0], [2.01, 48.0], [2.01, 48.01], [2.0, 48.01], [2.0, 48.0]]
"""A quartier of about a square kilometre."""

BOW_TIE = [[2.0, 48.0], [2.01, 48.01], [2.01, 48.0], [2.0, 48.01], [2.0, 48.0]]
"""A ring that crosses itself."""

HOLE = [[2.002, 48.002], [2.004, 48.002], [2.004, 48.004], [2.002, 48.004], [2.002, 48.002]]
"""A ring inside the square."""

WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]'

LAMBERT_93 = (
    'PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",'
    'SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],'
    'UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],'
    'PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],'
    'PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",44.0],'
    'PARAMETER["Standard_Parallel_2",49.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]'
)

TERRITORY = "---\ntitre: Le contrat de ville\nnom: Val-Fleuri\ndemonstration: oui\n---\n"
"""A territory that says little of itself."""


def polygon(*rings: Sequence[Sequence[float]]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(
    code: Any, name: Any = "Les Lilas", geometry: Any = None, **more: Any
) -> dict[str, Any]:
    said = {"code_qp": code, "lib_qp": name, **more}
    shape = polygon(SQUARE) if geometry is None else geometry
    return {"type": "Feature", "properties": said, "geometry": shape}


def collection(*features: Mapping[str, Any], **members: Any) -> bytes:
    whole = {"type": "FeatureCollection", **members, "features": list(features)}
    return json.dumps(whole, ensure_ascii=False).encode()


def parts_of(
    rows: Iterable[tuple[Sequence[str], Sequence[Sequence[Sequence[float]]]]],
    columns: Sequence[str] = ("CODE_QP", "NOM_QP", "COMMUNE_QP"),
    encoding: str = "latin-1",
    prj: str = WGS84,
) -> dict[str, bytes]:
    """A Shapefile, by the endings of its files."""
    files = {ending: io.BytesIO() for ending in ("shp", "shx", "dbf")}
    with shapefile.Writer(**files, encoding=encoding) as writer:
        writer.shapeType = shapefile.POLYGON
        for column in columns:
            writer.field(column, "C", 80)
        for said, rings in rows:
            writer.record(*said)
            writer.poly([list(ring) for ring in rings]) if rings else writer.null()
    return {**{ending: file.getvalue() for ending, file in files.items()}, "prj": prj.encode()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, said in files.items():
            archive.writestr(name, said)
    return data.getvalue()


def zipped_shapefile(parts: Mapping[str, bytes], stem: str = "QP/été/QP_2015") -> bytes:
    return zipped({f"{stem}.{ending}": data for ending, data in parts.items()})


def site(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Site:
    """A content folder with a territory and ``files``."""
    for path, said in {"territoire.md": TERRITORY, **(files or {})}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(said.encode() if isinstance(said, str) else said)
    return site_of(read(folder, KINDS))


def known(folder: Path, data: bytes, name: str = "quartiers.geojson") -> Any:
    """What the file ``name`` that holds ``data`` lists, or the fault."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return known_in(folder / name)


def imported(folder: Path, data: bytes, name: str = "quartiers.geojson", **asked: Any) -> Import:
    """What bringing all, or what is ``asked``, of a file into a small site comes to."""
    found = known(folder / "given", data, name)
    files = asked.pop("files", None)
    request = Request(**asked) if asked else Request(every=True)
    result = importing(found, site(folder / "content", files), request, Wished())
    assert isinstance(result, Import), result
    return result


def shapes(found: Import) -> dict[str, Any]:
    return {code: each.polygons for code, each in found.outlines.outlined.items()}


def acts(found: Import) -> dict[str, tuple[str, ...]]:
    return {each.code: each.acts for each in found.outlines.mended}


def reasons(found: Import) -> list[tuple[str, str]]:
    """The code of each fault, with the name of its reason where it has one."""
    return [(each.code, _last(each.values.get("reason"))) for each in found.faults]


def _last(word: Any) -> str:
    return word.key.rpartition(".")[2] if word else ""
