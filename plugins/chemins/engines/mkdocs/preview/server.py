"""The server of a preview: MkDocs' own, which asks its guests first and draws what is asked."""

import posixpath
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from mkdocs.livereload import LiveReloadServer

from chemins.engines.mkdocs.preview.watching import Observers

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Guest = Callable[[Environ, StartResponse], Iterable[bytes] | None]
"""A WSGI application that answers some requests; none, where the request is not for it."""

PAGES = (".html", ".htm")
"""How the names of files end that a browser shows as pages."""

_SETTLED = 0.05
"""Seconds without a change after which an edit is over: editors write in several steps."""

_LIVE = "/livereload/"
_HTML = "text/html; charset=utf-8"


class NothingError(Exception):
    """No version of the site could be built yet."""


class SupersededError(Exception):
    """A newer version of the site took the place of the one that was asked."""


def standing(file: Path) -> Path | None:
    """``file``, if there is such a file: what browsers ask for may be no name of one."""
    try:
        return file if file.is_file() else None
    except OSError:
        return None


class Shown(Protocol):
    """A version of a site."""

    def find(self, path: str) -> Path | None:
        """The file at ``path`` of the site; none, where there is none.

        Raises:
            SupersededError: it is closed.
        """

    def close(self) -> None:
        """Lets go of all that it holds: nothing of it is shown any more."""


class PreviewServer(LiveReloadServer):
    """Answers with what ``find`` finds, once its guests have let a request pass.

    What stands at an address is asked for when a browser asks: nothing is drawn that nobody reads.
    """

    def __init__(self, host: str, port: int, path: str) -> None:
        """Takes where to listen; shows nothing yet, and builds nothing at a change."""
        super().__init__(lambda: None, host, port, "", path)
        self.observer: Any = Observers()
        self.build_delay = _SETTLED
        self.guests: list[Guest] = []
        """Asked in turn, before the pages of the site; each may answer, or let pass."""

        self.shown: Shown | None = None
        """The version of the site that is shown; none, while there is none to show."""

        self.dressed: Callable[[bytes], bytes] = lambda html: html
        """A page, with what the preview adds to it."""

        self.instead: Callable[[Exception | None], bytes] = lambda _: b""
        """The page that says that nothing can be shown yet, or that a page cannot be drawn."""

        self.listening: Callable[[], None] = lambda: None
        """Called once it listens."""

    @property
    def news(self) -> threading.Condition:
        """What wakes those who wait for another version."""
        return self._epoch_cond

    @property
    def epoch(self) -> int:
        """Which version of the site is shown: it grows."""
        with self._epoch_cond:
            return int(self._visible_epoch)

    @property
    def watched(self) -> tuple[str, ...]:
        """The files and folders whose changes it follows."""
        return tuple(self._watched_paths)

    def server_activate(self) -> None:
        """Listens, and says so."""
        super().server_activate()
        self.listening()

    def look_again(self) -> None:
        """Builds once more, as at a change."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def unchanged(self) -> None:
        """The build under way shows nothing new: browsers keep the page that they have."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch

    def _serve_request(
        self, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes] | None:
        for guest in self.guests:
            answer = guest(environ, start_response)
            if answer is not None:
                return answer
        # https://peps.python.org/pep-3333/#unicode-issues
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(_LIVE) or not f"{path}/".startswith(self.mount_path):
            return super()._serve_request(environ, start_response)
        self._wait()
        return self._answer(path, start_response)

    def _wait(self) -> None:
        """Until the build under way, if there is one, is done."""
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)

    def _answer(self, path: str, start_response: StartResponse) -> Iterable[bytes] | None:
        asked = path[len(self.mount_path) :] + ("index.html" if path.endswith("/") else "")
        inside = posixpath.normpath(f"/{asked}").lstrip("/")
        try:
            content = self.content(inside)
            if content is None:
                if not path.endswith("/") and self.content(f"{inside}/index.html") is not None:
                    start_response("302 Found", [("Location", f"{quote(path)}/")])
                    return []
                return None
        except NothingError:
            return _sent(start_response, "503 Service Unavailable", _HTML, self.instead(None))
        except Exception as error:
            return _sent(start_response, "500 Internal Server Error", _HTML, self.instead(error))
        if inside.endswith(PAGES):
            content = self.dressed(content)
        return _sent(start_response, "200 OK", self._guess_type(inside), content)

    def content(self, path: str) -> bytes | None:
        """What stands at ``path`` of the site, as a build writes it; none, where nothing does.

        Raises:
            NothingError: there is no site to show.
            Exception: all that a build may raise.
        """
        while True:
            shown = self.shown
            if shown is None:
                raise NothingError
            try:
                found = shown.find(path)
                return found.read_bytes() if found else None
            except (SupersededError, FileNotFoundError):
                # A new version took its place meanwhile: that one is asked.
                if self.shown is shown:
                    raise


def _sent(start_response: StartResponse, status: str, kind: str, content: bytes) -> Iterable[bytes]:
    headers = [
        ("Content-Type", kind),
        ("Content-Length", str(len(content))),
        # What is shown is what the records say now.
        ("Cache-Control", "no-store"),
    ]
    start_response(status, headers)
    return [content]
