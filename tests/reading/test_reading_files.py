"""A content folder → its records: what its files are called, where they are, what they are not."""

import os
import time
from pathlib import Path

import pytest
from tests.helpers import CHANGE, VISION, codes, edition, of_files, placed, written

from chemins.locales import load
from chemins.reading import lines_of, read
from chemins.reading.record import record_of
from chemins.records import KINDS, Change, Territory, Vision


def names(found, kind=Change) -> list[str]:
    return [record.identifier for record in found.strategy.all(kind)]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("parents-informes.md", "parents-informes"),
        ("Parents informés.md", "parents-informes"),
        ("PARENTS_INFORMÉS.MD", "parents-informes"),
        ("École d'été.md", "ecole-d-ete"),
        ("école d’été.md", "ecole-d-ete"),
        ("Cœur de ville & marché.md", "coeur-de-ville-marche"),
        ("2024.md", "2024"),
        ("un.deux.md", "un-deux"),
    ],
)
def test_an_officer_names_a_file_as_they_like(tmp_path, name, identifier):
    found = edition(tmp_path, {f"changements/{name}": CHANGE})
    assert names(found) == [identifier]
    assert of_files(found.faults) == ()


def test_the_place_of_a_file_within_its_folder_changes_nothing(tmp_path):
    found = edition(tmp_path, {"changements/2024/printemps/droits.md": CHANGE})
    assert names(found) == ["droits"]
    assert found.addresses.of(found.strategy.all(Change)[0]) == "changements/droits/"


@pytest.mark.parametrize("folder", ["changements", "Changements", "CHANGEMENTS", "changes"])
def test_a_folder_is_known_in_the_site_s_language_and_in_english(tmp_path, folder):
    assert names(edition(tmp_path, {f"{folder}/droits.md": CHANGE})) == ["droits"]


@pytest.mark.parametrize(
    "path",
    [
        "notes.md",
        "actualites/lettre.md",
        "changements/index.md",
        "changements/README.md",
        "documents/plan.txt",
        "documents/plan.md",
    ],
)
def test_any_other_file_is_a_page_or_a_document(tmp_path, path):
    found = edition(tmp_path, {"visions/une.md": VISION, path: "Un texte."})
    assert path in found.content.others
    assert of_files(found.faults) == ()


@pytest.mark.parametrize(
    "path", [".git/config.md", "changements/.brouillon.md", "visions/~$une.md"]
)
def test_hidden_files_and_those_of_an_open_editor_are_left_out(tmp_path, path):
    found = edition(tmp_path, {"visions/deux.md": VISION, path: "x"})
    assert found.content.others == frozenset()
    assert of_files(found.faults) == ()


def test_no_link_of_the_disk_is_followed_nor_quoted(tmp_path):
    secret = written(tmp_path / "ailleurs", {"secret.md": "mot de passe"})
    folder = written(tmp_path / "content", {"visions/une.md": VISION})
    (folder / "visions/lien.md").symlink_to(secret / "secret.md")
    (folder / "changements").symlink_to(secret)
    found = edition(folder, {})
    assert codes(of_files(found.faults)) == ["E-LINK-FILE", "E-LINK-FILE"]
    lines = lines_of(folder)
    assert {lines(each.place.path, 1) for each in of_files(found.faults)} == {""}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path):
    folder = written(tmp_path, {"visions/une.md": VISION, "visions/deux.md": VISION})
    (folder / "visions/deux.md").chmod(0)
    assert placed(of_files(edition(folder, {}).faults)) == ["visions/deux.md:1:1 E-FILE error"]


def test_only_a_record_or_a_page_is_quoted(tmp_path):
    written(tmp_path, {"visions/une.md": VISION, "visions/presents.csv": "Nom;Adresse"})
    lines = lines_of(tmp_path)
    assert lines("visions/une.md", 1) == "---"
    assert lines("visions/presents.csv", 1) == ""


@pytest.mark.parametrize("path", ["visions/une.md", "territoire.md", "mkdocs.yml", "carte.geojson"])
def test_what_is_no_file_is_never_opened_and_never_passed_over(tmp_path, path):
    written(tmp_path, {"visions/deux.md": VISION})
    os.mkfifo(tmp_path / path)
    found = edition(tmp_path, {})
    assert placed(of_files(found.faults)) == [f"{path}:1:1 E-FILE error"]
    assert lines_of(tmp_path)(path, 1) == ""


def test_a_folder_that_may_not_be_opened_is_one_fault(tmp_path, monkeypatch):
    def scandir(path, scan=os.scandir):
        if Path(path).name == "changements":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    written(tmp_path, {"visions/une.md": VISION, "changements/un.md": CHANGE})
    monkeypatch.setattr(os, "scandir", scandir)
    found = edition(tmp_path, {})
    assert placed(of_files(found.faults)) == ["changements/:1:1 E-FILE error"]
    assert names(found, Vision) == ["une"]


