"""Whatever the machine refuses, the site stays as it was, and a sentence says what to do."""

import builtins
import errno
import io
import os
import resource
import stat
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.engines.published import COMMANDS, STAYS
from tests.engines.sites import environment, snapshot, written

from chemins.engines import exchange as exchanging
from chemins.faults.causes import _REASONS
from chemins.faults.refusals import refusal
from chemins.locales import LANGUAGES, load

NOBODY = 65534
BY_EACH = pytest.mark.parametrize("name", COMMANDS)
OLD = {"index.html": "old", ".chemins-pages": ""}
"""A site that either command may replace."""

DRAWS = {
    "build": "chemins.engines.mkdocs.plugin.whole",
    "pages": "chemins.engines.folder_writer.whole",
}
"""What each command calls to draw a page."""


# ------------------------------------------------------------------ the disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Gives a disk of the room asked for, where the machine lets us mount one."""
    place = tmp_path / "disk"
    place.mkdir()

    def mounted(room: str) -> Path:
        how = ["mount", "-t", "tmpfs", "-o", f"size={room}", "none", str(place)]
        if os.geteuid() or subprocess.run(how, capture_output=True, check=False).returncode:
            pytest.skip("disks cannot be mounted here")
        return place

    yield mounted
    while os.path.ismount(place):
        subprocess.run(["umount", str(place)], check=True)


@BY_EACH
@pytest.mark.parametrize("room", ["16k", "150k", "300k", "600k"])
def test_a_disk_that_is_full_holds_the_old_site_whole(published, disk, name, room):
    folder = disk(room)
    written(folder / "public", OLD)
    before = snapshot(folder)
    run = published.runs(name, folder / "public")
    if run.code == 0:
        pytest.skip("all of it found room")
    assert run.code == 2
    words = ("Le disque est plein", "Faites de la place", STAYS[name])
    assert all(word in run.said for word in words), run.said
    assert "Traceback" not in run.said
    assert snapshot(folder) == before
    assert [path.name for path in folder.iterdir()] == ["public"]


def test_a_disk_that_fills_up_at_any_file_leaves_the_pages_as_they_were(published, monkeypatch):
    opened, left, open_file = 0, -1, io.open

    def filling(path: Any, flags: int) -> int:
        nonlocal opened
        made = bool(flags & os.O_CREAT)
        opened += made
        if made and opened > left >= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return os.open(path, flags, 0o666)

    def opening(file: Any, *how: Any, **further: Any) -> Any:
        named = {} if isinstance(file, int) else {"opener": filling}
        return open_file(file, *how, **further, **named)

    for module in (builtins, io):
        monkeypatch.setattr(module, "open", opening)
    assert published.runs("pages").code == 0
    files = opened
    assert files > 40
    for room in range(0, files, 5):
        opened, left = 0, room
        published.refuses("pages", published.runs("pages"), "Le disque est plein")


@BY_EACH
def test_a_file_larger_than_the_machine_allows_leaves_the_site_as_it_was(published, name):
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    run = published.starts(name, preexec_fn=limited)
    published.refuses(name, run, "dépasse la taille permise", "ulimit -f")


@BY_EACH
def test_a_disk_that_can_only_be_read_leaves_the_site_as_it_was(published, disk, name):
    folder = disk("100k")
    written(folder / "public", OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    run = published.runs(name, folder / "public")
    words = (f"« {folder} » est sur un disque que l’on peut seulement lire", STAYS[name])
    assert run.code == 2
    assert all(word in run.said for word in words), run.said
    assert snapshot(folder / "public")["index.html"] == b"old"


@BY_EACH
def test_a_disk_of_its_own_is_no_folder_to_publish_in(published, disk, name):
    folder = disk("5m")
    run = published.runs(name, folder)
    assert run.code == 2
    assert f"Choisissez un dossier à l’intérieur, par exemple « {folder}/public »" in run.said
    assert not list(folder.iterdir())
    assert published.runs(name, folder / "public").code == 0


@BY_EACH
def test_a_site_in_the_image_of_a_container_cannot_be_exchanged(published, monkeypatch, name):
    def refuse(one: Path, other: Path) -> bool:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(one), None, str(other))

    monkeypatch.setattr(exchanging, "swap_at_once", refuse)
    words = (f"« {published.folder / name} » est sur un autre disque", "dossier nouveau")
    published.refuses(name, published.runs(name), *words)


@BY_EACH
@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_is_no_folder_is_not_replaced(published, name, kind):
    place = published.folder.parent / "public"
    if kind == "link":
        place.symlink_to(published.folder / name)
    else:
        place.write_text("x")
    run = published.runs(name, place)
    assert run.code == 2
    assert "Nommez le dossier lui-même" in run.said or "choisissez un dossier nouveau" in run.said
    assert snapshot(published.folder) == published.before
    assert place.is_symlink() or place.read_text() == "x"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [*_REASONS, errno.ECONNREFUSED])
def test_whatever_a_system_refuses_is_said_with_what_to_do(language, number):
    said = refusal(OSError(number, os.strerror(number), "un/fichier"), load(language))
    reason = _REASONS.get(number)
    assert ("un/fichier" in said) == (reason != "open_files")
    assert (os.strerror(number) in said) == (reason is None)
    assert said.count(". ") >= 1


# ---------------------------------------------------------------- the rights


