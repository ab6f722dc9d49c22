"""Names that calendars and feed readers keep: the same as long as the site and the record are."""

from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from chemins.records.territory import Territory
from chemins.strategy import Strategy

_SINCE = "2024"
"""A year in which the site's host was already its own: a tag must name one (RFC 4151)."""


def host_of(url: str) -> str:
    """The host of the site at ``url``; empty when nobody says where it is published."""
    return urlsplit(url).hostname or ""


def uid(strategy: Strategy, url: str, name: str) -> str:
    """The identifier of an event called ``name``, for calendars (RFC 5545, 3.8.4.7; RFC 7986).

    Of where the site is published, which says whose event it is; else of whose strategy it is.
    """
    return f"{uuid5(NAMESPACE_URL, f'{_whose(strategy, url)}{name}')}@{host_of(url) or 'chemins'}"


def tag(strategy: Strategy, url: str, name: str) -> str:
    """The identifier of an entry called ``name``, for feed readers: a tag URI (RFC 4151).

    A UUID where the host is not known.
    """
    if host := host_of(url):
        path = urlsplit(url).path or "/"
        return f"tag:{host},{_SINCE}:{quote(path + name)}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{_whose(strategy, url)}{name}')}"


def _whose(strategy: Strategy, url: str) -> str:
    if url:
        return url
    territory = strategy.single(Territory)
    return f"chemins:{(territory.siren or territory.name) if territory else ''}/"
