"""What an import writes: new records, contours beside those that are there, a line of territory."""

import json

import pytest
from tests.imports.made import (
    SQUARE,
    TERRITORY,
    collection,
    feature,
    imported,
    known,
    polygon,
    reasons,
    site,
)

from chemins.edition import edition_of
from chemins.faults import Severity
from chemins.imports.choice import Request
from chemins.imports.origin import Wished
from chemins.imports.quartiers import importing
from chemins.imports.site import site_of
from chemins.imports.told import told
from chemins.locales import load
from chemins.reading import read as reading
from chemins.records import KINDS
from chemins.records.when import When
from chemins.writing import written_together

CODE = "QN08410M"
CONTOURS = "donnees/quartiers.geojson"
EXISTING = "---\ncode_qp: QN08410M\nnom_officiel: Les lilas d’ici\n---\nNotre récit.\n"


def again(tmp_path, data, files=None, wished=None, **asked):
    """The import of ``data`` into a site that keeps what earlier ones wrote."""
    found = known(tmp_path / "given", data)
    here = site(tmp_path / "content", files)
    request = Request(**asked) if asked else Request(every=True)
    result = importing(found, here, request, wished or Wished())
    written_together({here.content / name: said for name, said in result.plan.files.items()})
    return result


def read(tmp_path, name):
    return (tmp_path / "content" / name).read_bytes().decode()


def test_a_record_is_what_an_officer_would_have_written(tmp_path):
    data = collection(feature(CODE, "Les Lilas", commune="Laon", com="02408"))
    found = imported(tmp_path, data)
    assert found.plan.files["quartiers/les-lilas.md"].decode() == (
        "---\n"
        "nom_officiel: Les Lilas\n"
        "code_qp: QN08410M\n"
        "perimetre: QPV\n"
        "communes:\n"
        "  - nom: Laon\n"
        '    code: "02408"\n'
        "provenance: ANCT, quartiers prioritaires de la politique de la ville 2024, "
        "Licence Ouverte 2.0\n"
        "---\n"
    )


@pytest.mark.parametrize(
    "territory", [TERRITORY, "---\ntitre: x\nnom: Laon\ndemonstration: oui\n---"]
)
def test_a_site_of_two_quartiers_and_a_name_is_without_fault(tmp_path, territory):
    data = collection(feature(CODE, "Les Lilas"), feature("QN08411I", "La Gare"))
    again(tmp_path, data, {"territoire.md": territory})
    edition = edition_of(tmp_path / "content", KINDS)
    assert [each for each in edition.faults if each.severity is Severity.ERROR] == []
    assert {each.code for each in edition.faults} <= {"QUARTIER-NO-SESSION"}
    assert set(edition.geography.quartiers) == {CODE, "QN08411I"}


def test_a_record_that_is_there_keeps_every_letter_and_its_contour_comes(tmp_path):
    files = {"quartiers/a.md": EXISTING}
    found = again(tmp_path, collection(feature(CODE, "Les Lilas Blancs")), files)
    assert read(tmp_path, "quartiers/a.md") == EXISTING
    assert [each.differs for each in found.plan.kept] == [True]
    assert found.plan.made == ()
    assert CODE in read(tmp_path, CONTOURS)


def test_a_second_import_changes_nothing(tmp_path):
    data = collection(feature(CODE))
    again(tmp_path, data)
    territory = read(tmp_path, "territoire.md")
    found = again(tmp_path, data, {"territoire.md": territory})
    assert found.plan.files == {}
    assert told(
        found, site(tmp_path / "content", {"territoire.md": territory}), load("fr"), is_trial=False
    )


def test_contours_that_are_there_keep_their_words_and_their_order(tmp_path):
    moved = polygon([[x + 1, y] for x, y in SQUARE])
    before = collection(
        feature("QN00001M", "Un", a="b"),
        feature(CODE, "Ancien", moved, note="x"),
        name="nos contours",
    )
    files = {"territoire.md": TERRITORY, CONTOURS: before}
    found = again(tmp_path, collection(feature("QN99999M", "Neuf"), feature(CODE)), files)
    whole = json.loads(read(tmp_path, CONTOURS))
    assert whole["name"] == "nos contours"
    assert [
        each["properties"].get("code_qp") or each["properties"]["code"]
        for each in whole["features"]
    ] == [
        "QN00001M",
        CODE,
        "QN99999M",
    ]
    assert whole["features"][1]["properties"]["note"] == "x"
    assert whole["features"][1]["geometry"]["coordinates"][0][1] in SQUARE
    assert (found.plan.merged.added, found.plan.merged.changed) == (("QN99999M",), (CODE,))


@pytest.mark.parametrize(("before", "problem"), [(b"{", "json"), (b"[]", "features")])
def test_contours_that_cannot_be_read_are_not_written_over(tmp_path, before, problem):
    found = imported(tmp_path, collection(feature(CODE)), files={CONTOURS: before})
    assert found.is_refused
    (told,) = found.faults
    assert told.values["problem"].key.endswith(problem)


