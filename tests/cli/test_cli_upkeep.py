"""``chemins format`` and ``chemins upgrade``, as an officer types them and as they answer."""

import pytest
from click.testing import CliRunner
from tests.helpers import CHANGE, written
from tests.upkeep.test_migrations import AFTER, BEFORE, TERRITORY, TO

from chemins.cli import main
from chemins.upkeep import upgrading

SETTINGS = "site_name: x\ndocs_dir: content\nplugins: [chemins/strategy]\n"
LOOSE = CHANGE.replace("horizon: moyen\n", "").replace("---\n", "---\nhorizon:  'moyen' # vu\n", 1)
NEAT = CHANGE.replace("horizon: moyen", "horizon: moyen  # vu")
WRONG = CHANGE.replace("porte_sur: pratiques", "porte_sur: pratique sociale")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(
        written(
            tmp_path,
            {
                "mkdocs.yml": SETTINGS,
                "content/changements/a.md": LOOSE,
                "content/changements/b.md": CHANGE,
                "content/changements/notes.txt": "x",
                "content/page.md": "# Une page   \n",
            },
        )
    )
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def content(folder, path):
    return (folder / "content" / path).read_text("utf-8")


def test_records_are_put_in_shape_and_named(here):
    result = run("format")
    assert result.exit_code == 0, result.output
    assert result.output == "1 fiche mise en forme :\n   content/changements/a.md\n"
    assert content(here, "changements/a.md") == NEAT
    assert content(here, "page.md") == "# Une page   \n"
    assert run("format").output == "Rien à changer : les 2 fiches sont en forme.\n"


def test_what_would_change_can_be_asked_for_without_changing_it(here):
    result = run("format", "--check")
    assert result.exit_code == 1
    assert result.output == "1 fiche changerait de forme :\n   content/changements/a.md\n"
    assert content(here, "changements/a.md") == LOOSE
    shown = run("format", "--diff")
    assert shown.exit_code == 0
    assert "--- content/changements/a.md\n+++ content/changements/a.md\n" in shown.output
    assert "-horizon:  'moyen' # vu\n" in shown.output
    assert "+horizon: moyen  # vu\n" in shown.output
    assert content(here, "changements/a.md") == LOOSE


def test_a_record_with_a_fault_is_left_alone_and_told(here):
    written(here, {"content/changements/c.md": WRONG})
    result = run("format")
    assert result.exit_code == 1
    assert "1 fiche est laissée telle quelle" in result.output
    assert "content/changements/c.md:3:12  E-CHOICE" in result.output
    assert content(here, "changements/c.md") == WRONG
    assert content(here, "changements/a.md") == NEAT


@pytest.mark.parametrize(
    "given", ["content/changements/a.md", "content/changements", "./content", "content/"]
)
def test_files_and_folders_are_named(here, given):
    run("format", given)
    assert content(here, "changements/a.md") == NEAT


@pytest.mark.parametrize("given", ["content/page.md", "mkdocs.yml", "nothing.md", ".."])
def test_what_is_no_record_is_told(here, given):
    result = run("format", given)
    assert result.exit_code == 2
    assert f"« {given} » n’est pas une fiche de ce site" in result.stderr


def test_without_a_site_there_is_nothing_to_put_in_order(here):
    (here / "mkdocs.yml").unlink()
    for command in ("format", "upgrade"):
        result = run(command)
        assert result.exit_code == 2
        assert "Pas de « mkdocs.yml » ici" in result.stderr


def test_a_site_of_this_version_has_nothing_to_upgrade(here):
    result = run("upgrade")
    assert result.exit_code == 0
    assert result.output == (
        "Rien à changer : les fiches sont déjà de la version 1, celle de ce programme.\n"
    )


@pytest.fixture
def older(here, monkeypatch):
    """A site of version 1 under a program that reads version 3, by migrations of tests alone."""
    monkeypatch.setattr(upgrading.upgrade, "__defaults__", (TO,))
    return written(
        here,
        {
            "content/territoire.md": TERRITORY,
            "content/changements/a.md": BEFORE,
            "content/changements/b.md": BEFORE.replace("horizon: 'Court'", "horizon: long"),
        },
    )


def test_an_upgrade_shows_first_and_then_writes(older):
    shown = run("upgrade", "--dry-run")
    assert shown.exit_code == 0, shown.output
    assert "-horizon: 'Court'  # bientôt\n" in shown.output
    assert '+horizon: "proche"  # bientôt\n' in shown.output
    assert "Pour passer à la version 3, 3 fiches changeraient" in shown.output
    assert content(older, "changements/a.md") == BEFORE
    result = run("upgrade")
    assert result.exit_code == 0, result.output
    assert "Les fiches sont maintenant de la version 3 ; 3 ont changé :" in result.output
    assert content(older, "changements/a.md") == AFTER
    assert "version_des_fiches: 3\n" in content(older, "territoire.md")
    assert "déjà de la version 3" in run("upgrade").output


def test_records_come_along_all_together_or_none_does(older):
    written(older, {"content/visions/c.md": '---\ntitre: "x\n---\n'})
    result = run("upgrade")
    assert result.exit_code == 1
    assert "content/visions/c.md" in result.output
    assert "Corrigez d’abord ce qui précède." in result.output
    assert content(older, "changements/a.md") == BEFORE


def test_the_version_needs_a_record_to_be_written_in(older):
    (older / "content/territoire.md").unlink()
    result = run("upgrade")
    assert result.exit_code == 1
    assert "« content/territoire.md », qui n’existe pas" in result.output
    assert content(older, "changements/a.md") == BEFORE


def test_records_newer_than_the_program_are_a_sentence(here):
    said = TERRITORY.replace("nom: z", "version_des_fiches: 4\nun_champ_nouveau: oui\nnom: z")
    written(here, {"content/territoire.md": said})
    result = run("upgrade")
    assert result.exit_code == 1
    assert "Ces fiches sont de la version 4, plus récente que ce programme" in result.output
    checked = run("check")
    assert checked.exit_code == 1
    assert "content/territoire.md:3:21  E-VERSION" in checked.output
