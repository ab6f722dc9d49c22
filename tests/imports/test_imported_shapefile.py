"""Shapefiles as administrations publish them: zipped or not, in Latin-1, with or without a .cpg."""

import zipfile

import pytest
from tests.imports.made import (
    BOW_TIE,
    HOLE,
    LAMBERT_93,
    SQUARE,
    WGS84,
    acts,
    collection,
    feature,
    imported,
    known,
    parts_of,
    reasons,
    shapes,
    zipped,
    zipped_shapefile,
)

from chemins.faults import Fault
from chemins.imports import packages
from chemins.imports.quartiers import known_in

NAME = "Cité de l'Été - Gâtines"
ROWS = [
    (("QP084008", NAME, "Saint-Étienne"), [SQUARE]),
    (("QP084009", "La Gare", "Laon, Athies"), [BOW_TIE]),
]


def names(found):
    return [each.name for each in found.listed.values()]


def test_a_zipped_shapefile_in_latin_1_without_a_cpg_is_read(tmp_path):
    found = imported(tmp_path, zipped_shapefile(parts_of(ROWS)), "qp.zip")
    first, second = found.quartiers
    assert (first.code, first.name, first.communes) == ("QP084008", NAME, {"Saint-Étienne": ""})
    assert list(second.communes) == ["Laon", "Athies"]
    assert acts(found) == {"QP084009": ("crossed",)}
    assert [len(each) for each in shapes(found).values()] == [1, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp850", "mac_roman"])
@pytest.mark.parametrize("cpg", [None, b"UTF-8", b"1252", b"ISO-8859-1", b"88591", b"nonsense"])
def test_names_come_right_whatever_the_cpg_says(tmp_path, encoding, cpg):
    parts = parts_of(ROWS, encoding=encoding)
    if cpg is not None:
        parts["cpg"] = cpg
    assert names(known(tmp_path, zipped_shapefile(parts), "qp.zip"))[0] == NAME


@pytest.mark.parametrize("given", ["QP.shp", "QP.dbf", "QP.prj", "."])
def test_a_shapefile_with_its_neighbours_is_read(tmp_path, given):
    for ending, data in parts_of(ROWS).items():
        (tmp_path / f"QP.{ending}").write_bytes(data)
    assert len(known_in(tmp_path / given).listed) == 2


def test_a_shapefile_without_an_index_is_read(tmp_path):
    parts = parts_of(ROWS)
    del parts["shx"]
    assert len(shapes(imported(tmp_path, zipped_shapefile(parts), "qp.zip"))) == 2


@pytest.mark.parametrize("hole", [HOLE, HOLE[::-1]])
@pytest.mark.parametrize("square", [SQUARE, SQUARE[::-1]])
def test_a_hole_is_one_whichever_way_its_points_turn(tmp_path, square, hole):
    rows = [(("QP084008", NAME, "Laon"), [square, hole])]
    found = imported(tmp_path, zipped_shapefile(parts_of(rows)), "qp.zip")
    ((outer, inner),) = shapes(found)["QP084008"]
    assert [2.0, 48.0] in outer
    assert [2.002, 48.002] in inner


def test_lambert_93_becomes_degrees(tmp_path):
    ring = [[700000, 6600000], [700000, 6601000], [701000, 6601000], [700000, 6600000]]
    parts = parts_of([(("QP084008", NAME, "Laon"), [ring])], prj=LAMBERT_93)
    found = imported(tmp_path, zipped_shapefile(parts), "qp.zip")
    assert [3.0, 46.5] in shapes(found)["QP084008"][0][0]
    assert found.outlines.systems == ("RGF93_Lambert_93",)


def test_of_several_layers_the_one_in_degrees_is_taken(tmp_path):
    ring = [[700000, 6600000], [700000, 6601000], [701000, 6601000], [700000, 6600000]]
    lambert = parts_of([(("QP084008", "En mètres", "Laon"), [ring])], prj=LAMBERT_93)
    layers = {
        **{f"a/QP_LB93.{ending}": data for ending, data in lambert.items()},
        **{f"b/QP_WGS84.{ending}": data for ending, data in parts_of(ROWS, prj=WGS84).items()},
    }
    found = known(tmp_path, zipped(layers), "qp.zip")
    assert names(found) == [NAME, "La Gare"]


def test_a_quartier_without_a_shape_is_told_and_its_record_is_made(tmp_path):
    rows = [*ROWS, (("QP084010", "Sans tracé", "Laon"), [])]
    found = imported(tmp_path, zipped_shapefile(parts_of(rows)), "qp.zip")
    assert reasons(found) == [("W-IMPORT-SHAPE", "none")]
    assert len(found.plan.made) == 3


def without(*endings):
    return {ending: data for ending, data in parts_of(ROWS).items() if ending not in endings}


def encrypted() -> bytes:
    data = bytearray(zipped({"a.csv": b"code\nQP084008\n"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped_shapefile(without("dbf")), "no_dbf"),
        (zipped_shapefile(without("shp")), "no_shp"),
        (zipped_shapefile({**without("dbf"), "dbf": b"\x03"}), "shapefile"),
        (zipped_shapefile({**without("shp"), "shp": b"\0" * 200}), "shapefile"),
        (zipped_shapefile(parts_of(ROWS, prj='GEOGCS["NTF_Paris",DATUM["D_NTF"]]')), "system"),
        (zipped_shapefile(parts_of(ROWS, prj='LOCAL_CS["plan"]')), "system"),
        (zipped_shapefile(parts_of(ROWS))[:-60], "zip"),
        (zipped({}), "nothing"),
        (zipped({"lisez-moi.md": b"x"}), "nothing"),
        (zipped({"qp.zip": zipped({})}), "nested"),
        (zipped({"qp.gpkg": b"x"}), "gpkg"),
        (zipped({"[Content_Types].xml": b"x", "xl/a.xml": b"x"}), "sheet"),
        (encrypted(), "encrypted"),
    ],
)
def test_an_archive_that_holds_none_is_refused_with_a_reason(tmp_path, data, reason):
    found = known(tmp_path, data, "qp.zip")
    assert isinstance(found, Fault), found
    assert (found.code, found.values["reason"].key.rpartition(".")[2]) == ("E-IMPORT-FILE", reason)


def test_what_an_archive_swells_to_is_counted_while_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(packages, "MAX_BYTES", 100_000)
    found = known(tmp_path, zipped({"qp.csv": b"x" * 100_001}), "qp.zip")
    assert found.values["reason"].key.endswith(".heavy")


def test_a_name_in_an_archive_leads_nowhere(tmp_path):
    data = zipped({"../../qp.geojson": collection(feature("QN08410M"))})
    found = imported(tmp_path, data, "qp.zip")
    assert sorted(found.plan.files) == [
        "donnees/quartiers.geojson",
        "quartiers/les-lilas.md",
        "territoire.md",
    ]


def test_an_archive_may_hold_geojson_or_csv(tmp_path):
    files = {"__MACOSX/._qp.csv": b"\0", "qp.csv": b"code_qp;nom_qp\nQN08410M;Les Lilas\n"}
    assert names(known(tmp_path, zipped(files), "qp.zip")) == ["Les Lilas"]


@pytest.mark.parametrize(
    ("name", "stem", "date"),
    [
        ("qp.zip", "QP", ("archive", "2023-05-17")),
        ("qp.zip", "QP2020", ("name", "2020")),
        ("qp-20190412.zip", "QP", ("name", "2019-04-12")),
        ("qp2011.zip", "QP", ("codes", "2015")),
    ],
)
def test_the_date_is_what_the_file_says(tmp_path, name, stem, date):
    (tmp_path / "given").mkdir()
    with zipfile.ZipFile(tmp_path / "given" / name, "w") as archive:
        for ending, data in parts_of(ROWS).items():
            info = zipfile.ZipInfo(f"{stem}.{ending}", (2023, 5, 17, 0, 0, 0))
            archive.writestr(info, data)
    found = imported(tmp_path, (tmp_path / "given" / name).read_bytes(), name)
    assert (found.origin.told_by, str(found.origin.updated)) == date
