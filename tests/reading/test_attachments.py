"""What is published beside the pages is what its name says, and nobody is trapped by it."""

import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import VISION, codes, edition, of_files, written
from tests.pictures.made import ENDINGS, drawn, film, photo, saved

from chemins.locales import LANGUAGES, load
from chemins.publication import publication_in
from chemins.reading import attachment_faults
from chemins.reading.endings import SORTS, is_what_it_says
from chemins.reading.signatures import _STARTS, archive_of, kind_of


def archive(*names: str, mimetype: str = "") -> bytes:
    """A ZIP archive that holds files of these names."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x")
    return data.getvalue()


def word(*further: str) -> bytes:
    return archive("[Content_Types].xml", "word/document.xml", *further)


def mp4(brand: bytes) -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + b"\0\0\0\0" + brand + b"mp41"


GOOD = {
    **{f"photo.{ending}": photo(ending) for ending in ENDINGS},
    "film.gif": film("gif"),
    "PHOTO.JPEG": saved(drawn(), "jpg"),
    "plan.svg": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "plan.pdf": b"%PDF-1.7\n",
    "annonce.pdf": b"\r\n%PDF-1.4",
    "note.docx": word(),
    "budget.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "atelier.pptx": archive("[Content_Types].xml", "ppt/presentation.xml"),
    "note.odt": archive(
        "content.xml", "Basic/script-lc.xml", mimetype="application/vnd.oasis.opendocument.text"
    ),
    "budget.ods": archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    "presents.csv": "nom;âge\nun;2\n".encode(),
    "accents.csv": "nom;âge\n".encode("cp1252"),
    "tableur.csv": "nom\tâge\n".encode("utf-16"),
    "crochet.csv": b"[1];2\n",
    "contours.geojson": b'\xef\xbb\xbf {"type": "FeatureCollection", "features": []}',
    "film.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n",
    "son.mp3": b"ID3\x04\0\0",
    "nu.mp3": b"\xff\xfb\x90\x44\0",
    "son.ogg": b"OggS\0",
    "son.m4a": mp4(b"M4A "),
    "film.mp4": mp4(b"isom"),
    "film.webm": b"\x1a\x45\xdf\xa3",
    "favicon.ico": b"\0\0\1\0",
    "lettre.woff2": b"wOF2\0",
}

WRONG = {
    "word.pdf": word(),
    "pdf.docx": b"%PDF-1.7",
    "zip.docx": archive("a.txt"),
    "tableur.docx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "coupe.docx": word()[:40],
    "iphone.jpg": mp4(b"heic"),
    "iphone-avif.avif": mp4(b"mif1"),
    "page.jpg": b"<!doctype html><script>alert(1)</script>",
    "page.csv": b"\n <html><body onload=alert(1)>",
    "php.txt": b"<?php system($_GET[0]);",
    "programme.png": b"MZ\x90\0\3\0\0\0",
    "script.txt": b"#!/bin/sh\nrm -rf /\n",
    "binaire.txt": b"texte\0\1\2",
    "pas-du-json.json": b"nom;adresse",
    "page.svg": b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
    "vieux.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "son.mp4": b"ID3\x04\0\0",
}


def told(folder: Path, files: dict[str, bytes], *widened: str) -> dict[str, str]:
    """The code of the fault of each of ``files``, by its name."""
    written(folder, files)
    faults = attachment_faults(folder, files, frozenset(widened))
    return {each.place.path: each.code for each in faults}


def test_what_is_what_it_says_is_published(tmp_path):
    assert told(tmp_path, GOOD) == {}


def test_what_is_not_what_it_says_is_refused(tmp_path):
    assert told(tmp_path, WRONG) == dict.fromkeys(WRONG, "E-BYTES")


@pytest.mark.parametrize(
    "data",
    [
        word("word/vbaProject.bin"),
        archive("[Content_Types].xml", "xl/vbaProject.bin", "xl/workbook.xml"),
        archive("Basic/Standard/Module1.xml", mimetype="application/vnd.oasis.opendocument.text"),
        archive("Scripts/python/x.py", mimetype="application/vnd.oasis.opendocument.text"),
    ],
)
def test_a_program_in_a_document_is_found_whatever_its_name(tmp_path, data):
    assert told(tmp_path, {"note.docx": data}) == {"note.docx": "E-TYPE"}


REFUSED = """
a.exe a.js a.html a.HTM a.php a.docm a.xlsm a.doc a.zip a.7z a.heic a.markdown a.swf a a.pdf.exe
.htaccess a.svgz a.xml a.webmanifest a.pdf. a.mjs
"""


@pytest.mark.parametrize("name", REFUSED.split())
def test_a_kind_that_is_not_known_to_be_safe_is_refused(tmp_path, name):
    assert told(tmp_path, {name: b"%PDF-1.7"}) == {name: "E-TYPE"}


def test_a_site_may_widen_what_it_publishes_knowingly(tmp_path):
    files = {"tout.zip": archive("a.txt"), "page.html": b"<p>", "vide.zip": b"", "a.exe": b"MZ"}
    assert told(tmp_path, files, "zip", "html") == {"vide.zip": "E-BLANK", "a.exe": "E-TYPE"}


@pytest.mark.parametrize(("ending", "sort"), SORTS.items())
def test_each_sort_has_its_limit(tmp_path, ending, sort, monkeypatch):
    file = tmp_path / f"lourd.{ending}"
    with file.open("wb") as made:
        made.truncate(sort.limit + 1)
    faults = list(attachment_faults(tmp_path, [file.name]))
    assert [each.code for each in faults] == ["E-HEAVY"]
    assert faults[0].values["size"] == sort.megabytes + 1
    for language in LANGUAGES:
        assert load(language).has(f"faults.E-HEAVY.hint_{sort.name}")


def test_every_kind_that_bytes_can_be_has_a_name():
    named = {kind for _, kind in _STARTS} | set(SORTS) - {"ico"}
    told_as = {"jpeg": "jpg", "geojson": "json", "tsv": "text", "csv": "text", "txt": "text"}
    told_as |= {"srt": "text", "ics": "text", "m4a": "mp4", "m4v": "mp4", "ogv": "ogg"}
    told_as |= {"oga": "ogg", "opus": "ogg"}
    for language in LANGUAGES:
        for kind in {told_as.get(kind, kind) for kind in named} | {"page", "heic", "text"}:
            assert load(language).has(f"faults.E-BYTES.kinds.{kind}"), kind


def test_an_archive_made_to_trap_is_no_document(tmp_path):
    traps = {
        "infini.docx": b"PK\x03\x04" + b"\xff" * 3000,
        "nombreux.docx": b"PK\x03\x04" + b"PK\x05\x06" + b"\0" * 4 + b"\xff\xff" * 2 + b"\0" * 10,
        "fin.docx": b"PK\x05\x06" + b"\0" * 18,
    }
    assert told(tmp_path, traps) == dict.fromkeys(traps, "E-BYTES")


@given(data=st.binary(max_size=200), start=st.sampled_from([b"", *(s for s, _ in _STARTS)]))
@settings(max_examples=150)
def test_any_bytes_are_told_apart_without_a_crash(tmp_path_factory, data, start):
    kind = kind_of(start + data)
    assert isinstance(is_what_it_says("pdf", kind), bool)
    if kind == "zip":
        file = tmp_path_factory.mktemp("zip") / "a.zip"
        file.write_bytes(start + data)
        assert archive_of(file)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_attachment_that_may_not_be_read_is_told(tmp_path):
    written(tmp_path, {"plan.pdf": b"%PDF-1.7"})
    (tmp_path / "plan.pdf").chmod(0)
    assert [each.code for each in attachment_faults(tmp_path, ["plan.pdf"])] == ["E-FILE"]


def test_what_lies_unnamed_among_the_records_is_not_published_so_not_looked_at(tmp_path):
    found = edition(tmp_path, {"visions/une.md": VISION, "visions/presents.xlsm": b"x"})
    assert codes(of_files(found.faults)) == ["W-STRAY"]


def test_files_of_hosts_and_browsers_are_known_at_the_top_alone(tmp_path):
    files = {"CNAME": "exemple.fr", ".nojekyll": "", "robots.txt": "", "favicon.ico": ""}
    found = edition(tmp_path, {"visions/une.md": VISION, **files, "documents/CNAME": "x"})
    assert [(each.place.path, each.code) for each in of_files(found.faults)] == [
        ("documents/CNAME", "E-TYPE")
    ]
    assert set(files) < found.content.others


def test_settings_of_another_shape_count_as_not_said():
    for own in ({}, {"attachments": "zip"}, {"attachments": None}, {"approved_only": "oui"}):
        publication = publication_in({"extra_css": 3, "exclude_docs": 4}, own, approved_only=False)
        assert publication.attachments == frozenset()
        assert not publication.approved_only
    assert publication_in({"exclude_docs": "*.md\n!a.md"}, {}, approved_only=False).publishes(
        "a.md"
    )
    assert not publication_in({"exclude_docs": "*.md\n!a.md"}, {}, approved_only=False).publishes(
        "b/c.md"
    )


@pytest.mark.parametrize("name", ["a" * 900, "../" * 300 + "a", "a/" * 450, "\\\\serveur\\a"])
def test_a_name_that_no_file_can_have_names_none(tmp_path, name):
    files = {
        "territoire.md": f"---\ntitre: T\nnom: N\ndemonstration: oui\ncontours: '{name}'\n---\n",
        "quartiers/un.md": f"---\nnom_officiel: Un\nprojet: {{document: '{name}'}}\n---\n",
    }
    assert codes(of_files(edition(tmp_path, files).faults)) == ["E-LINK", "E-CONTOURS"]
