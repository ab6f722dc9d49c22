"""The published folder is whole whenever anyone looks."""

import ctypes
import errno
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from chemins.engines import exchange as module
from chemins.engines.exchange import BusyError, exchange, repair, swap_at_once, workspace

PAGES = 12
TWO_WAYS = pytest.mark.parametrize("at_once", [True, False], ids=["at once", "by two renames"])


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def way(at_once: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not at_once:
        monkeypatch.setattr(module, "swap_at_once", lambda one, other: False)


def write(folder: Path, words: str) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(words)


def words_of(folder: Path) -> str:
    """What all the pages of a whole site say."""
    pages = [(folder / f"{number}.html").read_text() for number in range(PAGES)]
    assert len(set(pages)) == 1
    assert len(list(folder.iterdir())) == PAGES
    return pages[0]


def beside(live: Path) -> list[str]:
    return sorted(path.name for path in live.parent.iterdir() if path != live)


def outcome(process: int) -> int:
    """How ``process`` ended: 0, 1, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def publish(live: Path, words: str) -> None:
    with workspace(live) as new:
        write(new, words)
        exchange(new, live)


def child(work: Callable[[], object]) -> int:
    """A process that does ``work``, and nothing of pytest's when it ends: 0 when all went well."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


@TWO_WAYS
def test_a_build_takes_the_place_of_the_site_and_leaves_nothing_beside_it(
    live: Path, way: None
) -> None:
    publish(live, "first")
    publish(live, "second")
    assert words_of(live) == "second"
    assert beside(live) == []


def test_on_linux_two_folders_are_exchanged_at_once(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("Linux only")
    write(tmp_path / "one", "one")
    write(tmp_path / "other", "other")
    assert swap_at_once(tmp_path / "one", tmp_path / "other")
    assert (words_of(tmp_path / "one"), words_of(tmp_path / "other")) == ("other", "one")


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_a_system_without_exchange_is_told_from_one_that_refuses(
    live: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    class Libc:
        @staticmethod
        def renameat2(*_: object) -> int:
            return -1

    write(live, "first")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Libc)
    monkeypatch.setattr(ctypes, "get_errno", lambda: code)
    publish(live, "second")
    assert words_of(live) == "second"
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EACCES)
    with pytest.raises(PermissionError):
        publish(live, "third")
    assert words_of(live) == "second"
    assert beside(live) == []


def test_a_c_library_without_exchange_does_with_two_renames(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(live, "first")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    publish(live, "second")
    assert words_of(live) == "second"


@TWO_WAYS
def test_a_build_that_fails_leaves_the_site_as_it_was(live: Path, way: None) -> None:
    publish(live, "first")

    def fail() -> None:
        with workspace(live) as new:
            write(new, "second")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert words_of(live) == "first"
    assert beside(live) == []


def test_a_build_that_is_not_exchanged_leaves_the_site_as_it_was(live: Path) -> None:
    publish(live, "first")
    with workspace(live) as new:
        write(new, "second")
    assert words_of(live) == "first"
    assert beside(live) == []


def test_when_the_second_rename_fails_the_earlier_site_comes_back(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = live.with_name("new")
    write(live, "first")
    write(new, "second")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == new:
            raise PermissionError(errno.EACCES, "no")
        return rename(self, target)

    monkeypatch.setattr(module, "swap_at_once", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        exchange(new, live)
    assert words_of(live) == "first"
    assert beside(live) == ["new"]


@TWO_WAYS
def test_killed_at_any_step_a_site_is_whole_once_repaired(live: Path, way: None) -> None:
    def die_at(step: int) -> None:
        calls = 0

        def count(event: str, _: object) -> None:
            nonlocal calls
            calls += event.startswith(("os.", "open", "ctypes.", "fcntl.")) and event != "os.kill"
            if calls == step:
                calls += 1
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        publish(live, "new")

    publish(live, "old")
    seen: list[str] = []
    ended = -signal.SIGKILL
    while ended == -signal.SIGKILL:
        ended = outcome(child(partial(die_at, len(seen) + 1)))
        repair(live)
        assert set(beside(live)) <= {".site.lock"}
        seen.append(words_of(live))
        publish(live, "old")
    assert ended == 0
    assert len(seen) > 3 * PAGES
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {"old", "new"}


@TWO_WAYS
def test_killed_at_any_moment_a_site_is_whole_once_repaired(live: Path, way: None) -> None:
    def rebuild() -> None:
        for number in range(100_000):
            publish(live, f"build {number}")

    publish(live, "first")
    chance = random.Random(2014)
    for _ in range(20):
        process = child(rebuild)
        time.sleep(chance.uniform(0.005, 0.06))
        os.kill(process, signal.SIGKILL)
        assert outcome(process) == -signal.SIGKILL
        repair(live)
        words_of(live)
        assert set(beside(live)) <= {".site.lock"}


def test_exchanged_at_once_the_site_is_there_at_every_instant(live: Path) -> None:
    def rebuild() -> None:
        for number in range(60):
            publish(live, f"build {number}")

    publish(live, "first")
    process = child(rebuild)
    looks = 0
    ended = (0, 0)
    while not ended[0]:
        assert live.is_dir()
        looks += 1
        ended = os.waitpid(process, os.WNOHANG)
    assert ended[1] == 0
    assert looks > 10


def test_a_second_build_of_the_same_site_is_turned_away(live: Path) -> None:
    with workspace(live) as new:
        write(new, "mine")
        with pytest.raises(BusyError) as busy, workspace(live):
            pass
        assert busy.value.live == live
        repair(live)
        assert words_of(new) == "mine"
        with workspace(live.with_name("other")):
            pass
    with workspace(live):
        pass


def test_a_second_build_is_turned_away_by_another_process_until_that_is_killed(live: Path) -> None:
    def build() -> None:
        with workspace(live) as new:
            write(new, "theirs")
            (live.parent / "ready").touch()
            time.sleep(60)

    process = child(build)
    while not (live.parent / "ready").exists():
        time.sleep(0.005)
    with pytest.raises(BusyError), workspace(live):
        pass
    repair(live)
    assert words_of(live.with_name(f".site.new-{process}")) == "theirs"
    os.kill(process, signal.SIGKILL)
    assert outcome(process) == -signal.SIGKILL
    publish(live, "mine")
    assert words_of(live) == "mine"
    assert beside(live) == ["ready"]


def test_a_lock_whose_file_was_removed_meanwhile_gives_no_right(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = live.with_name(".site.lock")
    take = module._take
    taken: list[int] = []

    def take_late(handle: int) -> None:
        if not taken:
            lock.unlink()
        take(handle)
        taken.append(handle)

    monkeypatch.setattr(module, "_take", take_late)
    with workspace(live):
        assert len(taken) == 2
        assert lock.exists()
        with pytest.raises(BusyError), workspace(live):
            pass
    assert beside(live) == []


def test_many_builds_at_once_never_share_the_right_to_build(live: Path) -> None:
    def build() -> None:
        for _ in range(200):
            try:
                with workspace(live):
                    (live.parent / "inside").mkdir()
                    (live.parent / "inside").rmdir()
            except BusyError:
                continue

    assert [outcome(process) for process in [child(build) for _ in range(3)]] == [0, 0, 0]
    assert beside(live) == []


def test_repair_touches_only_what_bears_the_name_of_the_site(live: Path) -> None:
    kept = [".site.new-x", ".site2.new-1", "site.new-1", ".site.old-1.bak", "xsite.new-1"]
    for name in kept:
        (live.parent / name).mkdir()
    (live.parent / ".site.new-7").symlink_to(live.parent / "site.new-1")
    write(live, "first")
    (live.parent / ".site.new-1").mkdir()
    repair(live)
    assert words_of(live) == "first"
    assert beside(live) == sorted([*kept, ".site.new-7"])


def test_repair_without_a_site_does_nothing(tmp_path: Path) -> None:
    repair(tmp_path / "nowhere" / "site")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_above_the_site_is_made_when_there_is_none(tmp_path: Path) -> None:
    publish(tmp_path / "public" / "site", "first")
    assert words_of(tmp_path / "public" / "site") == "first"


def test_a_site_may_be_named_relative_to_where_one_is(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(live.parent)
    publish(Path("site"), "first")
    publish(Path("site"), "second")
    assert words_of(live) == "second"


def test_a_file_in_the_place_of_the_site_is_refused_and_kept(live: Path) -> None:
    live.write_text("a file")
    with pytest.raises(NotADirectoryError), workspace(live):
        pass
    assert live.read_text() == "a file"
    assert beside(live) == []


def test_a_link_in_the_place_of_the_site_is_refused_and_kept(live: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", "first")
    live.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError), workspace(live):
        pass
    write(tmp_path / "new", "second")
    with pytest.raises(NotADirectoryError):
        exchange(tmp_path / "new", live)
    assert words_of(live) == "first"


def test_what_is_no_folder_is_never_published(live: Path, tmp_path: Path) -> None:
    publish(live, "first")
    with pytest.raises(NotADirectoryError):
        exchange(tmp_path / "nothing", live)
    assert words_of(live) == "first"


def test_a_mount_point_is_refused_before_anything_is_built() -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EBUSY)), workspace(Path("/")):
        pass


def test_a_read_only_folder_above_the_site_is_refused_before_anything_is_built(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(live.parent))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError), workspace(live):
        pass
