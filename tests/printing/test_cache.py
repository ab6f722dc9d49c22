"""What was drawn once is kept: whole files only, for any number of builds, never without end."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from chemins.printing.cache import Cache, name_of

FILE = b"%PDF-1.7\nune feuille\n%%EOF"


@pytest.fixture
def cache(tmp_path) -> Cache:
    return Cache(tmp_path / "a" / "b")


def test_a_file_is_found_under_what_it_was_made_from_and_under_nothing_else(cache):
    assert cache.found("un") is None
    kept = cache.keep("un", FILE)
    assert cache.found("un") == kept
    assert kept.read_bytes() == FILE
    assert cache.found("deux") is None


@pytest.mark.parametrize("half", [b"", b"%PDF-1.7\nune", b"\0" * 200, FILE[:-5], FILE[1:]])
def test_half_a_file_is_none(cache, half):
    cache.keep("un", FILE).write_bytes(half)
    assert cache.found("un") is None
    assert cache.keep("un", FILE)
    assert cache.found("un")


def test_a_list_is_found_whole_or_not_at_all(cache):
    assert cache.listed("tout") is None
    cache.list("tout", [{"name": "un"}])
    assert cache.listed("tout") == [{"name": "un"}]
    for half in ('[{"na', "", "{}", "\xff"):
        (cache.folder / "tout.json").write_text(half, "latin-1")
        assert cache.listed("tout") is None


def test_what_is_made_from_other_things_has_another_name():
    made = [("a", "b"), ("ab",), ("a", "b", ""), ("", "ab"), ("b", "a")]
    assert len({name_of(*each) for each in made}) == len(made)


def test_builds_at_once_find_whole_files_or_none(cache):
    def build(number: int) -> bool:
        name = f"feuille {number % 3}"
        cache.keep(name, FILE * 2000)
        found = cache.found(name)
        return found is not None and found.read_bytes() == FILE * 2000

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(build, range(60)))
    assert len(list(cache.folder.glob("*.pdf"))) == 3
    assert {path.suffix for path in cache.folder.iterdir()} <= {".pdf", ""}


def test_the_folder_is_left_out_of_any_repository(cache):
    cache.keep("un", FILE)
    assert (cache.folder / ".gitignore").read_text() == "*\n"


def test_what_was_not_used_for_longest_goes_first(cache):
    now = time.time()
    for number in range(4):
        path = cache.keep(str(number), FILE)
        os.utime(path, (now - 9000 + number, now - 9000 + number))
    cache.found("0")
    cache.tidy(most=3 * len(FILE))
    assert [bool(cache.found(str(number))) for number in range(4)] == [True, False, True, True]


def test_what_was_used_within_the_hour_stays_whatever_it_weighs(cache):
    cache.keep("un", FILE)
    cache.tidy(most=0)
    assert cache.found("un")


def test_what_a_killed_build_left_goes(cache):
    cache.keep("un", FILE)
    left = cache.folder / "x.4242"
    left.write_bytes(b"%PDF")
    os.utime(left, (1, 1))
    cache.tidy()
    assert not left.exists()


def test_a_disk_that_refuses_holds_nobody_up(tmp_path):
    (tmp_path / "file").write_text("x")
    closed = Cache(tmp_path / "file" / "cache")
    assert closed.keep("un", FILE) is None
    assert closed.found("un") is None
    closed.tidy()
