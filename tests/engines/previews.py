"""Previews in processes of their own, and what they show."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from tests.engines.sites import command, environment

CHANGE = "changements/droits-connus.md"
PATIENCE = 20.0


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _hears_interrupts() -> None:
    """A shell starts what it puts in the background deaf to Ctrl+C, and tests may run there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Preview:
    """A preview in a process of its own."""

    def __init__(
        self, process: subprocess.Popen[bytes], port: int, folder: Path, log: Path
    ) -> None:
        self.process, self.port, self.folder, self.log = process, port, folder, log

    def url(self, address: str) -> str:
        """Where a browser finds the page at ``address``."""
        return f"http://127.0.0.1:{self.port}/{address}"

    def answers(self) -> bool:
        """Whether it comes to listen, in time."""
        return eventually(lambda: "Ctrl+C" in self.said())

    def bytes(self, address: str) -> bytes:
        """What stands at ``address``, to the byte."""
        with urlopen(self.url(quote(address)), timeout=60) as answer:
            return bytes(answer.read())

    def page(self, address: str) -> str:
        """The page at ``address``; empty when nothing answers."""
        try:
            with urlopen(self.url(address), timeout=5) as answer:
                return str(answer.read().decode())
        except (URLError, OSError):
            return ""

    def refused(self, address: str) -> str:
        """What stands in the place of the page at ``address``; empty when nothing does."""
        try:
            urlopen(self.url(address), timeout=5).close()
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
    """Whether ``true`` comes to hold, in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def previewed(name: str, folder: Path) -> Iterator[Preview]:
    """The preview that the command ``name`` gives of the site in ``folder``."""
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
            yield Preview(process, port, folder, log)
        finally:
            process.kill()
            process.wait()


def written(folder: Path, title: str, horizon: str = "court") -> None:
    """The record of a change, anew; in one step, as editors do it."""
    text = f"---\ntitre: {title}\nporte_sur: savoirs\nhorizon: {horizon}\n---\n"
    new = folder / "content" / ".nouveau"
    new.write_text(text, "utf-8")
    new.replace(folder / "content" / CHANGE)
