"""Whatever a file holds, it is read or refused with a reason: never a traceback, never half."""

import json
import math
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.imports.made import BOW_TIE, SQUARE, TERRITORY, collection, feature, parts_of, zipped
from tests.imports.made import zipped_shapefile as archive

from chemins.edition import edition_of
from chemins.faults import Fault, Severity
from chemins.faults.report import Reporter
from chemins.imports.choice import Request
from chemins.imports.origin import Wished
from chemins.imports.publication import ShapeError
from chemins.imports.quartiers import Import, importing, known_in
from chemins.imports.repair import sound
from chemins.imports.site import site_of
from chemins.imports.told import question, told
from chemins.locales import LANGUAGES, load
from chemins.reading import read
from chemins.records import KINDS
from chemins.writing import written_together

UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]
SHAPEFILE = archive(
    parts_of(
        [(("QP084008", "Cité de l'Été", "Laon"), [SQUARE]), (("QP084009", "x", ""), [BOW_TIE])]
    )
)
TABLE = b"code_qp;nom_qp;commune;geom\nQN08410M;Les Lilas;Laon;POLYGON ((2 48, 2.1 48, 2 48.1))\n"

NUMBERS = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(),
    st.sampled_from([2.0, 48.0, None]),
)
POINTS = st.lists(NUMBERS, min_size=0, max_size=3)
RINGS = st.lists(st.one_of(st.sampled_from(SQUARE + BOW_TIE), POINTS), max_size=8)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, st.text(max_size=10)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
GEOMETRIES = st.one_of(
    JSON,
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["Polygon", "MultiPolygon", "Point", "GeometryCollection"]),
            "coordinates": st.one_of(
                st.lists(RINGS, max_size=3), st.lists(st.lists(RINGS), max_size=2)
            ),
        }
    ),
)
PROPERTIES = st.dictionaries(
    st.sampled_from(["code_qp", "lib_qp", "commune", "com", "x"]),
    st.one_of(
        st.sampled_from(["QN08410M", "QP084008, QP084009", "02408"]), st.text(max_size=12), JSON
    ),
)


def tried(data: bytes, name: str) -> None:
    """An import of all that the file ``name`` holds: told, written, and read back."""
    with tempfile.TemporaryDirectory() as holder:
        folder = Path(holder)
        content = folder / "content"
        content.mkdir()
        (content / "territoire.md").write_text(TERRITORY, "utf-8")
        (folder / name).write_bytes(data)
        site = site_of(read(content, KINDS))
        known = known_in(folder / name)
        if isinstance(known, Fault):
            said([known])
            return
        found = importing(known, site, Request(every=True), Wished())
        assert isinstance(found, Import)
        said(found.faults)
        for language in LANGUAGES:
            assert question(known, site, load(language)).encode()
            assert told(found, site, load(language), is_trial=True).encode()
        if not found.is_refused:
            written_together({content / path: text for path, text in found.plan.files.items()})
            faults = edition_of(content, KINDS).faults
            assert [each for each in faults if each.severity is Severity.ERROR] == []


def said(faults) -> None:
    for language in LANGUAGES:
        reporter = Reporter(load(language))
        assert reporter.text(faults).encode()
        assert all(row["message"] and row["hint"] for row in json.loads(reporter.json(faults)))


@given(st.binary(max_size=400), st.sampled_from(["q.zip", "q.csv", "q.geojson", "q.shp", "q"]))
@settings(max_examples=80, deadline=None)
def test_any_bytes(data, name):
    tried(data, name)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_beside_a_code(text):
    tried(f"code_qp;nom_qp;x\nQN08410M;{text}\n".encode("utf-8", "replace"), "q.csv")


@given(JSON)
@settings(max_examples=60, deadline=None, suppress_health_check=UNHURRIED)
def test_any_json(whole):
    tried(json.dumps(whole).encode(), "q.geojson")


@given(st.lists(st.tuples(PROPERTIES, GEOMETRIES), max_size=4))
@settings(max_examples=120, deadline=None, suppress_health_check=UNHURRIED)
def test_any_features(rows):
    features = [{"type": "Feature", "properties": said, "geometry": shape} for said, shape in rows]
    tried(json.dumps({"type": "FeatureCollection", "features": features}).encode(), "q.geojson")


@pytest.mark.parametrize("whole", [SHAPEFILE, TABLE, collection(feature("QN08410M"))])
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=UNHURRIED)
def test_a_file_that_is_cut_or_scratched(whole, data):
    cut = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for at in data.draw(st.lists(st.integers(0, len(cut) - 1), max_size=6)):
        cut[at] = data.draw(st.integers(0, 255))
    tried(bytes(cut), "q.zip")


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=UNHURRIED)
def test_a_shapefile_whose_parts_are_cut_or_scratched(data):
    parts = parts_of([(("QP084008", "Été", "Laon"), [SQUARE]), (("QP084009", "x", ""), [BOW_TIE])])
    ending = data.draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[ending][: data.draw(st.integers(0, len(parts[ending])))])
    for at in data.draw(st.lists(st.integers(0, max(len(part) - 1, 0)), max_size=6)):
        if part:
            part[at] = data.draw(st.integers(0, 255))
    tried(zipped({f"q.{e}": bytes(part) if e == ending else d for e, d in parts.items()}), "q.zip")


@given(st.lists(st.tuples(st.floats(1.99, 2.01), st.floats(47.99, 48.01)), min_size=3, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_scribble_is_mended_into_what_needs_no_mending(points):
    try:
        found = sound([(tuple(points),)])
    except ShapeError:
        return
    again = sound([tuple(tuple(map(tuple, ring)) for ring in each) for each in found.polygons])
    assert area(again.polygons) == pytest.approx(area(found.polygons), rel=1e-4, abs=1e-11)
    for ring in (ring for each in found.polygons for ring in each):
        assert ring[0] == ring[-1]
        assert len(ring) > 3
        assert all(math.isfinite(x) and math.isfinite(y) for x, y in ring)


def area(polygons) -> float:
    total = 0.0
    for rings in polygons:
        for ring in rings:
            total += sum(
                (x1 - 2) * (y2 - 48) - (x2 - 2) * (y1 - 48) for (x1, y1), (x2, y2) in pairwise(ring)
            )
    return total / 2
