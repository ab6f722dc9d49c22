"""Sheets to print on a built site: files that exist, links that say what they are, or neither."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.engines.sites import built, environment, program, read, small, snapshot

from chemins.engines.folder import write_pages
from chemins.engines.sheets import KEPT
from chemins.faults import Severity
from chemins.faults.codes import CODES
from chemins.gates import check_site
from chemins.printing import pdf, printed
from chemins.printing.pdf import UnavailableError

SETTINGS = """\
site_name: Notre stratégie
site_url: https://exemple.fr/strategie/
docs_dir: content
theme: {name: material}
plugins: [chemins/strategy]
"""
QUARTIER = {
    "quartiers/lilas.md": (
        "---\nnom_officiel: Les Lilas\nvalide_par: le comité\nvalide_le: 12/03/2026\n---\n"
        "On s’y salue sur les paliers.\n"
    )
}
FILES = {
    "feuille-de-route/feuille-de-route-a4.pdf",
    "feuille-de-route/feuille-de-route-a3.pdf",
    "feuille-de-route/lilas/feuille-de-route-lilas-a4.pdf",
    "feuille-de-route/lilas/feuille-de-route-lilas-a3.pdf",
    "quartiers/lilas/affiche-lilas-a3.pdf",
    "quartiers/lilas/point-d-etape-lilas-a4.pdf",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A site with its sheets, built."""
    root = tmp_path_factory.mktemp("sheets")
    run = built(small(root, QUARTIER, SETTINGS))
    assert run.code == 0, run.said
    assert "W-PDF" not in run.said
    return root


@pytest.fixture
def copy(site, tmp_path) -> Path:
    """The same site, its sheets kept."""
    shutil.copytree(site, tmp_path / "copy")
    return tmp_path / "copy"


def pdfs(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in snapshot(folder).items() if path.endswith(".pdf")}


def links(folder: Path, address: str) -> dict[str, str]:
    """What the links to PDF files of a page say, by the name of the file."""
    found = read(folder, address).css("a[href$='.pdf']")
    return {str(a.attributes["href"]).rpartition("/")[2]: a.text(strip=True) for a in found}


def test_each_plan_poster_and_update_is_a_file_of_the_site(site):
    found = pdfs(site / "site")
    assert set(found) == FILES
    assert all(data.startswith(b"%PDF-") and len(data) < 100_000 for data in found.values())


def test_a_page_says_of_each_file_what_it_is_its_format_and_its_weight(site):
    said = links(site / "site", "quartiers/lilas/")
    weight = len(pdfs(site / "site")["quartiers/lilas/affiche-lilas-a3.pdf"])
    assert said["affiche-lilas-a3.pdf"] == (
        f"Affiche, format A3 (PDF, {-(-weight // 1000)}\u00a0ko)"
    )
    assert said["point-d-etape-lilas-a4.pdf"].startswith("Point d’étape, format A4 (PDF, ")
    assert said["feuille-de-route-lilas-a4.pdf"].startswith("Grille à remplir ensemble, format A4")
    assert set(links(site / "site", "feuille-de-route/")) == {
        "feuille-de-route-a4.pdf",
        "feuille-de-route-a3.pdf",
    }
    assert check_site(site / "site", "https://exemple.fr/strategie/") == []


def test_a_second_build_draws_nothing_and_gives_the_same_bytes(copy, monkeypatch):
    before = snapshot(copy / "site")
    monkeypatch.setattr(printed, "drawn", lambda _: pytest.fail("a sheet was drawn again"))
    monkeypatch.setattr(printed, "sheets_of", lambda _: pytest.fail("a sheet was written again"))
    assert built(copy / "mkdocs.yml").code == 0
    assert pdfs(copy / "site") == {path: before[path] for path in FILES}


def test_only_the_sheets_that_say_something_new_are_drawn_again(copy, monkeypatch):
    drawn_again: list[str] = []
    real = printed.drawn
    monkeypatch.setattr(
        printed, "drawn", lambda sheet: drawn_again.append(sheet.address) or real(sheet)
    )
    term = copy / "content/glossaire/qpv.md"
    term.write_text(term.read_text("utf-8").replace("prioritaire", "de la liste"), "utf-8")
    assert built(copy / "mkdocs.yml").code == 0
    assert drawn_again == []
    change = copy / "content/changements/droits-connus.md"
    change.write_text(change.read_text("utf-8").replace("connus", "sus"), "utf-8")
    assert built(copy / "mkdocs.yml").code == 0
    assert {address.rpartition("/")[2] for address in drawn_again} == {
        "feuille-de-route-a4.pdf",
        "feuille-de-route-a3.pdf",
    }


def test_kept_files_lie_beside_the_settings_and_never_among_the_content(site):
    assert len(list((site / KEPT).glob("*.pdf"))) == len(FILES)
    assert not list((site / "content").rglob("*.pdf"))


@pytest.mark.parametrize("list_of_sheets", ["[]", "[{}]", '[{"name": 3}]', '["x"]', '[{"na'])
def test_a_list_that_is_not_ours_is_made_again(copy, list_of_sheets):
    for path in (copy / KEPT).glob("*.json"):
        path.write_text(list_of_sheets, "utf-8")
    before = pdfs(copy / "site")
    assert built(copy / "mkdocs.yml").code == 0
    assert pdfs(copy / "site") == before


