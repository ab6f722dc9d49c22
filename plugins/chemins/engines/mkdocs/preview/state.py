"""What a preview tells the browser: which version of the site is shown, and what is wrong.

One address to ask, one script that asks it: it loads a page again when the site has changed, and
shows over the page what is wrong. Neither is ever written in a build.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from typing import Any

from chemins.engines.mkdocs.preview.server import Environ, PreviewServer, StartResponse
from chemins.faults.report import Row
from chemins.locales import Locale

FOLDER = "/.chemins/"
"""Where it is: no file of a content folder can be there, since hidden ones are passed over."""

SCRIPT, STATE = f"{FOLDER}preview.js", f"{FOLDER}state.json"

_LEVELS = ("error", "warning", "advice")

_PATIENCE = 25.0
"""Seconds that a browser waits for news before it asks again."""

_MARK = b"<!--chemins:preview-->"
_ADDED = re.compile(rb"<!--chemins:preview--><script[^>]*></script>")


@dataclass(frozen=True, slots=True)
class State:
    """What is wrong, as of the last edit."""

    stopped: bool = False
    """Whether that edit could not be shown: the page is that of before."""

    rows: Sequence[Row] = ()
    """The faults, each with its place."""

    said: Sequence[str] = ()
    """What else is to be told, that has no place."""


@dataclass(slots=True)
class Teller:
    """Tells browsers what is wrong, as soon as it changes: a guest of the server."""

    server: PreviewServer
    """Who knows which version is shown, and wakes those who wait."""

    locale: Locale
    """In which words."""

    state: State = field(default_factory=State)
    _number: int = field(default=0)

    def tell(self, state: State) -> None:
        """Tells ``state`` to those who look, and to those who come."""
        with self.server.news:
            if state != self.state:
                self.state = state
                self._number += 1
                self.server.news.notify_all()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes] | None:
        """The script, or the state once it is another than the one that was seen."""
        path = environ["PATH_INFO"]
        if path == SCRIPT:
            return _sent(start_response, "application/javascript", _script())
        if path == STATE:
            seen = environ.get("QUERY_STRING", "").removeprefix("seen=")
            with self.server.news:
                self.server.news.wait_for(lambda: self._version != seen, _PATIENCE)
                told = self._told()
            return _sent(start_response, "application/json", json.dumps(told).encode())
        return None

    def dressed(self, html: bytes) -> bytes:
        """``html`` with the script at its end."""
        end = html.rfind(b"</body>")
        end = len(html) if end < 0 else end
        epoch, said = self.server.epoch, escape(self.locale.language)
        script = f'<script src="{SCRIPT}" data-epoch="{epoch}" data-language="{said}"></script>'
        return b"%b%b%b%b" % (html[:end], _MARK, script.encode(), html[end:])

    def page(self, said: str) -> bytes:
        """A page that holds nothing but the sentence ``said``, until there is something to show."""
        title = escape(self.locale.text("preview.title"))
        html = (
            f'<!doctype html><html lang="{escape(self.locale.language)}"><head>'
            '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{title}</title><style>{_PLAIN}</style></head><body><main><h1>{title}</h1>"
            f"<p>{escape(said)}</p></main></body></html>"
        )
        return self.dressed(html.encode())

    @property
    def _version(self) -> str:
        return f"{self.server.epoch}.{self._number}"

    def _told(self) -> Mapping[str, Any]:
        # What stops the site is told first.
        rows = sorted(self.state.rows, key=lambda row: _LEVELS.index(row["severity"]))
        counts = {level: sum(row["severity"] == level for row in rows) for level in _LEVELS}
        return {
            "version": self._version,
            "epoch": str(self.server.epoch),
            "stopped": self.state.stopped,
            "rows": rows,
            "said": self.state.said,
            "words": self._words(counts),
        }

    def _words(self, counts: Mapping[str, int]) -> Mapping[str, str]:
        text = self.locale.text
        names = {"error": "errors", "warning": "warnings", "advice": "advice"}
        parts = [
            text(f"report.{names[severity]}", count=count)
            for severity, count in counts.items()
            if count
        ]
        return {
            "counts": ", ".join(parts) or text("preview.stopped"),
            "kept": text("preview.kept") if self.state.stopped else text("preview.shown"),
            **{key: text(f"preview.{key}") for key in ("panel", "close", "open")},
            **{severity: text(f"report.severity.{severity}") for severity in counts},
        }


def bare(html: bytes) -> bytes:
    """``html`` without what a preview added to it."""
    return _ADDED.sub(b"", html)


def _sent(start_response: StartResponse, kind: str, content: bytes) -> Iterable[bytes]:
    headers = [
        ("Content-Type", f"{kind}; charset=utf-8"),
        ("Content-Length", str(len(content))),
        ("Cache-Control", "no-store"),
    ]
    start_response("200 OK", headers)
    return [content]


def _script() -> bytes:
    return (resources.files(__package__) / "overlay.js").read_bytes()


_PLAIN = (
    ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;margin:0}"
    "main{max-width:38rem;margin:12vh auto;padding:0 1rem}"
)