@pytest.fixture
def ordinary() -> Iterator[tuple[Path, dict[str, Any]]]:
    """A folder that anybody may write in, and how to start a process without special rights."""
    how: dict[str, Any] = {}
    if not os.geteuid():
        how = {"user": NOBODY, "group": NOBODY, "extra_groups": [], **python_for_all()}
    with tempfile.TemporaryDirectory(prefix="chemins-test-") as place:
        folder = Path(place)
        folder.chmod(0o777)
        yield folder, how


def python_for_all() -> dict[str, Any]:
    """The Python of the tests when anybody may run it, or the system's with the same libraries."""
    libraries = os.pathsep.join((environment()["PYTHONPATH"], sysconfig.get_path("purelib")))
    system = f"/usr/bin/python3.{sys.version_info.minor}"
    for python in (sys.executable, system):
        how = {"executable": python, "environment": {"PYTHONPATH": libraries}}
        start = [python, "-c", "import chemins.cli, mkdocs"]
        try:
            subprocess.run(start, env=how["environment"], check=True, user=NOBODY, group=NOBODY)
        except (OSError, subprocess.SubprocessError):
            continue
        return how
    pytest.skip("no other user can run this Python")


def opened_to_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)


@pytest.mark.parametrize(
    ("name", "closed", "code", "words"),
    [
        ("build", "content/page.md", 1, "content/page.md:1:1  E-FILE"),
        ("pages", "content/papier.txt", 1, "content/papier.txt:1:1  E-FILE"),
        ("pages", "mkdocs.yml", 2, "mkdocs.yml:1:1  E-FILE"),
        ("build", ".", 2, "pas le droit d’écrire dans"),
    ],
)
def test_what_may_not_be_read_or_written_is_named(
    published_model, ordinary, name, closed, code, words
):
    folder, how = ordinary
    site = published_model.copied(folder)
    site.given({"content/page.md": "# Page\n", "content/papier.txt": "x"})
    opened_to_all(folder)
    (folder / closed).chmod(0o555 if closed == "." else 0)
    try:
        run = site.starts(name, **how)
    finally:
        (folder / closed).chmod(0o777)
    assert run.code == code, run.said
    assert words in run.said
    assert "Traceback" not in run.said
    assert snapshot(folder) == site.before
    assert not list(folder.glob(".*"))


def test_an_old_site_that_is_closed_to_writing_is_replaced_and_removed(published_model, ordinary):
    folder, how = ordinary
    site = published_model.copied(folder)
    opened_to_all(folder)
    built = [folder / "build", *(folder / "build").rglob("*")]
    for path in built:
        if how:
            os.chown(path, NOBODY, NOBODY)
        path.chmod(0o555 if path.is_dir() else 0o444)
    (folder / "build").chmod(0o755)
    run = site.starts("build", **how)
    assert run.code == 0, run.said
    assert not list(folder.glob(".*"))
    assert all(path.stat().st_mode & stat.S_IWUSR for path in (folder / "build").rglob("*"))


# ------------------------------------------------- memory, open files, words


@BY_EACH
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "La mémoire ne suffit pas"),
        (OSError(errno.ENOMEM, "x", "y"), "La mémoire ne suffit pas"),
        (OSError(errno.EMFILE, "x", "y"), "Trop de fichiers sont ouverts à la fois"),
        (OSError(errno.ENFILE, "x", "y"), "Trop de fichiers sont ouverts à la fois"),
    ],
)
def test_a_machine_that_has_no_more_to_give_leaves_the_site_as_it_was(
    published, monkeypatch, name, error, words
):
    def refuse(context: object, body: object) -> str:
        raise error

    monkeypatch.setattr(DRAWS[name], refuse)
    published.refuses(name, published.runs(name), words)


def limited_to(most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most))


@pytest.mark.sweep
def test_a_build_in_too_little_memory_says_so(published):
    said, old = [], snapshot(published.folder / "build")
    for most in range(40_000_000, 140_000_000, 4_000_000):
        run = published.starts("build", preexec_fn=limited_to(most))
        if run.code == 0:
            break
        said.append(run.said)
        assert snapshot(published.folder / "build") == old
    # With less, Python itself, or a library of ours, finds no room to begin.
    assert "La mémoire ne suffit pas" in "".join(said)
    # With little, there may be none left to tidy up: the next run does.
    assert run.code == 0
    assert not list(published.folder.glob(".*"))


FULL = Path("/dev/full")
NEEDS_FULL = pytest.mark.skipif(not FULL.exists(), reason="Linux only")


@NEEDS_FULL
@BY_EACH
def test_a_run_whose_words_find_no_room_is_done_all_the_same(published, name):
    with FULL.open("w") as full:
        run = published.starts(name, stdout=full)
    assert (run.code, "Traceback" in run.said) == (0, False), run.said
    assert "prêt" in run.said or "écrites" in run.said


@NEEDS_FULL
def test_a_check_whose_report_finds_no_room_is_not_done(published):
    with FULL.open("w") as full:
        run = published.starts("check", stdout=full)
    assert run.code == 2
    assert run.said.startswith("Le disque est plein : « le rapport »")


@pytest.mark.parametrize("name", [*COMMANDS, "check"])
def test_a_run_that_nobody_listens_to_ends_in_silence(published, name):
    reading, writing = os.pipe()
    os.close(reading)
    run = published.starts(name, stdout=writing)
    os.close(writing)
    assert (run.code, run.said) == (int(name == "check"), "")
