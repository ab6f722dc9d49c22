"""What a form may do to a content folder, and what it may not."""

import json

import pytest
from tests.engines.sites import CONTENT, small
from tests.helpers import EXAMPLE, ROOT

from chemins.editing.desk import Desk, RefusedError, digest_of
from chemins.locales import load
from chemins.reading import read
from chemins.records import KINDS

FRENCH = load("fr")
CHANGE = "content/changements/droits-connus.md"
NEW = "content/changements/nouveau.md"
WHOLE = "---\ntitre: Un titre\nporte_sur: savoirs\nhorizon: court\n---\n"


@pytest.fixture
def desk(tmp_path):
    small(tmp_path)
    return Desk(tmp_path / "content", "content", FRENCH)


def test_a_record_is_given_with_every_part_written_out(desk):
    front = json.loads(desk.read(CHANGE).split("---\n")[1])
    assert front["contribue_a"] == [{"vers": "chacun-sa-place"}]
    assert front["porte_sur"] == "savoirs"


@pytest.mark.parametrize("folder", [EXAMPLE / "content", ROOT / "content"], ids=["example", "demo"])
def test_every_record_comes_back_as_it_was_given(folder, tmp_path):
    content = read(folder, KINDS)
    desk = Desk(folder, "content", content.locale)
    for path in content.record_files:
        (copy := tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((folder / path).read_bytes())
    copied = Desk(tmp_path, "content", content.locale)
    copied.write(
        {f"content/{path}": desk.read(f"content/{path}") for path in content.record_files}, {}
    )
    changed = [
        path
        for path in content.record_files
        if (tmp_path / path).read_bytes() != (folder / path).read_bytes()
    ]
    assert changed == []


def test_only_what_changed_is_written(desk):
    text = (
        "---\n# De la séance de mars.\ntitre: 'Les droits sont connus'\n"
        "porte_sur: savoirs  # à voir\nhorizon: court\n---\nLe récit.\n"
    )
    (desk.folder / "changements/droits-connus.md").write_text(text, "utf-8")
    desk.write({CHANGE: desk.read(CHANGE).replace('"court"', '"long"')}, {})
    told = (desk.folder / "changements/droits-connus.md").read_text("utf-8")
    assert told == text.replace("court", "long")


def test_what_is_left_empty_is_not_written(desk):
    empty = 'ordre: ""\nquartiers: []\ncontribue_a:\n  - vers: ""\npreuve: null\n'
    desk.write({NEW: WHOLE.replace("---\n", f"---\n{empty}", 1)}, {})
    assert (desk.folder / "changements/nouveau.md").read_text("utf-8") == WHOLE


def test_a_new_file_has_the_name_that_its_address_has(desk):
    path = "content/changements/un-titre-2.0.md"
    desk.write({path: WHOLE}, {})
    assert (desk.folder / "changements/un-titre-2-0.md").is_file()
    assert desk.read(path) is not None


def test_what_check_refuses_is_told_and_nothing_is_written(desk):
    wrong = WHOLE.replace("court", "bientôt")
    with pytest.raises(RefusedError, match="bientôt"):
        desk.write({NEW: WHOLE, CHANGE: wrong}, {})
    assert not (desk.folder / "changements/nouveau.md").exists()
    assert (desk.folder / "changements/droits-connus.md").read_text() == CONTENT[CHANGE[8:]]


@pytest.mark.parametrize(
    "path",
    [
        "content/../mkdocs.md",
        "content/changements/../../mkdocs.md",
        "/etc/passwd.md",
        "mkdocs.yml",
        "content/mkdocs.yml",
        "content/changements/a/b.md",
        "content/changements/index.md",
        "content/ailleurs/a.md",
        "content/changements/.cache.md",
        "content\\changements\\a.md",
        "content/changements/a\x00.md",
        "autre/changements/a.md",
    ],
)
def test_no_other_file_is_written(desk, path):
    with pytest.raises(RefusedError):
        desk.write({path: WHOLE}, {})


def test_a_link_on_the_disk_leads_nowhere(desk, tmp_path):
    outside = tmp_path / "dehors"
    outside.mkdir()
    (outside / "a.md").write_text("secret")
    (desk.folder / "actions").symlink_to(outside)
    (desk.folder / "changements/a.md").symlink_to(outside / "a.md")
    for path in ("content/actions/a.md", "content/changements/a.md"):
        with pytest.raises(RefusedError):
            desk.read(path)
        with pytest.raises(RefusedError):
            desk.write({path: WHOLE}, {})
        with pytest.raises(RefusedError):
            desk.erase([path])
    assert (outside / "a.md").read_text() == "secret"


def test_a_picture_goes_beside_its_record_and_a_program_does_not(desk):
    desk.write({}, {"content/changements/fete.jpg": b"\xff\xd8\xff"})
    assert list(desk.media_in("content/changements")) == ["content/changements/fete.jpg"]
    assert desk.media("content/changements/fete.jpg") == b"\xff\xd8\xff"
    for path in ("content/changements/fete.html", "content/fete.js", "content/../a.jpg"):
        with pytest.raises(RefusedError):
            desk.write({}, {path: b"x"})


def test_a_record_is_erased(desk):
    desk.erase([CHANGE])
    assert desk.read(CHANGE) is None


def test_a_record_with_a_fault_is_given_as_it_stands(desk):
    broken = "---\ntitre: [\n---\n"
    (desk.folder / "changements/droits-connus.md").write_text(broken)
    assert desk.read(CHANGE) == broken
    desk.write({CHANGE: WHOLE}, {})
    assert (desk.folder / "changements/droits-connus.md").read_text() == WHOLE


def test_what_is_refused_names_its_field_and_says_what_to_write(desk):
    wrong = WHOLE.replace("---\n", "---\nconstate_le: 31/02/2026\n", 1)
    with pytest.raises(RefusedError) as refused:
        desk.write({NEW: wrong}, {})
    assert str(refused.value).startswith("Constaté le : « 31/02/2026 » n’est pas une date. → ")
    assert "12/03/2024" in str(refused.value)


def test_of_a_list_the_item_is_told_too(desk):
    places = (
        "lieux:\n- nom: Le kiosque\n  adresse: 1 place de la Paix\n- nom: Le foyer\n  site: ici\n"
    )
    with pytest.raises(RefusedError, match=r"^Lieux 2, Site : « ici »"):
        desk.write({"content/quartiers/q.md": f"---\nnom_officiel: Q\n{places}---\n"}, {})


def test_a_long_title_makes_a_short_name_and_two_of_them_two_names(desk):
    slug = "chacun-sait-a-qui-s-adresser-a-la-mairie-a-l-ecole-et-au-centre-social-du-quartier"
    for name in (slug, f"{slug}-1"):
        desk.write({f"content/changements/{name}.md": WHOLE}, {})
        assert desk.read(f"content/changements/{name}.md") is not None
    assert {each.name for each in (desk.folder / "changements").glob("chacun-sait*")} == {
        "chacun-sait-a-qui-s-adresser-a-la-mairie-a-l-ecole-et-au.md",
        "chacun-sait-a-qui-s-adresser-a-la-mairie-a-l-ecole-et-au-1.md",
    }


def test_what_was_changed_elsewhere_since_is_not_undone(desk):
    opened = desk.read(CHANGE)
    given = {CHANGE: digest_of(opened)}
    desk.write({CHANGE: opened.replace("court", "long")}, {}, given)
    held = (desk.folder / "changements/droits-connus.md").read_text("utf-8")
    with pytest.raises(RefusedError, match="changée ailleurs"):
        desk.write({CHANGE: opened.replace("savoirs", "pratiques")}, {}, given)
    assert (desk.folder / "changements/droits-connus.md").read_text("utf-8") == held
