"""Where Chemins was installed from, so that a new territory's team can install it from there."""

import json
import re
from importlib import metadata
from urllib.parse import urlsplit, urlunsplit

_REPOSITORY = re.compile(r"git\+(?:https|ssh)://[^\s'\"]+")


def is_repository(address: str) -> bool:
    """Whether ``address`` is one that pip installs from and that others can reach too."""
    return bool(_REPOSITORY.fullmatch(address))


def installed_from(text: str | None = None) -> str:
    """The repository, and the version of it, that Chemins was installed from, as pip names it.

    Empty when it came from a folder of this machine: that means nothing on another. ``text`` is
    what pip noted (PEP 610); by default, what it noted here.
    """
    try:
        noted = json.loads(text if text is not None else _noted())
        address, found = str(noted["url"]), noted["vcs_info"]
        commit = str(found["commit_id"])
        is_git = found["vcs"] == "git"
    except (ValueError, KeyError, TypeError):
        return ""
    where = f"git+{_without_user(address)}@{commit}"
    return where if is_git and is_repository(where) else ""


def _noted() -> str:
    try:
        return metadata.distribution("chemins").read_text("direct_url.json") or ""
    except metadata.PackageNotFoundError:
        return ""


def _without_user(address: str) -> str:
    """``address`` without the name and the password that somebody may have typed in it."""
    parts = urlsplit(address)
    if parts.scheme != "https":
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
