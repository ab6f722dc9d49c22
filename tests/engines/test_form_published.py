"""The form on the published site: where its settings ask for it, and nowhere else."""

import pytest
from tests.engines.sites import SETTINGS, built, program, small

SIGNED = "admin: {repository: commune/contrat, sign_in: 'https://connexion.exemple.fr'}"


def settings(said: str) -> str:
    return SETTINGS.replace("{pdf: no}", f"{{pdf: no, {said}}}")


def test_a_site_that_says_nothing_has_no_form(tmp_path):
    assert built(small(tmp_path)).code == 0
    assert not (tmp_path / "site/admin").exists()


def test_a_site_whose_team_can_sign_in_has_it_and_passes_every_gate(tmp_path):
    run = built(small(tmp_path, settings=settings(SIGNED)), strict=True)
    assert run.code == 0, run.said
    site = tmp_path / "site"
    assert (site / "admin/decap-cms.js").stat().st_size > 5_000_000
    assert "/admin/" not in (site / "sitemap.xml").read_text("utf-8")
    loading = [
        path
        for path in site.rglob("*.html")
        if path.parent.name != "admin" and "decap" in path.read_text("utf-8")
    ]
    assert loading == []


def test_a_page_written_by_hand_at_its_address_stays(tmp_path):
    file = small(tmp_path, {"admin.md": "# Écrire\n\nDemandez à Samia.\n"}, settings("admin: yes"))
    assert built(file).code == 0
    assert "Demandez à Samia" in (tmp_path / "site/admin/index.html").read_text("utf-8")


@pytest.mark.parametrize("said", [SIGNED, "admin: yes"])
def test_another_generator_publishes_it_too(tmp_path, said):
    small(tmp_path, settings=settings(said))
    assert program("chemins", "pages", "pages", cwd=tmp_path).code == 0
    run = program("mkdocs", "build", "--strict", cwd=tmp_path / "pages")
    assert run.code == 0, run.said
    assert (tmp_path / "pages/site/admin/index.html").is_file()
