"""GeoJSON as people publish it: what is read of it, what is mended, what is refused and why."""

import json
import math
from itertools import pairwise

import pytest
from tests.imports.made import (
    BOW_TIE,
    HOLE,
    SQUARE,
    acts,
    collection,
    feature,
    imported,
    known,
    polygon,
    reasons,
    shapes,
)

from chemins.faults import Fault

CODE = "QN08410M"


def one(tmp_path, geometry, **how):
    return imported(tmp_path, collection(feature(CODE, geometry=geometry)), **how)


@pytest.mark.parametrize(
    ("column", "naming"),
    [
        ("code_qp", "lib_qp"),
        ("CODE_QP", "NOM_QP"),
        ("q", "n"),
        ("codeqp", "nomqp"),
        ("Code du quartier", "Nom du quartier prioritaire"),
        ("identifiant", "intitulé du QP"),
    ],
)
def test_columns_are_known_by_what_they_hold(tmp_path, column, naming):
    said = {column: CODE, naming: "Les Lilas", "commune": "Laon", "com": "02408", "dep": "02"}
    found = known(tmp_path, collection({"type": "Feature", "properties": said, "geometry": None}))
    quartier = found.listed[CODE]
    assert (quartier.name, quartier.communes) == ("Les Lilas", {"Laon": "02408"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_any_encoding_gives_the_same_names(tmp_path, encoding):
    text = collection(feature(CODE, "Résidence de l’Été".replace("’", "'"))).decode()
    found = known(tmp_path, text.encode(encoding))
    assert found.listed[CODE].name == "Résidence de l'Été"


def test_accents_that_a_wrong_encoding_broke_are_put_right(tmp_path):
    broken = "Résidence Élysée".encode().decode("cp1252")
    found = known(tmp_path, collection(feature(CODE, broken)))
    assert found.listed[CODE].name == "Résidence Élysée"
    assert found.mended == 1


@pytest.mark.parametrize(
    ("whole", "count"),
    [
        (feature(CODE), 1),
        ([{"code_qp": CODE, "nom_qp": "x", "geo_shape": polygon(SQUARE)}], 1),
        ({"results": [{"code_qp": CODE, "geo_shape": feature(CODE)}]}, 1),
        ({"records": [{"fields": {"code_qp": CODE, "geo_shape": polygon(SQUARE)}}]}, 1),
    ],
)
def test_a_lone_feature_and_the_lists_of_portals_are_read(tmp_path, whole, count):
    found = imported(tmp_path, json.dumps(whole).encode())
    assert len(shapes(found)) == count


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "blank"),
        (b"{", "json"),
        (b"{}", "features"),
        (b"[]", "features"),
        (b"[1, 2]", "features"),
        (b'{"type": "Topology", "arcs": []}', "topojson"),
        (b"[" * 100_000, "json"),
        (b"<!DOCTYPE html><html>", "page"),
        (b"<?xml version='1.0'?><kml/>", "xml"),
        (b"%PDF-1.7", "pdf"),
        (b"SQLite format 3\0", "gpkg"),
        (collection(feature(CODE), crs={"properties": {"name": "EPSG:27572"}}), "system"),
    ],
)
def test_what_is_no_list_of_quartiers_is_refused_with_a_reason(tmp_path, data, reason):
    found = known(tmp_path, data)
    assert isinstance(found, Fault)
    assert found.code == "E-IMPORT-FILE"
    assert found.values["reason"].key.endswith(f".{reason}")


def test_a_file_without_codes_is_told_with_the_columns_that_it_has(tmp_path):
    found = known(tmp_path, collection({"type": "Feature", "properties": {"a": 1, "b": "x"}}))
    assert (found.code, found.values["columns"]) == ("E-IMPORT-COLUMN", "a, b")


def test_a_sound_shape_comes_through_as_it_is(tmp_path):
    found = one(tmp_path, polygon(SQUARE, HOLE))
    (rings,) = shapes(found)[CODE]
    assert [sorted(map(tuple, ring[1:])) for ring in rings] == [
        sorted(map(tuple, each[1:])) for each in (SQUARE, HOLE)
    ]
    assert acts(found) == {}
    assert found.faults == ()


def test_heights_are_left_out(tmp_path):
    found = one(tmp_path, polygon([[x, y, 12.5] for x, y in SQUARE]))
    assert all(len(point) == 2 for point in shapes(found)[CODE][0][0])


@pytest.mark.parametrize(
    ("rings", "done"),
    [
        ([SQUARE[:-1]], ("unclosed",)),
        ([[*SQUARE[:2], SQUARE[1], *SQUARE[2:]]], ("doubled",)),
        ([BOW_TIE], ("crossed",)),
        ([[*SQUARE[:2], [math.nan, 48.0], *SQUARE[2:]]], ("numbers",)),
        ([[*SQUARE[:2], [None, 48.0], *SQUARE[2:]]], ("numbers",)),
        ([SQUARE, [[2.5, 48.5], [2.6, 48.5], [2.6, 48.6], [2.5, 48.5]]], ("hole",)),
        ([SQUARE, [SQUARE[0], SQUARE[0], SQUARE[0]]], ("doubled", "sliver")),
    ],
)
def test_a_broken_ring_is_mended_and_told(tmp_path, rings, done):
    found = one(tmp_path, polygon(*rings))
    assert acts(found) == {CODE: done}
    assert shapes(found)[CODE]


def test_a_mended_shape_needs_no_mending_again(tmp_path):
    found = one(tmp_path / "a", polygon(BOW_TIE))
    again = one(tmp_path / "b", {"type": "MultiPolygon", "coordinates": shapes(found)[CODE]})
    assert acts(again) == {}
    assert len(shapes(again)[CODE]) == 2


