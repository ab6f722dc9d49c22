"""Bytes become text only when they are what they should be; any other is named and placed."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import CHANGE, codes, edition, of_files, written

from chemins.reading import lines_of
from chemins.reading.encoding import MAX_BYTES, text_of
from chemins.records import Change

PATH = "changements/droits-connus.md"
ACCENTED = CHANGE.replace("parents", "élèves")


def title(tmp_path, said: bytes) -> str:
    (change,) = edition(tmp_path, {PATH: said}).strategy.all(Change)
    return change.title


@pytest.mark.parametrize(
    "data",
    [
        ACCENTED.encode(),
        ACCENTED.encode("utf-8-sig"),
        ACCENTED.replace("\n", "\r\n").encode(),
        ACCENTED.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", ACCENTED).encode(),
        ("\n\n" + ACCENTED).encode(),
    ],
    ids=["plain", "byte order mark", "Windows lines", "old Mac lines", "NFD", "blank lines first"],
)
def test_what_any_editor_of_today_saves_is_read_alike(tmp_path, data):
    assert title(tmp_path, data) == "Les élèves connaissent leurs droits"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_another_encoding_is_one_fault_at_its_place(encoding):
    found = text_of(ACCENTED.encode(encoding), PATH)
    assert isinstance(found, list)
    assert codes(found) == ["E-ENCODING"]
    wide = encoding.startswith("utf-16")
    assert (found[0].place.line, found[0].place.column) == ((1, 1) if wide else (2, 12))


def test_accents_of_any_form_give_the_same_text_and_the_same_identifier(tmp_path):
    name = unicodedata.normalize("NFD", "changements/Été à l’école.md")
    found = edition(tmp_path, {name: CHANGE}).strategy.all(Change)
    assert [change.identifier for change in found] == ["ete-a-l-ecole"]


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not():
    whole = b"a" * MAX_BYTES
    assert text_of(whole, PATH) == whole.decode()
    assert codes(text_of(whole + b"a", PATH)) == ["E-SIZE"]


def test_a_file_that_is_too_heavy_is_not_read(tmp_path, monkeypatch):
    written(tmp_path, {PATH: b"a" * (MAX_BYTES + 1)})
    for name in ("read_bytes", "read_text", "open"):
        monkeypatch.setattr(Path, name, lambda self, *_: pytest.fail(f"{self} was read"))
    found = edition(tmp_path, {})
    assert codes(of_files(found.faults)) == ["E-SIZE"]
    assert lines_of(tmp_path)(PATH, 1) == ""


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ufeff"])
def test_a_sign_that_hides_or_turns_text_is_placed(sign):
    (found,) = text_of(f"un\ndeux {sign}trois".encode(), PATH)
    assert (found.code, found.place.line, found.place.column) == ("E-CHARACTER", 2, 6)


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f", "\u200d", "\u200e", "’", "😀", "مرحبا", "\t"])
def test_signs_that_people_type_are_left_alone(sign):
    assert text_of(f"a{sign}b".encode(), PATH) == f"a{sign}b"


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_faults_within_the_file(data):
    found = text_of(data, PATH)
    if isinstance(found, str):
        assert "\r" not in found
        assert "\x00" not in found
    else:
        assert found
        assert all(each.place.line >= 1 and each.place.column >= 1 for each in found)