def test_a_link_on_the_disk_is_not_followed(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content" / "donnees").symlink_to(tmp_path / "elsewhere")
    found = imported(tmp_path, collection(feature(CODE)))
    assert found.is_refused
    assert [code for code, _ in reasons(found)] == ["E-IMPORT-CONTOURS"]


@pytest.mark.parametrize(
    "before",
    [
        TERRITORY,
        TERRITORY.replace("\n", "\r\n"),
        f"\ufeff{TERRITORY}",
        "---\nnom: x # ici\ntitre: 'a: b'\nresume: |\n  un\n\n  deux\n...\nLe corps\n---\n",
        "\n---\ntitre: x\nnom: y\n---",
        "---\ntitre: x\n---\n",
    ],
)
def test_lines_are_put_in_the_territory_and_every_other_byte_stays(tmp_path, before):
    again(tmp_path, collection(feature(CODE)), {"territoire.md": before})
    after = (tmp_path / "content/territoire.md").read_bytes()
    end = "\r\n" if "\r\n" in before else "\n"
    lines = end.join(
        (
            "contours:",
            "  fichier: donnees/quartiers.geojson",
            "  source: ANCT",
            "  licence: Licence Ouverte 2.0",
            "  mis_a_jour: 2024",
            "",
        )
    ).encode()
    assert lines in after
    assert after.replace(lines, b"") == before.encode()


@pytest.mark.parametrize(
    ("before", "state"),
    [
        ("---\n{titre: x, nom: y}\n---\n", "by_hand"),
        ("---\ntitre: [x\n---\n", "by_hand"),
        ("titre: x\n", "by_hand"),
        ("---\ntitre: x\nnom: y\ncontours: a.geojson\n---\n", "there"),
        ("---\ntitre: x\ncontours: a.geojson\n---\n", "there"),
    ],
)
def test_a_territory_that_cannot_be_completed_is_left_as_it_is(tmp_path, before, state):
    found = again(tmp_path, collection(feature(CODE)), {"territoire.md": before})
    assert found.plan.territory.state == state
    assert read(tmp_path, "territoire.md") == before
    if state == "there":
        assert found.plan.contours == "a.geojson"


def test_without_a_territory_the_lines_to_write_are_told(tmp_path):
    here = site(tmp_path / "content")
    (here.content / "territoire.md").unlink()
    here = site_of(reading(here.content, KINDS))
    found = importing(
        known(tmp_path, collection(feature(CODE))), here, Request(every=True), Wished()
    )
    said = told(found, here, load("fr"), is_trial=False)
    assert "   contours:\n     fichier: donnees/quartiers.geojson\n" in said


def test_two_quartiers_of_one_name_are_told_apart_by_commune_then_by_code(tmp_path):
    data = collection(
        feature("QN00101M", "Centre Ville", commune="Laon"),
        feature("QN00102M", "Centre ville", commune="Sens"),
        feature("QN00103M", "Centre-ville", commune="Sens"),
        feature("QN00104M", "Index", commune="Sens"),
        feature("QN00105M", "???", commune="Sens"),
    )
    assert [each.path for each in imported(tmp_path, data).plan.made] == [
        "quartiers/centre-ville-laon.md",
        "quartiers/centre-ville-qn00102m.md",
        "quartiers/centre-ville-qn00103m.md",
        "quartiers/index-sens.md",
        "quartiers/qn00105m.md",
    ]


def test_a_record_of_the_same_name_without_a_code_is_not_doubled(tmp_path):
    files = {"quartiers/les-lilas.md": "---\nnom_officiel: Les Lilas\n---\n"}
    found = imported(tmp_path, collection(feature(CODE)), files=files)
    assert [each.code for each in found.faults] == ["W-IMPORT-TWIN"]
    assert found.plan.made == ()


def test_a_quartier_of_two_names_bears_the_first_and_both_are_told(tmp_path):
    data = collection(feature(CODE, "Les Lilas"), feature(CODE, "La Gare"), feature(CODE, ""))
    found = imported(tmp_path, data)
    assert [(each.code, each.variant) for each in found.faults] == [("W-IMPORT-NAME", "two")]
    assert [each.path for each in found.plan.made] == ["quartiers/les-lilas.md"]


def test_a_name_that_is_taken_is_followed_by_the_commune(tmp_path):
    files = {"quartiers/Les lilas.md": "---\nnom_officiel: Autre\ncode_qp: QN00001M\n---\n"}
    found = imported(tmp_path, collection(feature(CODE, commune="Laon")), files=files)
    assert [each.path for each in found.plan.made] == ["quartiers/les-lilas-laon.md"]


def test_what_is_said_of_the_file_wins(tmp_path):
    wished = Wished("Préfecture", "ODbL", When(2023, 5))
    again(tmp_path, collection(feature(CODE)), wished=wished)
    assert "  source: Préfecture\n  licence: ODbL\n  mis_a_jour: 2023-05\n" in read(
        tmp_path, "territoire.md"
    )
    assert "Préfecture, quartiers prioritaires" in read(tmp_path, "quartiers/les-lilas.md")


def test_an_english_site_gets_english_words(tmp_path):
    territory = "---\ntitle: x\nname: y\nlanguage: en\ndemonstration: yes\n---\n"
    content = tmp_path / "content"
    content.mkdir()
    (content / "territory.md").write_text(territory)
    here = site_of(reading(content, KINDS))
    found = importing(
        known(tmp_path, collection(feature(CODE))), here, Request(every=True), Wished()
    )
    assert sorted(found.plan.files) == [
        "data/quartiers.geojson",
        "quartiers/les-lilas.md",
        "territory.md",
    ]
    assert b"perimeter: " in found.plan.files["quartiers/les-lilas.md"]