def test_outer_rings_turn_one_way_and_holes_the_other(tmp_path):
    def area(ring):
        return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))

    found = one(tmp_path, polygon(SQUARE[::-1], HOLE))
    ((outer, hole),) = shapes(found)[CODE]
    assert area(outer) > 0 > area(hole)


def test_parts_that_overlap_are_united(tmp_path):
    moved = [[x + 0.005, y] for x, y in SQUARE]
    found = one(tmp_path, {"type": "MultiPolygon", "coordinates": [[SQUARE], [moved]]})
    assert acts(found) == {CODE: ("overlap",)}
    assert len(shapes(found)[CODE]) == 1


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        ({"type": "GeometryCollection", "geometries": []}, "collection"),
        ({"type": "Polygon", "coordinates": [[["2", "48"]]]}, "form"),
        ({"type": "Polygon", "coordinates": 12}, "form"),
        ({"type": "Cube", "coordinates": []}, "form"),
        (polygon([[2.0, 48.0], [2.01, 48.0], [2.0, 48.0]]), "empty"),
        (polygon([[2.0, 95.0], [2.01, 48.0], [2.0, 48.1], [2.0, 95.0]]), "outside"),
        (polygon([[2e8, 48.0], [2.01, 48.0], [2.0, 48.1]]), "outside"),
        (polygon([[2.0 + n / 1e5, 48.0 + n % 2 / 1e4] for n in range(20_001)]), "detailed"),
    ],
)
def test_a_shape_that_cannot_be_mended_is_refused_and_its_record_is_made(
    tmp_path, geometry, reason
):
    found = one(tmp_path, geometry)
    assert reasons(found) == [("W-IMPORT-SHAPE", reason)]
    assert "quartiers/les-lilas.md" in found.plan.files
    assert not found.is_refused


def test_a_scribble_is_refused_before_it_takes_the_day(tmp_path):
    turning = [[2 + n * 7919 % 9973 / 1e5, 48 + n * 104_729 % 9967 / 1e5] for n in range(9000)]
    found = one(tmp_path, polygon(turning))
    assert reasons(found) == [("W-IMPORT-SHAPE", "detailed")]


def test_a_long_contour_is_no_scribble(tmp_path):
    angles = [2 * math.pi * n / 15_000 for n in range(15_000)]
    wave = [(1 + math.sin(40 * a) / 9, a) for a in angles]
    ring = [[2 + r * math.cos(a) / 100, 48 + r * math.sin(a) / 100] for r, a in wave]
    found = one(tmp_path, polygon([*ring, ring[0]]))
    assert acts(found) == {}
    assert found.faults == ()


def test_a_file_of_points_has_no_shapes_and_says_so_once(tmp_path):
    point = {"type": "Point", "coordinates": [2.0, 48.0]}
    found = imported(tmp_path, collection(*(feature(f"QN0840{n}M", f"Q {n}", point) for n in "12")))
    assert found.faults == ()
    assert found.plan.merged is None
    assert len(found.plan.made) == 2


def test_a_row_of_several_quartiers_is_cut_where_names_allow(tmp_path):
    row = feature("QN08410M, QN08411M", "Les Lilas, La Gare", commune="Laon")
    lone = feature("QN08412M, QN08413M", "Un nom, coupé, de trop")
    found = known(tmp_path, collection(row, lone))
    assert {code: each.name for code, each in found.listed.items()} == {
        "QN08410M": "Les Lilas",
        "QN08411M": "La Gare",
        "QN08412M": "",
        "QN08413M": "",
    }


def test_a_quartier_in_two_features_is_one(tmp_path):
    moved = [[x + 0.02, y] for x, y in SQUARE]
    found = imported(
        tmp_path,
        collection(
            feature(CODE, commune="Laon"), feature(CODE, geometry=polygon(moved), commune="Athies")
        ),
    )
    assert len(shapes(found)[CODE]) == 2
    assert found.quartiers[0].communes == {"Laon": "", "Athies": ""}


@pytest.mark.parametrize(
    "members",
    [
        {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}},
        {"crs": {"type": "name", "properties": {"name": "EPSG:2154"}}},
        {},
    ],
)
def test_lambert_93_becomes_degrees_said_or_not(tmp_path, members):
    ring = [[700000, 6600000], [701000, 6600000], [701000, 6601000], [700000, 6600000]]
    found = imported(tmp_path, collection(feature(CODE, geometry=polygon(ring)), **members))
    points = shapes(found)[CODE][0][0]
    assert [3.0, 46.5] in points
    assert found.outlines.systems == ("Lambert 93",)


def test_latitudes_that_come_first_are_put_second(tmp_path):
    found = one(tmp_path, polygon([[y, x] for x, y in SQUARE]))
    assert sorted(shapes(found)[CODE][0][0])[0] == [2.0, 48.0]


def test_a_degree_system_that_is_said_is_not_guessed_otherwise(tmp_path):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    ring = [[y, x] for x, y in SQUARE]
    found = imported(tmp_path, collection(feature(CODE, geometry=polygon(ring)), crs=crs))
    assert sorted(shapes(found)[CODE][0][0])[0] == [48.0, 2.0]


def test_a_name_is_one_line_without_hidden_signs(tmp_path):
    found = known(tmp_path, collection(feature(CODE, " Les\u202e  Lilas\n\x07du\tParc ")))
    assert found.listed[CODE].name == "Les Lilas du Parc"
