"""What of ``mkdocs.yml`` is needed before, or without, MkDocs: where the content is."""

import os
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from chemins.configuration import Configuration, configuration_of, wrong_shapes, wrong_values
from chemins.faults import Fault, Place
from chemins.faults.codes import fault

FILE = "mkdocs.yml"
"""The name of a site's settings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a site is."""

    content: Path
    """The folder of its records and of its pages written by hand."""

    site: Path
    """The folder that holds the published site."""

    url: str
    """Where it is published; empty when that is not said."""


def settings_in(folder: Path) -> Settings | Fault:
    """The settings of the site in ``folder``; a folder without ``mkdocs.yml`` is content itself."""
    file = folder / FILE
    if not os.path.lexists(file):
        return _existing(Settings(folder, folder / "site", ""), Place(str(folder)), "given")
    return settings_of(file)


def settings_of(file: Path) -> Settings | Fault:
    """The settings in ``file``."""
    found = configuration_of(file)
    return found if isinstance(found, Fault) else _settings(found)


def _settings(configuration: Configuration) -> Settings | Fault:
    values = configuration.values
    if wrong := next(chain(wrong_shapes(configuration), wrong_values(configuration)), None):
        return wrong
    if values.get("use_directory_urls") is False:
        return fault("S-URLS", configuration.key_place("use_directory_urls"))
    if _asks_for_mermaid(values) and "mermaid2" not in _plugins(values):
        place = configuration.place("plugins", "chemins/strategy", "diagrams")
        return fault("S-DIAGRAMS", place)
    folder = configuration.path.parent
    return _existing(
        Settings(
            content=folder / _text(values, "docs_dir", "docs"),
            site=folder / _text(values, "site_dir", "site"),
            url=_text(values, "site_url", ""),
        ),
        configuration.place("docs_dir"),
    )


def _existing(settings: Settings, place: Place, variant: str = "") -> Settings | Fault:
    # Unlike a path, these take a name that is too long for the system as one that is not there.
    if os.path.isdir(settings.content):  # noqa: PTH112
        return settings
    if os.path.isfile(settings.content):  # noqa: PTH113
        variant = "no_folder"
    return fault("S-CONTENT", place, variant, path=settings.content)


def _plugins(values: dict[str, Any]) -> dict[str, Any]:
    """The plugins that are named, each with its own settings."""
    named: dict[str, Any] = {}
    listed = values.get("plugins") or ()
    if not isinstance(listed, list | dict):
        return named
    for each in [listed] if isinstance(listed, dict) else listed:
        named |= each if isinstance(each, dict) else {str(each): None}
    return named


def _asks_for_mermaid(values: dict[str, Any]) -> bool:
    own = _plugins(values).get("chemins/strategy")
    return isinstance(own, dict) and own.get("diagrams") == "mermaid"


def _text(values: dict[str, Any], key: str, otherwise: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else otherwise
