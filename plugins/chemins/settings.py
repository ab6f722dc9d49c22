"""What of ``mkdocs.yml`` is needed before, or without, MkDocs: where the content is, what it lets
be published.
"""

import os
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from chemins.cleaning.allowed import Allowed
from chemins.cleaning.widening import Refusal, widened
from chemins.configuration import Configuration, configuration_of, wrong_shapes, wrong_values
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.hosting import Hosting, WrongHosting, hosting_in
from chemins.locales import LANGUAGES, fold, load
from chemins.publication import EVERYTHING, Publication, publication_in

FILE = "mkdocs.yml"
"""The name of a site's settings."""

PLUGIN = "chemins/strategy"
"""The name of our plugin in them."""

FENCES = "chemins/fences"
"""The name of the plugin that draws what pages written by hand ask for."""

AUTO = "auto"
"""What a setting says that means yes, where it can be."""

_FLAGS = {"coherence": False, "handbook": False, "approved_only": False, "pdf": AUTO}
"""The settings of our plugin that say yes or no, and what they mean unsaid."""


@dataclass(frozen=True, slots=True)
class Admin:
    """Where the form in which records are changed is to be."""

    at_hand: bool = True
    """Whether a preview has it."""

    published: bool = False
    """Whether the published site has it."""

    hosting: Hosting = field(default_factory=Hosting)
    """Where the records are kept, for those who change them away from this machine."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a site is."""

    content: Path
    """The folder of its records and of its pages written by hand."""

    site: Path
    """The folder that holds the published site."""

    url: str
    """Where it is published; empty when that is not said."""

    html: Allowed = field(default_factory=Allowed)
    """What its pages written by hand may hold."""

    coherence: bool = False
    """Whether it shows the state of the strategy to its team."""

    handbook: bool = False
    """Whether it has the handbook of Chemins among its pages."""

    publication: Publication = EVERYTHING
    """What may be published."""

    pdf: bool = True
    """Whether sheets to print are made as PDF files, where they can be."""

    admin: Admin = field(default_factory=Admin)
    """The form in which records are changed."""


def is_yes(value: object) -> bool | None:
    """Whether ``value`` says yes, in YAML's way or in a word of any language; none for neither."""
    if isinstance(value, bool):
        return value
    typed = fold(str(value))
    for key, meaning in (("yes", True), ("no", False)):
        words = (word for each in LANGUAGES for word in load(each).text(f"flags.{key}").split(","))
        if typed in map(fold, words):
            return meaning
    return None


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
        return fault("S-DIAGRAMS", configuration.place("plugins", PLUGIN, "diagrams"))
    own = _own(values)
    html = widened(own.get("html"))
    if isinstance(html, Refusal):
        return _html_fault(html, configuration)
    admin = admin_in(own.get("admin"))
    if isinstance(admin, WrongHosting):
        return _admin_fault(admin, configuration)
    said = {key: own.get(key, otherwise) for key, otherwise in _FLAGS.items()}
    flags = {key: value == _FLAGS[key] == AUTO or is_yes(value) for key, value in said.items()}
    for key in (key for key, meant in flags.items() if meant is None):
        value = "null" if own[key] is None else own[key]
        return fault("S-FLAG", configuration.place("plugins", PLUGIN, key), key=key, value=value)
    folder = configuration.path.parent
    return _existing(
        Settings(
            content=folder / _text(values, "docs_dir", "docs"),
            site=folder / _text(values, "site_dir", "site"),
            url=_text(values, "site_url", ""),
            html=html,
            coherence=bool(flags["coherence"]),
            handbook=bool(flags["handbook"]),
            publication=publication_in(values, own, approved_only=bool(flags["approved_only"])),
            pdf=bool(flags["pdf"]),
            admin=admin,
        ),
        configuration.place("docs_dir"),
    )


def admin_in(said: object) -> Admin | WrongHosting:
    """What the settings say of the form: unsaid, a preview has it; said, the site has it too."""
    if said is None:
        return Admin()
    if not isinstance(said, dict) and (answer := is_yes(said)) is not None:
        return Admin(at_hand=answer, published=answer)
    hosting = hosting_in(said)
    return hosting if isinstance(hosting, WrongHosting) else Admin(True, True, hosting)


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


def _own(values: dict[str, Any]) -> dict[str, Any]:
    """The settings of our own plugin."""
    own = _plugins(values).get(PLUGIN)
    return own if isinstance(own, dict) else {}


def _asks_for_mermaid(values: dict[str, Any]) -> bool:
    return _own(values).get("diagrams") == "mermaid"


def html_fault(refused: Refusal, file: Path) -> Fault:
    """The fault of what the settings in ``file`` say of the HTML of pages written by hand."""
    found = configuration_of(file)
    return found if isinstance(found, Fault) else _html_fault(refused, found)


def _html_fault(refused: Refusal, configuration: Configuration) -> Fault:
    place = configuration.place("plugins", PLUGIN, "html", *refused.path)
    return fault("S-HTML", place, refused.reason, value=refused.value)


def admin_fault(wrong: WrongHosting, file: Path) -> Fault:
    """The fault of what the settings in ``file`` say of the form."""
    found = configuration_of(file)
    return found if isinstance(found, Fault) else _admin_fault(wrong, found)


def _admin_fault(wrong: WrongHosting, configuration: Configuration) -> Fault:
    keys = (wrong.key,) if wrong.key else ()
    place = configuration.place("plugins", PLUGIN, "admin", *keys)
    return fault("S-ADMIN", place, wrong.reason, key=wrong.key or "admin", value=wrong.value)


def _text(values: dict[str, Any], key: str, otherwise: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else otherwise
