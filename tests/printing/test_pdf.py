"""The files: for all readers, the same each time, with their fonts, without a network."""

import io
import os
import socket
import subprocess
import sys
from hashlib import sha256

import pypdf
import pytest
from tests.helpers import CHANGE, DEMO, ROOT
from tests.printing.looking import looks
from tests.printing.making import URL, named, sheets

from chemins.edition import edition_of
from chemins.printing import pdf
from chemins.printing.pdf import UnavailableError, drawn
from chemins.printing.sheet import Sheet
from chemins.records import KINDS

PLAN, POSTER = "feuille-de-route-a4.pdf", "affiche-centre-ville-a3.pdf"


@pytest.fixture(scope="module")
def demo_sheets() -> dict[str, Sheet]:
    return named(edition_of(DEMO, KINDS))


@pytest.fixture(scope="module")
def files(demo_sheets) -> dict[str, bytes]:
    return {name: drawn(demo_sheets[name]) for name in (PLAN, POSTER)}


def reader(file: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(file))


def elements(node: object) -> list[tuple[str, str | None]]:
    """The tags of a file, in reading order, each with what it says in the place of a picture."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [each for kid in node for each in elements(kid)]
    if not isinstance(node, dict):
        return []
    own = [(str(node["/S"]), node.get("/Alt"))] if "/S" in node else []
    return own + (elements(node["/K"]) if "/K" in node else [])


@pytest.mark.parametrize("name", [PLAN, POSTER])
def test_a_file_is_tagged_titled_and_says_its_language(files, demo_sheets, name):
    found = reader(files[name])
    root = found.trailer["/Root"]
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert found.metadata.title == demo_sheets[name].title
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    tags = elements(root["/StructTreeRoot"])
    assert [tag for tag, _ in tags].count("/H1") == 1
    assert {"/H2", "/L", "/LI", "/Link"} <= {tag for tag, _ in tags}
    pictures = [said for tag, said in tags if tag == "/Figure"]
    assert pictures
    assert all(pictures), "a picture says nothing to those who do not see it"


def test_bookmarks_lead_to_the_columns(files):
    outline = reader(files[PLAN]).outline
    assert outline[0].title == "Un plan qui tient en une page"
    assert [each.title for each in outline[1]][:2] == [
        "Savoirs, connaissances, court terme",
        "Comportements, pratiques, moyen terme",
    ]


def test_links_are_whole_addresses_and_the_code_leads_to_the_page(files, demo_sheets):
    page = reader(files[PLAN]).pages[0]
    links = {each.get_object()["/A"]["/URI"] for each in page["/Annots"]}
    assert f"{URL}changements/droits-connus/" in links
    assert f"{URL}visions/enfants-epanouis/" in links
    assert all(link.startswith(URL) for link in links)
    assert f"Code à scanner, qui mène à {URL}feuille-de-route/" in demo_sheets[PLAN].html
    assert 'class="qr"' in demo_sheets[PLAN].html


def test_a_site_that_knows_no_address_prints_neither_link_nor_code(tmp_path):
    sheet = sheets(tmp_path, {"changements/c.md": CHANGE}, url="")[PLAN]
    assert "<a " not in sheet.html
    assert "qr" not in sheet.html
    assert "/Annots" not in reader(drawn(sheet)).pages[0]


def test_every_font_is_in_the_file(files):
    for file in files.values():
        for page in reader(file).pages:
            for font in page["/Resources"]["/Font"].values():
                descendant = font.get_object()["/DescendantFonts"][0].get_object()
                described = descendant["/FontDescriptor"]
                assert "/FontFile2" in described or "/FontFile3" in described
                assert "Atkinson" in described["/FontName"] or "Source" in described["/FontName"]


_DIGESTS = """
import sys
from hashlib import sha256
from tests.helpers import DEMO
from tests.printing.making import named
from chemins.edition import edition_of
from chemins.printing.pdf import drawn
from chemins.records import KINDS
made = named(edition_of(DEMO, KINDS))
for name in sys.argv[1:]:
    print(name, sha256(drawn(made[name])).hexdigest())
"""


def test_the_bytes_are_the_same_in_another_process_at_another_time_in_another_order(files):
    path = os.pathsep.join((str(ROOT), str(ROOT / "plugins")))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _DIGESTS, POSTER, PLAN],
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told = dict(line.split() for line in done.stdout.splitlines())
    assert told == {name: sha256(file).hexdigest() for name, file in files.items()}


def test_a_sheet_asks_nothing_of_the_disk_nor_of_any_host(tmp_path, monkeypatch):
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>secret</text></svg>")
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, where: asked.append(where))
    html = (
        f'<html lang="fr"><title>x</title><p>Bonjour<img alt="un" src="{secret.as_uri()}">'
        '<img alt="deux" src="https://exemple.fr/a.png"><img alt="trois" src="/etc/passwd">'
        '<link rel="stylesheet" href="https://exemple.fr/a.css">'
    )
    file = drawn(Sheet("plan", "A4", "", "x.pdf", "x", html))
    assert looks(file)[0].words == "Bonjourundeuxtrois"
    assert asked == []


def test_the_clock_of_who_builds_is_put_back(demo_sheets, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    drawn(demo_sheets[POSTER])
    assert os.environ["SOURCE_DATE_EPOCH"] == "1700000000"


def test_a_sheet_whose_texts_are_longer_than_was_measured_is_set_tighter():
    line = "<p style='height:52.6rem'>x</p>"
    html = f'<html lang="fr" class="plan A4"><title>x</title><body>{line}<p>fin'
    assert len(looks(drawn(Sheet("plan", "A4", "", "x.pdf", "x", html)))) == 1


@pytest.mark.parametrize(
    ("error", "missing"),
    [(ModuleNotFoundError("weasyprint"), "weasyprint"), (OSError("no pango"), "pango")],
)
def test_what_is_missing_is_told(monkeypatch, error, missing):
    def refuse(name, *rest, **more):
        if name == "weasyprint":
            print("a page of advice")
            raise error
        return real(name, *rest, **more)

    real = __import__
    pdf._press.cache_clear()
    monkeypatch.setattr("builtins.__import__", refuse)
    with pytest.raises(UnavailableError) as told:
        drawn(Sheet("plan", "A4", "", "x.pdf", "x", "<p>x"))
    assert told.value.missing == missing
