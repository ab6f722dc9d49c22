"""The site as one file for any host: whole, checked, the same each time, and served as it is."""

import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.engines.sites import SETTINGS, Run, built, program, small, snapshot
from tests.site.serving import served

from chemins.engines.archive import archived, files_in

URL = SETTINGS + "site_url: https://ville.example.org/contrat/\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The folder of a small site, built and archived."""
    folder = tmp_path_factory.mktemp("archive")
    run = built(small(folder, settings=URL))
    assert run.code == 0, run.said
    assert export(folder, "site-1.tar").code == 0
    return folder


@pytest.fixture
def site(tmp_path) -> Path:
    """The folder of a small site, built, that a test may spoil."""
    assert built(small(tmp_path)).code == 0
    return tmp_path


def export(folder: Path, name: str) -> Run:
    return program("chemins", "export", "site", name, cwd=folder)


def shell(command: str, folder: Path) -> str:
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_sums_beside_and_inside_are_what_the_system_finds(made, tmp_path):
    shell("sha256sum -c site-1.tar.sha256", made)
    shell(f"tar -xmf site-1.tar -C {tmp_path}", made)
    told = shell("sha256sum -c SHA256SUMS", tmp_path / "site-1").splitlines()
    found = snapshot(tmp_path / "site-1")
    assert found.pop("SHA256SUMS")
    assert found == snapshot(made / "site")
    assert len(told) == len(found)


def test_it_is_served_from_a_folder_of_any_host(made, tmp_path):
    shell(f"tar -xmf site-1.tar -C {tmp_path}", made)
    with served(tmp_path) as host:
        home = f"{host}/site-1/"
        for address in ("", "changements/droits-connus/", "chemins/journal.css"):
            with urlopen(f"{home}{address}") as answer:
                assert answer.status == 200


def test_its_bytes_depend_on_the_site_alone(made, monkeypatch):
    files = files_in(made / "site")
    first = archived(files, "site-1.tar")
    assert first == (made / "site-1.tar").read_bytes()
    for file in (made / "site").rglob("*"):
        file.touch()
    assert archived(files_in(made / "site"), "site-1.tar") == first
    listed = shell("tar -tvf site-1.tar --numeric-owner", made).splitlines()
    assert all(line.split()[1] == "0/0" for line in listed)
    assert archived(files, "site-1.tar.gz") == archived(files, "site-1.tar.gz")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert archived(files, "site-1.tar") != first


def test_it_writes_over_no_other_version(site):
    assert export(site, "a.tgz").code == 0
    again = export(site, "a.tgz")
    assert again.code == 0
    (site / "content/glossaire/qpv.md").write_text("---\nterme: QPV\ndefinition: Autre.\n---\n")
    assert built(site / "mkdocs.yml").code == 0
    kept = (site / "a.tgz").read_bytes()
    refused = export(site, "a.tgz")
    assert (refused.code, "version d’avant" in refused.said) == (2, True), refused.said
    assert (site / "a.tgz").read_bytes() == kept


def test_an_earlier_version_comes_back_as_it_was(site, tmp_path):
    before = snapshot(site / "site")
    assert export(site, "avant.tar").code == 0
    (site / "content/glossaire/qpv.md").write_text("---\nterme: QPV\ndefinition: Autre.\n---\n")
    assert built(site / "mkdocs.yml").code == 0
    assert snapshot(site / "site") != before
    shell("tar -xmf avant.tar", site)
    found = snapshot(site / "avant")
    del found["SHA256SUMS"]
    assert found == before


def test_a_site_that_does_not_know_its_address_is_told(made, site):
    assert "site_url" in export(site, "b.tar").said
    assert "site_url" not in export(made, "b.tar").said


def test_what_is_no_whole_site_is_refused_with_what_to_do(site):
    (site / "site/changements/index.html").unlink()
    broken = export(site, "c.tar")
    assert (broken.code, "G-LINK" in broken.said) == (1, True), broken.said
    assert "site/index.html" in broken.said
    (site / "site/404.html").unlink()
    part = export(site, "c.tar")
    assert (part.code, "il y manque « 404.html »" in part.said) == (1, True), part.said
    for file in (site / "site").rglob("*.css"):
        file.unlink()
    (site / "site/404.html").touch()
    other = export(site, "c.tar")
    assert (other.code, "n’est pas un site construit par Chemins" in other.said) == (1, True)
    assert not list(site.glob("c.tar*"))


def test_a_site_that_is_not_built_or_links_away_is_refused(site):
    (site / "site/lien.html").symlink_to("/etc/hostname")
    linked = export(site, "d.tar")
    assert (linked.code, "E-LINK-FILE" in linked.said) == (1, True), linked.said
    (site / "site").rename(site / "ailleurs")
    missing = export(site, "d.tar")
    assert (missing.code, "chemins build" in missing.said) == (1, True), missing.said


@pytest.mark.parametrize("name", ["site.zip", ".tar", "site/dedans.tar", "content.tar/"])
def test_a_name_that_cannot_be_is_said_to_be(site, name):
    if name.endswith("/"):
        (site / name).mkdir()
    refused = export(site, name)
    assert (refused.code, "Traceback" in refused.said) == (2, False), refused.said