def test_a_file_that_disappears_meanwhile_is_a_fault(tmp_path, monkeypatch):
    def gone(path, *_):
        raise FileNotFoundError(2, "No such file or directory")

    written(tmp_path, {"visions/une.md": VISION})
    monkeypatch.setattr("chemins.reading.content.opened", gone)
    assert codes(of_files(read(tmp_path, KINDS).faults)) == ["E-FILE"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E-NO-FRONT-MATTER"),
        ("\n", "E-NO-FRONT-MATTER"),
        ("---", "E-UNCLOSED"),
        ("---\n", "E-UNCLOSED"),
        ("---\ntitre", "E-UNCLOSED"),
        ("---\ntitre: Un", "E-UNCLOSED"),
        ("---\n---\n", "E-MISSING"),
        ("---\n# rien\n---\n", "E-MISSING"),
        ("---\ntitre\n---\n", "E-SHAPE"),
        (" ---\ntitre: Un\n---\n", "E-NO-FRONT-MATTER"),
        ("+++\ntitre = 'Un'\n+++\n", "E-NO-FRONT-MATTER"),
    ],
)
def test_a_file_that_is_half_written_is_one_fault(text, code):
    _, faults = record_of(text.encode(), "visions/une.md", "une", Vision, load("fr"))
    assert codes(faults) == [code]


def test_the_body_begins_where_the_header_ends(tmp_path):
    found = edition(tmp_path, {"visions/une.md": f"{VISION}\n\nUn texte.\n\n---\n\nLa suite.\n\n"})
    (vision,) = found.strategy.all(Vision)
    assert vision.body == "Un texte.\n\n---\n\nLa suite."
    assert vision.source.body_place(1, 1, 1).line == 6


def test_a_thousand_faults_of_one_file_are_all_placed_within_a_second(tmp_path):
    lines = "".join(f"  - {{vers: inconnu-{n}, solidite: sûre}}\n" for n in range(1000))
    header = CHANGE.removesuffix("---\n")
    others = {f"changements/autre-{n}.md": CHANGE for n in range(50)}
    started = time.process_time()
    found = edition(
        tmp_path, {"changements/un.md": f"{header}contribue_a:\n{lines}---\n", **others}
    )
    assert time.process_time() - started < 1
    wrong = [each for each in of_files(found.faults) if each.code == "E-CHOICE"]
    assert [each.place.line for each in wrong] == list(range(6, 1006))


def test_a_renamed_record_that_much_refers_to_is_told_within_two_seconds(tmp_path):
    others = {f"changements/parents-informes-{n}-des-droits.md": CHANGE for n in range(300)}
    links = "".join(f"  - parents-informe-{n}-droit\n" for n in range(300))
    header = CHANGE.removesuffix("---\n")
    written(tmp_path, {"changements/un.md": f"{header}contribue_a:\n{links}---\n", **others})
    started = time.process_time()
    found = edition(tmp_path, {})
    assert time.process_time() - started < 2
    assert codes(of_files(found.faults)) == ["E-REF"] * 300
    assert all(each.values["suggestion"] for each in of_files(found.faults))


def test_a_thousand_unknown_fields_are_all_placed_within_a_second(tmp_path):
    fields = "".join(f"champ{n}: x\n" for n in range(1000))
    started = time.process_time()
    found = edition(tmp_path, {"visions/une.md": f"---\ntitre: Une\n{fields}---\n"})
    assert time.process_time() - started < 1
    assert [each.place.line for each in of_files(found.faults)] == list(range(3, 1003))


def test_the_language_of_a_site_is_the_one_that_its_territory_says(tmp_path):
    english = {"territory.md": "---\ntitle: Our strategy\nname: Here\ndemonstration: yes\n---\n"}
    french = {"territoire.md": "---\ntitre: Notre stratégie\nnom: Ici\ndemonstration: oui\n---\n"}
    said = {"territoire.md": "---\ntitle: x\nname: Here\ndemonstration: yes\nlanguage: en\n---\n"}
    for number, (files, language) in enumerate(
        [(english, "en"), (french, "fr"), (said, "en"), ({"visions/une.md": VISION}, "fr")]
    ):
        found = edition(tmp_path / str(number), files)
        assert found.content.locale.language == language
        assert of_files(found.faults) == ()


def test_a_whole_site_can_be_written_in_english(tmp_path):
    found = edition(
        tmp_path,
        {
            "territory.md": "---\ntitle: x\nname: Here\ndemonstration: yes\nlanguage: en\n---\n",
            "visions/children.md": "---\ntitle: Children thrive\n---\n",
            "changes/rights.md": "---\ntitle: Parents know their rights\ndimension: practice\n"
            "horizon: medium\ncontributes_to: [children]\n---\n",
        },
    )
    assert of_files(found.faults) == ()
    (change,) = found.strategy.all(Change)
    assert found.addresses.of(change) == "changes/rights/"
    assert found.strategy.single(Territory).title == "x"
