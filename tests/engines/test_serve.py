import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from tests.engines.sites import CONTENT, command, environment, program, small, snapshot

CHANGE = "changements/droits-connus.md"
PATIENCE = 20.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _hears_interrupts() -> None:
    """A shell starts what it puts in the background deaf to Ctrl+C, and tests may run there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Preview:
    """A preview in a process of its own."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, log: Path) -> None:
        self.process, self.port, self.log = process, port, log

    def page(self, address: str) -> str:
        """The page at ``address``; empty when nothing answers."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=5) as answer:
                return str(answer.read().decode())
        except (URLError, OSError):
            return ""

    def refused(self, address: str) -> str:
        """What stands in the place of the page at ``address``; empty when nothing does."""
        try:
            urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=5).close()
        except HTTPError as answer:
            return answer.read().decode()
        except (URLError, OSError):
            pass
        return ""

    def said(self) -> str:
        """All that it printed."""
        return self.log.read_text("utf-8")

    def shows(self, words: str, address: str = "changements/droits-connus/") -> bool:
        """Whether the page comes to hold ``words``, in time."""
        return eventually(lambda: words in self.page(address))


def eventually(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def previewed(name: str, folder: Path) -> Iterator[Preview]:
    port, log = free_port(), folder / "log.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command(name), "serve", "-a", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**environment(), "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
            preexec_fn=_hears_interrupts,
        )
        try:
            yield Preview(process, port, log)
        finally:
            process.kill()
            process.wait()


def written(folder: Path, title: str, horizon: str = "court") -> None:
    """The record of a change, anew; in one step, as editors do it."""
    text = f"---\ntitre: {title}\nporte_sur: savoirs\nhorizon: {horizon}\n---\n"
    new = folder / "content" / ".nouveau"
    new.write_text(text, "utf-8")
    new.replace(folder / "content" / CHANGE)


def test_the_preview_follows_the_records_and_survives_their_faults(tmp_path):
    small(tmp_path)
    with previewed("chemins", tmp_path) as preview:
        assert preview.shows("Les droits sont connus"), preview.said()
        assert f"http://127.0.0.1:{preview.port}/" in preview.said()

        written(tmp_path, "Un titre neuf")
        assert preview.shows("Un titre neuf"), preview.said()

        written(tmp_path, "Un titre jamais vu", horizon="bientôt")
        assert eventually(lambda: "La page montrée est celle d’avant" in preview.said())
        assert f"content/{CHANGE}:4:10  E-CHOICE" in preview.said()
        assert "Un titre neuf" in preview.page("changements/droits-connus/")

        written(tmp_path, "Un titre réparé")
        assert preview.shows("Un titre réparé"), preview.said()

        assert "Traceback" not in preview.said()
        names = set(snapshot(tmp_path / "content"))
        assert names == set(CONTENT)
        assert not (tmp_path / "site").exists()

        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(10) == 0


def test_a_preview_that_begins_with_faults_says_them_and_waits_for_them_to_be_mended(tmp_path):
    small(tmp_path)
    written(tmp_path, "Un titre", horizon="bientôt")
    with previewed("chemins", tmp_path) as preview:
        assert eventually(lambda: "Rien ne peut encore être montré" in preview.refused(""))
        assert f"content/{CHANGE}:4:10  E-CHOICE" in preview.said()
        assert "Traceback" not in preview.said()

        written(tmp_path, "Un titre réparé")
        assert preview.shows("Un titre réparé"), preview.said()


def test_an_address_that_is_taken_is_one_sentence(tmp_path):
    small(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        run = program("chemins", "serve", "-a", address, cwd=tmp_path)
    assert run.code == 2
    assert f"L’adresse {address} n’est pas libre" in run.said
    assert "Traceback" not in run.said


def test_an_address_that_is_none_is_one_sentence(tmp_path):
    small(tmp_path)
    run = program("chemins", "serve", "-a", "partout", cwd=tmp_path)
    assert (run.code, "Traceback" in run.said) == (2, False)
    assert "127.0.0.1:8000" in run.said


def test_the_preview_of_mkdocs_itself_prints_faults_without_a_traceback(tmp_path):
    small(tmp_path)
    with previewed("mkdocs", tmp_path) as preview:
        assert preview.shows("Les droits sont connus"), preview.said()
        written(tmp_path, "Un titre", horizon="bientôt")
        assert eventually(lambda: "E-CHOICE" in preview.said()), preview.said()
        assert "Traceback" not in preview.said()
        written(tmp_path, "Un titre réparé")
        assert preview.shows("Un titre réparé"), preview.said()


@pytest.mark.skipif(os.name == "nt", reason="the signal is that of Unix")
def test_a_preview_leaves_nothing_behind(tmp_path):
    small(tmp_path)
    work = tmp_path / "work"
    work.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(work))
        with previewed("chemins", tmp_path) as preview:
            assert preview.shows("Les droits sont connus"), preview.said()
            assert list(work.iterdir())
            preview.process.send_signal(signal.SIGINT)
            assert preview.process.wait(10) == 0
    assert not list(work.iterdir())
