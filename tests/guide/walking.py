"""A reader who follows a page of the handbook: types each command, writes each file."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGINT
from socket import socket

from tests.guide.blocks import Block, Step, edited
from tests.helpers import ROOT

_END = "\x1e"
_LIMIT = 300
_NOT_RUN = frozenset({"réseau", "long"})


@dataclass
class Reader:
    """Somebody at a terminal, in the folder where the page begins."""

    home: Path
    start: Path
    package: Path = ROOT / "plugins"
    path: Path = field(init=False)

    def __post_init__(self) -> None:
        self.path = _programs(self.home / "programmes")
        self._shell = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            cwd=self.start,
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self._shell.stdin.close()
        self._shell.wait(_LIMIT)
        self._shell.stdout.close()

    def follows(self, blocks: Iterable[Block]) -> None:
        """Does what ``blocks`` say, in order."""
        for block in blocks:
            if block.language == "console":
                for step in () if block.marks & _NOT_RUN else block.steps:
                    self._does(step, block)
            elif block.language == "diff" and block.about:
                file = self.here / block.about
                assert file.is_file(), f"{block.where}: no {block.about}"
                file.write_text(edited(file.read_text("utf-8"), block.text), "utf-8")
            elif block.about:
                file = self.here / block.about
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(block.text, "utf-8")

    @property
    def here(self) -> Path:
        """The folder where the reader is."""
        return Path(self._types("pwd")[1].strip())

    def _does(self, step: Step, block: Block) -> None:
        if "serveur" in block.marks:
            self._serves(step)
            return
        code, said = self._types(step.command)
        assert (code != 0) == ("échoue" in block.marks), f"{step.where}: {code}\n{said}"
        assert step.is_answered_by(said), f"{step.where}: {step.command}\n{said}"

    def _types(self, command: str) -> tuple[int, str]:
        self._shell.stdin.write(f"{{ {command}\n}} </dev/null; printf '\\n{_END}%d\\n' $?\n")
        self._shell.stdin.flush()
        said = []
        for line in self._shell.stdout:
            if line.startswith(_END):
                return int(line[1:]), "".join(said).removesuffix("\n")
            said.append(line)
        raise AssertionError(f"{command}: the shell ended\n{''.join(said)}")

    def _serves(self, step: Step) -> None:
        """Starts a server as it is written, but for the port, which others may use."""
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        words = [*step.command.split(), "-a", address]
        server = subprocess.Popen(
            words,
            cwd=self.here,
            env=self._environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            executable=self.path / words[0],
        )
        try:
            assert _answers(f"http://{address}/", server), step.where
        finally:
            server.send_signal(SIGINT)
            with suppress(subprocess.TimeoutExpired):
                server.wait(20)
            server.kill()

    def _environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
        return {
            **kept,
            "HOME": str(self.home),
            "PYTHONPATH": str(self.package),
            "PATH": f"{self.path}:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "LANG": "fr_FR.UTF-8",
            "NO_MKDOCS_2_WARNING": "1",
        }


def _programs(folder: Path) -> Path:
    """A folder with the commands that an installation brings."""
    folder.mkdir(parents=True)
    program = folder / "chemins"
    program.write_text(
        "#!/bin/sh\n"
        "export LC_ALL=fr_FR.UTF-8\n"
        f'exec "{sys.executable}" -c "from chemins.cli import main; main()" "$@"\n'
    )
    program.chmod(0o755)
    return folder


def _answers(address: str, server: "subprocess.Popen[bytes]") -> bool:
    for _ in range(240):
        if server.poll() is not None:
            return False
        with (
            suppress(urllib.error.URLError, ConnectionError),
            urllib.request.urlopen(address, timeout=10) as page,
        ):
            return bool(re.search(rb"<title>", page.read()))
        time.sleep(0.25)
    return False
