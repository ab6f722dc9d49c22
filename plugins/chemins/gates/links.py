"""Where a link leads, read as browsers read it: into the site, out of it, or to another host."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote

_STRIPPED = "".join(map(chr, range(0x21)))
_REMOVED = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_RUN = frozenset({"javascript", "vbscript"})
_HOSTED = {"http": ":80", "https": ":443", "ws": ":80", "wss": ":443", "ftp": ":21"}


@dataclass(frozen=True, slots=True)
class Home:
    """Where the site is published."""

    host: str = ""
    """Host and port, in lower case; empty when the site does not know it."""

    path: str = "/"
    """Where the site's root stands on that host, with a slash at both ends."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A place of the site, as seen from the page that links to it."""

    ups: int
    """How many folders up from the linking page's; -1: from the root of the site."""

    path: str
    """The rest of the way, decoded, without dots; empty: the folder itself."""

    fragment: str = ""
    """The element meant, as written after ``#``; empty when the page need have none by that name:
    its top, a passage quoted (``#:~:text=``), a switch of the theme (``#__search``)."""

    own: bool = False
    """Whether it is the linking page itself (``#liens``, ``?tri=date``)."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """A path of the site's host that is above the site's root, so that no page can be there."""

    path: str
    """The path, decoded, without its first slash."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Another host."""

    host: str
    """Host and port in lower case, or the scheme where the address names no host (``file:``)."""


@dataclass(frozen=True, slots=True)
class Program:
    """No place at all: something to run (``javascript:``)."""


Target: TypeAlias = Inside | Beyond | Outside | Program | None
"""Where a link leads. None: to no file of any host (``mailto:``, ``data:``), or to something else
on the site's own host, named by its whole address."""


def home_of(site_url: str) -> Home:
    """The home that the setting ``site_url`` gives; one without a host when it is empty."""
    scheme, authority, rest = _parts(site_url)
    if not scheme or not authority:
        return Home()
    path = "/".join(_walk(_path(rest))[1])
    return Home(_host(authority, scheme), f"/{path}/".replace("//", "/"))


def read_link(link: str, home: Home) -> Target:
    """Where ``link``, as written in a page of the site published at ``home``, leads."""
    return None if link.startswith("data:") else _remembered(link, home)


@lru_cache(maxsize=2048)
def _remembered(link: str, home: Home) -> Target:
    """``read_link``, once for the links of headers and footers, which are on every page.

    Not for what carries its content in its address: a few fonts would fill the memory.
    """
    scheme, authority, rest = _parts(link)
    if scheme in _RUN:
        return Program()
    if authority is None:
        return None if scheme else _on_site(rest, home)
    host = _host(authority, scheme)
    if host != home.host or not host:
        return Outside(host or f"{scheme}:")
    target = _on_site(rest if rest.startswith(("/", "\\")) else f"/{rest}", home)
    return None if isinstance(target, Beyond) else target


def _parts(link: str) -> tuple[str, str | None, str]:
    """Scheme (empty: none), authority (None: none) and the rest of ``link``."""
    link = link.strip(_STRIPPED).translate(_REMOVED)
    match = _SCHEME.match(link)
    scheme = match[1].lower() if match else ""
    rest = link[match.end() :] if match else link
    if scheme in _HOSTED or (not scheme and rest[:2].replace("\\", "/") == "//"):
        rest = rest.lstrip("/\\")
    elif scheme and rest.startswith("//"):
        rest = rest[2:]
    else:
        return scheme, None, rest
    authority = re.split(r"[/\\?#]", rest, maxsplit=1)[0]
    return scheme, authority, rest[len(authority) :]


def _host(authority: str, scheme: str) -> str:
    host = authority.rpartition("@")[2].lower()
    if scheme:
        host = host.removesuffix(_HOSTED.get(scheme, ""))
    else:
        host = host.removesuffix(":443").removesuffix(":80")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _path(rest: str) -> str:
    return unquote(re.split(r"[?#]", rest, maxsplit=1)[0].replace("\\", "/"))


def _fragment(rest: str) -> str:
    fragment = rest.partition("#")[2].partition(":~:")[0]
    return "" if fragment.lower() == "top" or fragment.startswith("__") else fragment


def _on_site(rest: str, home: Home) -> Inside | Beyond:
    fragment = _fragment(rest)
    path = _path(rest)
    if not path:
        return Inside(0, "", fragment, own=True)
    ups, steps = _walk(path)
    way = "/".join(steps)
    if not path.startswith("/"):
        return Inside(ups, way, fragment)
    if ups or not f"/{way}/".startswith(home.path):
        return Beyond(way)
    return Inside(-1, way[len(home.path) - 1 :], fragment)


def _walk(path: str) -> tuple[int, list[str]]:
    """How far up ``path`` climbs, then the steps down, "" last for a folder."""
    ups = 0
    steps: list[str] = []
    written = path.removeprefix("/").split("/")
    for step in written:
        if step == ".." and steps:
            steps.pop()
        elif step == "..":
            ups += 1
        elif step != ".":
            steps.append(step)
    if steps and written[-1] in (".", ".."):
        steps.append("")
    return ups, steps


@dataclass(frozen=True, slots=True)
class Seat:
    """What relative links are relative to."""

    address: str
    """The linking page, relative to the site."""

    folders: tuple[str, ...]
    """Its folder, that folder's parent and so on to the root, "", each with its slash."""


def seat_of(address: str) -> Seat:
    """The seat of the page or style sheet at ``address``."""
    folders = [address[: address.rfind("/") + 1]]
    while folders[-1]:
        folders.append(folders[-1][: folders[-1].rfind("/", 0, -1) + 1])
    return Seat(address, tuple(folders))


def reach(target: Target, seat: Seat) -> str | None:
    """The address relative to the site that ``target`` is from ``seat``; None: not in the site."""
    if not isinstance(target, Inside):
        return None
    if target.own:
        return seat.address
    if target.ups >= len(seat.folders):
        return None
    return target.path if target.ups < 0 else seat.folders[target.ups] + target.path
