"""The files of maps are read whatever their publishers call a code or a name."""

import pytest
from tests.helpers import edition, of_files
from tests.mapping import MAPPED, away, collection, feature, square

RING = [square(0, 0, 5000)]


def read(tmp_path, features, communes="", **files):
    head = "---\ntitre: Un contrat\nnom: le Val\ndemonstration: oui\n"
    head += f"{communes}contours_communes: c.geojson\n---\n"
    found = edition(tmp_path, {"territoire.md": head, "c.geojson": collection(features), **files})
    assert of_files(found.faults) == ()
    return found.geography.communes


@pytest.mark.parametrize(
    "properties",
    [
        {"code": "84031", "nom": "Carpentras"},
        {"insee": "84031", "name": "Carpentras", "cp": "84200"},
        {"INSEE_COM": "84031", "NOM_COM": "Carpentras", "ID": "COMMUNE_0000000009755890"},
        {"codgeo": "84031", "libgeo": "Carpentras", "dep": "84"},
        {"CODE_INSEE": 84031, "Nom": "Carpentras", "POPULATION": 31000},
        {"ref:INSEE": "84031", "name": "Carpentras", "addr:postcode": "84200"},
    ],
)
def test_a_commune_is_known_by_its_code_under_any_name(tmp_path, properties):
    found = read(tmp_path, [feature(properties, "Polygon", RING)])
    assert {code: each.name for code, each in found.items()} == {"84031": "Carpentras"}


@pytest.mark.parametrize(
    ("written", "code"), [("2A004", "2A004"), ("2b033", "2B033"), (1004, "01004")]
)
def test_corsica_and_lost_zeros_are_read(tmp_path, written, code):
    assert [*read(tmp_path, [feature({"insee": written}, "Polygon", RING)])] == [code]


def test_a_code_under_a_name_of_its_own_is_read_when_the_territory_gives_it(tmp_path):
    features = [feature({"postal": "84200", "xyz": "84031"}, "Polygon", RING)]
    known = 'communes: [{nom: Carpentras, code: "84031"}]\n'
    assert [*read(tmp_path, features, known)] == ["84031"]


def test_of_a_whole_department_the_communes_of_the_territory_stay(tmp_path):
    features = [feature({"code": f"840{n:02d}"}, "Polygon", RING) for n in range(1, 40)]
    known = 'communes: [{nom: Carpentras, code: "84031"}, Une sans code]\n'
    assert [*read(tmp_path, features, known)] == ["84031"]


def test_the_parts_of_a_commune_are_one(tmp_path):
    features = [
        feature({"code": "84031"}, "MultiPolygon", [RING, RING]),
        feature({"code": "84031"}, "Polygon", RING),
    ]
    assert len(read(tmp_path, features)["84031"].rings) == 3


def test_a_background_is_lines_and_points_with_their_names(tmp_path):
    found = edition(tmp_path, {**MAPPED, "donnees/f.geojson": collection(_things())})
    assert of_files(found.faults) == ()
    said = [(each.name, len(each.lines), len(each.points)) for each in found.geography.background]
    assert said == [("L’Ouvèze", 2, 0), ("Gare", 0, 1), ("Le parc", 1, 0), ("", 1, 0)]


def _things():
    one, two = away(0, 0), away(500, 0)
    return (
        feature({"nom": "L’Ouvèze"}, "MultiLineString", [[one, two], [two, one]]),
        feature({"label": "  Gare  "}, "Point", one),
        feature({"name": "Le parc"}, "Polygon", RING),
        feature({}, "LineString", [one, two]),
        feature({"nom": "Rien"}, "Point", []),
        feature({"nom": "Ailleurs"}, "Point", [864156, 6330607]),
    )


def test_all_that_maps_are_drawn_from_is_read_together(tmp_path):
    geography = edition(tmp_path, MAPPED).geography
    assert len(geography.quartiers) == 3
    assert [*geography.communes] == ["99001", "99002", "99003", "99004"]
    assert [each.name for each in geography.background] == ["L’Ouvèze", "Gare"]
