"""Where the records of a site are kept, as its settings say, and how one signs in to change them.

Under the plugin's name in ``mkdocs.yml``::

    admin:
      repository: commune/contrat-de-ville
      sign_in: https://connexion.exemple.fr
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

HOSTS: Mapping[str, str] = {
    "github": "https://github.com",
    "gitlab": "https://gitlab.com",
    "gitea": "",
    "forgejo": "https://codeberg.org",
}
"""The programs that may keep a repository, each with the site that runs it for everybody."""

NAMES: Mapping[str, str] = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "gitea": "Gitea",
    "forgejo": "Forgejo",
}
"""What people call each."""

_KEYS = ("repository", "host", "address", "branch", "sign_in", "application")
_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+")
_BRANCH = re.compile(r"[\w./-]+")


@dataclass(frozen=True, slots=True)
class Hosting:
    """Where records are kept."""

    repository: str = ""
    """Owner and name; empty: on a disk alone."""

    host: str = "github"
    """The program that keeps it."""

    address: str = HOSTS["github"]
    """Where that program runs."""

    branch: str = "main"
    """The branch that is published."""

    sign_in: str = ""
    """The service through which one signs in, where the program asks for one."""

    application: str = ""
    """The name by which the program knows this form."""

    @property
    def can_sign_in(self) -> bool:
        """Whether somebody who visits the published form can sign in."""
        means = self.sign_in if self.host == "github" else self.application
        return bool(self.repository and means)


@dataclass(frozen=True, slots=True)
class WrongHosting:
    """What of the settings cannot be."""

    key: str
    """Which of them; empty: all."""

    reason: str
    """``shape``, ``key``, ``host``, ``address``, ``repository``, ``text`` or ``lacks``."""

    value: str
    """What is written there."""


def hosting_in(settings: object) -> Hosting | WrongHosting:
    """What ``settings`` say; the first of them that cannot be."""
    if not isinstance(settings, Mapping):
        return WrongHosting("", "shape", str(settings))
    if wrong := next(_wrong(settings), None):
        return wrong
    said = {key: str(settings.get(key) or "").strip().rstrip("/") for key in _KEYS}
    host = said["host"] or "github"
    return Hosting(
        repository=said["repository"],
        host=host,
        address=said["address"] or HOSTS[host],
        branch=said["branch"] or "main",
        sign_in=said["sign_in"],
        application=said["application"],
    )


def _wrong(settings: Mapping[Any, Any]) -> Iterator[WrongHosting]:
    for key, value in settings.items():
        said = "" if value is None else str(value).strip()
        if key not in _KEYS:
            yield WrongHosting(str(key), "key", str(key))
        elif isinstance(value, list | dict):
            yield WrongHosting(key, "text", key)
        elif said and (reason := _reason(key, said)):
            yield WrongHosting(key, reason, said)
    if settings.get("host") == "gitea" and not settings.get("address"):
        yield WrongHosting("host", "lacks", "gitea")


def _reason(key: str, said: str) -> str:
    if key == "host":
        return "" if said in HOSTS else "host"
    if key in ("address", "sign_in"):
        # Decap believes an answer that comes from just this: a path in it would match none.
        return "" if _is_address(said, path=key == "address") else "address"
    if key == "repository":
        return "" if _REPOSITORY.fullmatch(said) else "repository"
    if key == "branch":
        return "" if _BRANCH.fullmatch(said) else "text"
    return "" if said.isprintable() and " " not in said else "text"


def _is_address(said: str, *, path: bool) -> bool:
    try:
        parts = urlsplit(said)
    except ValueError:
        return False
    bare = not (parts.query or parts.fragment or "@" in parts.netloc)
    bare &= path or not parts.path.strip("/")
    return (
        parts.scheme == "https"
        and bool(parts.hostname)
        and bare
        and not set(said) & set("\"'<>;, ")
    )