def test_half_a_kept_file_is_drawn_again(copy):
    for path in (copy / KEPT).glob("*.pdf"):
        path.write_bytes(path.read_bytes()[:1000])
    before = pdfs(copy / "site")
    assert built(copy / "mkdocs.yml").code == 0
    assert pdfs(copy / "site") == before


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("weasyprint", ("WeasyPrint n’est pas installé", 'pip install "chemins[pdf]"')),
        ("pango", ("il manque Pango", "sudo apt-get install libpango-1.0-0")),
    ],
)
def test_without_what_draws_them_the_site_is_whole_and_leads_to_no_sheet(
    tmp_path, monkeypatch, missing, words
):
    def refuse(*_: object) -> None:
        raise UnavailableError(missing)

    monkeypatch.setattr(printed, "drawing_version" if missing == "weasyprint" else "drawn", refuse)
    run = built(small(tmp_path, QUARTIER, SETTINGS))
    assert run.code == 0, run.said
    assert run.said.count("W-PDF") == 1
    assert CODES["W-PDF"] is Severity.ADVICE, "it stops no strict build"
    assert f"{tmp_path / 'mkdocs.yml'}:1:1  W-PDF" in run.said
    assert all(word in run.said for word in words), run.said
    assert not pdfs(tmp_path / "site")
    assert not links(tmp_path / "site", "quartiers/lilas/")
    assert "À imprimer" not in (tmp_path / "site/quartiers/lilas/index.html").read_text("utf-8")


def test_a_sheet_that_cannot_be_drawn_holds_nobody_up(tmp_path, monkeypatch):
    def fragile(sheet):
        if sheet.form == "poster":
            raise RuntimeError("une police abîmée")
        return b"%PDF-1.7 %%EOF"

    monkeypatch.setattr(printed, "drawn", fragile)
    run = built(small(tmp_path, QUARTIER, SETTINGS))
    assert run.code == 0
    assert "n’a pas pu être faite en PDF" in run.said
    assert "RuntimeError: une police abîmée" in run.said
    assert set(pdfs(tmp_path / "site")) == FILES - {"quartiers/lilas/affiche-lilas-a3.pdf"}
    assert "affiche-lilas-a3.pdf" not in links(tmp_path / "site", "quartiers/lilas/")


@pytest.mark.parametrize("no", ["no", "'no'", "false"])
def test_a_site_may_have_none(tmp_path, monkeypatch, no):
    monkeypatch.setattr(printed, "drawing_version", lambda: pytest.fail("nobody asked for it"))
    settings = SETTINGS.replace("chemins/strategy", f"chemins/strategy: {{pdf: {no}}}")
    run = built(small(tmp_path, QUARTIER, settings))
    assert run.code == 0
    assert "W-PDF" not in run.said
    assert not pdfs(tmp_path / "site")


def test_a_folder_that_cannot_be_written_keeps_nothing_and_lacks_nothing(tmp_path):
    config = small(tmp_path, QUARTIER, SETTINGS)
    (tmp_path / ".cache").write_text("x", "utf-8")
    assert built(config).code == 0
    assert set(pdfs(tmp_path / "site")) == FILES


def test_the_pages_in_a_folder_have_the_same_sheets(copy, tmp_path):
    said: list[str] = []
    assert write_pages(copy / "mkdocs.yml", tmp_path / "pages", said.append) == 0, said
    assert pdfs(tmp_path / "pages" / "docs") == pdfs(copy / "site")
    page = (tmp_path / "pages/docs/quartiers/lilas/index.md").read_text("utf-8")
    assert '/quartiers/lilas/affiche-lilas-a3.pdf">Affiche, format A3' in page


def test_a_preview_makes_no_sheet_and_shows_those_that_a_build_has_made(copy, monkeypatch):
    monkeypatch.setattr(printed, "drawn", lambda _: pytest.fail("a preview drew a sheet"))
    assert set(pdfs(previewed(copy))) == FILES
    change = copy / "content/changements/droits-connus.md"
    change.write_text(change.read_text("utf-8").replace("connus", "sus"), "utf-8")
    folder = previewed(copy)
    assert set(pdfs(folder)) == {name for name in FILES if "lilas" in name}
    page = (folder / "feuille-de-route/index.html").read_text("utf-8")
    assert "se font à la construction du site" in page
    assert not links(folder, "feuille-de-route/")


def previewed(root: Path) -> Path:
    """What a preview of the site shows."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "preview"))
    config.site_url = "http://127.0.0.1:8000/strategie/"
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return root / "preview"


def test_mkdocs_alone_makes_them_too(copy):
    run = program("mkdocs", "build", cwd=copy)
    assert run.code == 0, run.said
    assert set(pdfs(copy / "site")) == FILES


def test_importing_the_plugin_does_not_import_what_draws():
    code = "import sys, chemins.engines.mkdocs.plugin; sys.exit('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), check=False, timeout=60)
    assert done.returncode == 0


def test_weights_are_rounded_up_and_never_in_figures_alone(site):
    page = (site / "site/quartiers/lilas/index.html").read_text("utf-8")
    assert re.findall(r"\(PDF, (\d+)\u00a0ko\)", page)
    assert pdf.drawing_version()
