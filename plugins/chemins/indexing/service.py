"""Pagefind's own program, asked over its pipe: a request, an answer, each in base64 with a comma.

Its Python library asks the same program, and waits a tenth of a second for each answer. One request
at a time is what makes two runs number the pages alike.
"""

import base64
import contextlib
import json
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

VERSION = "1.5"
"""The versions whose files we read begin so."""

LANGUAGE = "unknown"
"""A language that Pagefind does not stem: ``search-index.js`` finds the forms of a word itself."""

_HALT = b","
_CHUNK = 1 << 16
_PATIENCE = 20


class IndexingError(Exception):
    """Pagefind did not do its work."""


@cache
def program() -> Path | None:
    """Pagefind's program, when it is installed and runs here."""
    try:
        from pagefind_bin import get_executable

        found = Path(get_executable())
        told = subprocess.run(
            [found, "--version"], capture_output=True, text=True, timeout=_PATIENCE, check=True
        )
    except (ImportError, OSError, subprocess.SubprocessError):
        return None
    return found if told.stdout.split()[-1:] and _is_known(told.stdout.split()[-1]) else None


def _is_known(version: str) -> bool:
    return version.removeprefix("v").startswith(f"{VERSION}.")


class Service:
    """One index in the making. To be used in a ``with``, which ends the program."""

    def __init__(self, file: Path) -> None:
        """Starts the program ``file``.

        Raises:
            IndexingError: it does not start, or does not answer.
        """
        try:
            self._process = subprocess.Popen(
                [file, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise IndexingError(str(error)) from error
        self._asked = 0
        self._rest = b""
        self._index: int = 0

    def __enter__(self) -> "Service":
        """Begins an index."""
        try:
            answer = self._ask({"type": "NewIndex", "config": {"force_language": LANGUAGE}})
        except IndexingError:
            self.__exit__(None, None, None)
            raise
        self._index = answer["index_id"]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Ends the program."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()

    def add(self, url: str, title: str, content: str) -> None:
        """Adds a page, found by the words of ``content`` and more surely by those of ``title``.

        Raises:
            IndexingError: the program does not answer.
        """
        self._ask(
            {
                "type": "AddRecord",
                "index_id": self._index,
                "url": url,
                "content": content,
                "language": LANGUAGE,
                "meta": {"title": title},
            }
        )

    def files(self) -> Mapping[str, bytes]:
        """What Pagefind makes of the pages: path → content, its own interface included.

        Not written by itself, since most of it is not for the site.

        Raises:
            IndexingError: the program does not answer, or says why it cannot.
        """
        made = self._ask({"type": "GetFiles", "index_id": self._index})["files"]
        return {each["path"]: base64.b64decode(each["content"]) for each in made}

    def _ask(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        request = {"message_id": self._asked, "payload": payload}
        self._asked += 1
        try:
            self._send(base64.b64encode(json.dumps(request).encode()) + _HALT)
            answer: dict[str, Any] = json.loads(base64.b64decode(self._receive()))["payload"]
        except (OSError, ValueError, KeyError) as error:
            raise IndexingError(str(error)) from error
        if answer.get("type") == "Error":
            raise IndexingError(str(answer.get("message", "")))
        return answer

    def _send(self, data: bytes) -> None:
        if self._process.stdin:
            self._process.stdin.write(data)
            self._process.stdin.flush()

    def _receive(self) -> bytes:
        read = getattr(self._process.stdout, "read1", None)
        pieces = [self._rest]
        while _HALT not in pieces[-1]:
            data = read(_CHUNK) if read else b""
            if not data:
                raise IndexingError("")
            pieces.append(data)
        answer, _, self._rest = b"".join(pieces).partition(_HALT)
        return answer
