"""CSV as people save it: any separator, any encoding, shapes in a column or none."""

import json

import pytest
from tests.imports.made import BOW_TIE, SQUARE, acts, imported, known, polygon, reasons, shapes

from chemins.faults import Fault


def wkt(ring):
    return f"POLYGON (({', '.join(f'{x} {y}' for x, y in ring)}))"


def cell(text):
    return '"' + text.replace('"', '""') + '"'


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_separator_and_any_encoding_are_read(tmp_path, separator, encoding):
    rows = [
        ["CODE_QP", "NOM_QP", "COMMUNE_QP"],
        ["QP084008", '"Été, Gâtines; Le Parc"', '"Laon, Athies"'],
        ["qp084009 ", "La Gare", "Laon"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows)
    found = known(tmp_path, text.encode(encoding), "qp.csv")
    first, second = found.listed.values()
    assert (first.name, list(first.communes)) == ("Été, Gâtines; Le Parc", ["Laon", "Athies"])
    assert (second.code, second.name) == ("QP084009", "La Gare")


@pytest.mark.parametrize(
    "head",
    [
        "code_qp,lib_qp,insee_com,lib_com",
        "q,n,com,ville",
        "Code du quartier,Nom du quartier prioritaire,Code INSEE,Nom de la commune",
        "codeqp,nom,depcom,commune",
    ],
)
def test_columns_are_known_by_their_values_then_by_their_names(tmp_path, head):
    found = known(tmp_path, f"{head}\nQN08410M,Les Lilas,2408,Laon\n".encode(), "qp.csv")
    quartier = found.listed["QN08410M"]
    assert (quartier.name, quartier.communes, quartier.insee) == (
        "Les Lilas",
        {"Laon": "02408"},
        {"02408"},
    )


def test_lines_before_the_columns_and_empty_ones_are_passed_over(tmp_path):
    text = "Liste des quartiers\n\ncode;nom\n\nQN08410M;Les Lilas\n;\n"
    assert known(tmp_path, text.encode(), "qp.csv").listed["QN08410M"].name == "Les Lilas"


def test_a_table_without_names_of_columns_is_read_by_its_values(tmp_path):
    found = known(tmp_path, b"QN08410M;Les Lilas\nQN08411M;La Gare\n", "qp.csv")
    assert [each.name for each in found.listed.values()] == ["Les Lilas", "La Gare"]


def test_a_table_without_shapes_makes_records_alone(tmp_path):
    found = imported(tmp_path, b"code_qp;nom_qp\nQN08410M;Les Lilas\n", "qp.csv")
    assert list(found.plan.files) == ["quartiers/les-lilas.md"]
    assert not found.known.has_shapes
    assert found.faults == ()


@pytest.mark.parametrize(
    "said", [wkt(SQUARE), f"SRID=4326;{wkt(SQUARE)}", json.dumps(polygon(SQUARE))]
)
def test_shapes_in_a_column_are_read(tmp_path, said):
    text = f"code_qp;nom_qp;geo_shape\nQN08410M;Les Lilas;{cell(said)}\n"
    assert [2.0, 48.0] in shapes(imported(tmp_path, text.encode(), "qp.csv"))["QN08410M"][0][0]


def test_a_multipolygon_with_heights_is_read_from_wkt(tmp_path):
    points = ", ".join(f"{x} {y} 0" for x, y in BOW_TIE)
    text = f"code_qp;nom_qp;wkt\nQN08410M;x;{cell(f'MULTIPOLYGON Z ((({points})))')}\n"
    assert acts(imported(tmp_path, text.encode(), "qp.csv")) == {"QN08410M": ("crossed",)}


@pytest.mark.parametrize(
    ("said", "reason"),
    [("POINT (1 2)", "flat"), ("POLYGON EMPTY", "none"), ("POLYGON ((1 2", "form"), ("", "none")],
)
def test_a_shape_that_cannot_be_read_is_told_at_its_line(tmp_path, said, reason):
    text = (
        f"code_qp;nom_qp;geom\nQN08411M;La Gare;{cell(wkt(SQUARE))}\n"
        f"QN08410M;Les Lilas;{cell(said)}\n"
    )
    found = imported(tmp_path, text.encode(), "qp.csv")
    assert reasons(found) == [("W-IMPORT-SHAPE", reason)]
    assert found.faults[0].place.line == 3


def test_a_forgotten_quote_stops_the_import_at_its_line(tmp_path):
    text = b"code_qp,nom_qp,commune\nQN08410M,Les Lilas,Laon\nQN08411M,La Gare, le Parc,Laon\n"
    found = imported(tmp_path, text, "qp.csv")
    assert found.is_refused
    assert [(each.code, each.place.line) for each in found.faults] == [("E-IMPORT-ROW", 3)]


def test_a_name_that_is_not_said_is_replaced_by_the_code(tmp_path):
    found = imported(tmp_path, b"code_qp;nom_qp\nQN08410M;\nQN08411M;Perd\xef\xbf\xbdu\n", "qp.csv")
    assert [(each.code, each.variant) for each in found.faults] == [
        ("W-IMPORT-NAME", ""),
        ("W-IMPORT-NAME", "lost"),
    ]
    assert b"nom_officiel: QN08410M\n" in found.plan.files["quartiers/qn08410m.md"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a;b\n1;2\n", "E-IMPORT-COLUMN"),
        (b"rien du tout", "E-IMPORT-FILE"),
        (b"code_qp\nQN08410M\0\n", "E-IMPORT-FILE"),
        (b'code_qp;x\nQN08410M;"' + b"a" * 100, ""),
    ],
)
def test_a_table_without_codes_is_a_fault(tmp_path, data, code):
    found = known(tmp_path, data, "qp.csv")
    assert (found.code if isinstance(found, Fault) else "") == code
