"""The form over HTTP, beside the pages of a preview: whoever is at this machine, and nobody else.

A page of another site may send a browser's requests here, and may take the name of a host that
leads here (DNS rebinding): the name that was asked for must be this machine's own, a change must
come from a page of ours, and as JSON, which no form of another site can send.
"""

import ipaddress
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from chemins.editing.answers import answer
from chemins.editing.desk import Desk

MOST = 64 * 1024 * 1024
"""Bytes of one request: a record, and the pictures that go with it."""

Started = Callable[..., Any]
Guest = Callable[[dict[str, Any], Started], Iterable[bytes] | None]

_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
_STATUS = {200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found"}
_STATUS |= {422: "Unprocessable Content", 500: "Internal Server Error"}


def is_this_machine(host: str) -> bool:
    """Whether ``host`` is a name or an address that only this machine answers."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def form_at(at: str, files: Callable[[str], bytes | None], desk: Callable[[], Desk]) -> Guest:
    """What answers under the path ``at``: ``files`` by name, a ``desk``; any other passes."""

    def guest(environ: dict[str, Any], start: Started) -> Iterable[bytes] | None:
        path = str(environ.get("PATH_INFO", ""))
        if path == at.rstrip("/"):
            start("302 Found", [("Location", at)])
            return [b""]
        if not path.startswith(at):
            return None
        status, kind, data = _told(environ, path.removeprefix(at), files, desk)
        head = [
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(data))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        start(f"{status} {_STATUS.get(status, '')}", head)
        return [data]

    return guest


def _told(
    environ: Mapping[str, Any],
    name: str,
    files: Callable[[str], bytes | None],
    desk: Callable[[], Desk],
) -> tuple[int, str, bytes]:
    host = str(environ.get("HTTP_HOST", ""))
    if not is_this_machine(_bare(host)):
        return 403, "text/plain", b""
    if environ.get("REQUEST_METHOD") in ("GET", "HEAD"):
        data = files(name or "index.html")
        ending = (name or "index.html").rpartition(".")[2]
        kind = _TYPES.get(ending, "application/json")
        return (404, "text/plain", b"") if data is None else (200, kind, data)
    asked = _asked(environ, host) if name == "api" else None
    if asked is None:
        return 403, "text/plain", b""
    status, said = answer(desk(), asked)
    return status, "application/json", json.dumps(said, ensure_ascii=False).encode()


def _asked(environ: Mapping[str, Any], host: str) -> Mapping[str, Any] | None:
    """What a page of ours asks; none when something else does."""
    if environ.get("REQUEST_METHOD") != "POST" or environ.get("HTTP_ORIGIN") != f"http://{host}":
        return None
    if str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip() != "application/json":
        return None
    length = str(environ.get("CONTENT_LENGTH", ""))
    if not length.isdecimal() or int(length) > MOST:
        return None
    try:
        asked = json.loads(environ["wsgi.input"].read(int(length)))
    except (ValueError, RecursionError):
        return None
    return asked if isinstance(asked, Mapping) else None


def _bare(host: str) -> str:
    """``host`` without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lstrip("[")
    return host.partition(":")[0]
