"""The files of an index: the same each time, light, and read as they were written."""

import hashlib
from pathlib import Path

import pytest
from tests.indexed import entry, facets, found_in, unpacked

from chemins.indexing.cbor import decoded
from chemins.indexing.found import Found
from chemins.indexing.index import SHOWN, Index
from chemins.indexing.service import IndexingError, Service, program
from chemins.locales import load

KINDS = ("Actions", "Autres pages")


def page(number: int, **more: object) -> Found:
    said = {
        "address": f"actions/a{number}/",
        "title": f"L’école {number}",
        "text": "Un équipement · " * number,
        "kind": "Actions",
        "facets": {"quartier": (f"Quartier {number % 3}",), "status": ("en cours",)},
    }
    return Found(**{**said, **more})  # type: ignore[arg-type]


def written(folder: Path, pages: list[Found]) -> Path:
    index = Index(load("fr"), KINDS)
    for each in pages:
        index.add(each)
    made = program()
    assert made is not None
    folder.mkdir()
    index.write(made, folder)
    return folder


def sums(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_indexes_of_the_same_pages_have_the_same_bytes(tmp_path):
    pages = [page(number) for number in range(60)]
    assert sums(written(tmp_path / "a", pages)) == sums(written(tmp_path / "b", pages))


def test_what_is_shown_and_what_narrows_is_told_of_each_page(tmp_path):
    long = page(2, text="x" * (SHOWN + 50), illustrative=True, place="Centre")
    other = page(3, kind="Autres pages", facets={})
    site = written(tmp_path / "site", [page(1), long, other])
    found = found_in(site)
    assert found["actions/a1/"].title == "L’école 1"
    assert len(found["actions/a2/"].text) == SHOWN
    assert (found["actions/a2/"].place, found["actions/a2/"].more["example"]) == ("Centre", "1")
    narrowed = facets(site)
    assert list(narrowed["kind"]) == ["Actions", "Autres pages"]
    assert narrowed["quartier"] == {"Quartier 1": ["actions/a1/"], "Quartier 2": ["actions/a2/"]}


def test_only_what_a_search_reads_is_on_the_site(tmp_path):
    site = written(tmp_path / "site", [page(1)])
    names = {path.name.partition(".")[0] for path in (site / "pagefind").iterdir()}
    assert names == {"chemins", "index", "pages"}


def test_a_site_tells_where_each_word_is(tmp_path):
    site = written(tmp_path / "site", [page(1)])
    pieces = unpacked(site / "pagefind" / entry(site)["pages"])["pieces"]
    assert [(start, end) for start, end, _ in pieces] == [("1", "quartier")]
    assert (site / f"pagefind/index/{pieces[0][2]}.pf_index").is_file()


def test_an_index_of_nothing_is_written(tmp_path):
    assert found_in(written(tmp_path / "site", [])) == {}


def test_a_program_that_is_none_is_told():
    with pytest.raises(IndexingError):
        Service(Path("/nulle/part/pagefind"))


def test_a_program_that_says_nothing_is_told():
    with pytest.raises(IndexingError), Service(Path("/bin/true")):
        pass


def test_cbor_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="7"):
        decoded(b"\xf4")
    assert decoded(b"\x9f\x18\x1f\x20\x63\xc3\xa9a\xff") == [31, -1, "éa"]
