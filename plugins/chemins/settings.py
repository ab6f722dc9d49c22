"""What of ``mkdocs.yml`` is needed before, or without, MkDocs: where the content is."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from chemins.cleaning.allowed import Allowed
from chemins.cleaning.widening import Refusal, widened
from chemins.faults import Fault, Place, Word
from chemins.faults.causes import unreadable, yaml_problem
from chemins.faults.codes import fault
from chemins.locales import LANGUAGES, fold, load

FILE = "mkdocs.yml"
"""The name of a site's settings."""

PLUGIN = "chemins/strategy"
"""The name of our plugin in them."""

AUTO = "auto"
"""What a setting says that means yes, where it can be."""


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

    pdf: bool = True
    """Whether sheets to print are made as PDF files, where they can be."""


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


class _Loader(yaml.CSafeLoader):
    """Reads settings without obeying their tags: ``!ENV``, ``!!python/name`` and the like."""


def _environment(loader: yaml.CSafeLoader, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, …, otherwise]``, as MkDocs reads it."""
    if isinstance(node, yaml.SequenceNode):
        *names, otherwise = loader.construct_sequence(node)
    elif isinstance(node, yaml.ScalarNode):
        names, otherwise = [loader.construct_scalar(node)], None
    else:
        names, otherwise = [], None
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)  # noqa: ARG005


def settings_in(folder: Path) -> Settings | Fault:
    """The settings of the site in ``folder``; a folder without ``mkdocs.yml`` is content itself."""
    file = folder / FILE
    if not file.is_file():
        return _existing(Settings(folder, folder / "site", ""))
    return settings_of(file)


def settings_of(file: Path) -> Settings | Fault:
    """The settings in ``file``."""
    try:
        values = yaml.load(file.read_text("utf-8-sig"), _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(str(file), mark.line + 1, mark.column + 1) if mark else Place(str(file))
        return fault("S-SETTINGS", place, problem=_problem(yaml_problem(error)))
    except OSError as error:
        return unreadable(Place(str(file)), error)
    except (ValueError, LookupError, AttributeError, RecursionError, yaml.YAMLError):
        return fault("S-SETTINGS", Place(str(file)), problem=_problem())
    if not isinstance(values, dict):
        return fault("S-SETTINGS", Place(str(file)), problem=_problem())
    if values.get("use_directory_urls") is False:
        return fault("S-URLS", _place_of("use_directory_urls", file))
    if _asks_for_mermaid(values) and "mermaid2" not in _plugins(values):
        return fault("S-DIAGRAMS", _place_of("diagrams", file))
    html = widened(_own(values).get("html"))
    if isinstance(html, Refusal):
        return html_fault(html, file)
    coherence = _own(values).get("coherence", False)
    if is_yes(coherence) is None:
        place = _place_within(file, ("plugins", PLUGIN, "coherence"))
        return fault("S-FLAG", place, key="coherence", value=coherence)
    pdf = _own(values).get("pdf", AUTO)
    pdf = pdf == AUTO or is_yes(pdf)
    if pdf is None:
        place = _place_within(file, ("plugins", PLUGIN, "pdf"))
        return fault("S-FLAG", place, key="pdf", value=_own(values)["pdf"])
    folder = file.parent
    return _existing(
        Settings(
            content=folder / _text(values, "docs_dir", "docs"),
            site=folder / _text(values, "site_dir", "site"),
            url=_text(values, "site_url", ""),
            html=html,
            coherence=bool(is_yes(coherence)),
            pdf=bool(pdf),
        )
    )


def _existing(settings: Settings) -> Settings | Fault:
    if settings.content.is_dir():
        return settings
    return fault("S-CONTENT", Place(str(settings.content)), path=settings.content)


def _place_of(key: str, file: Path) -> Place:
    lines = file.read_text("utf-8-sig").splitlines()
    for number, line in enumerate(lines, 1):
        if (at := line.find(f"{key}:")) >= 0 and not line[:at].strip(" -"):
            return Place(str(file), number, at + 1, len(key))
    return Place(str(file))


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
    place = _place_within(file, ("plugins", PLUGIN, "html", *refused.path))
    return fault("S-HTML", place, refused.reason, value=refused.value)


def _place_within(file: Path, path: tuple[str | int, ...]) -> Place:
    """Where the value that ``path`` leads to stands in ``file``; else the nearest above it."""
    node = yaml.compose(file.read_text("utf-8-sig"), yaml.CSafeLoader)
    found = node
    for step in path:
        node = _step(node, step)
        if node is None:
            break
        found = node
    if found is None:
        return Place(str(file))
    start, end = found.start_mark, found.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Place(str(file), start.line + 1, start.column + 1, max(width, 1))


def _step(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode):
        if isinstance(step, int):
            return node.value[step] if step < len(node.value) else None
        # A list of plugins: each is a name, or a name with its settings.
        return next(filter(None, (_step(each, step) for each in node.value)), None)
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _text(values: dict[str, Any], key: str, otherwise: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else otherwise


def _problem(name: str = "other") -> Word:
    holder = "S-SETTINGS" if name in ("several", "other") else "E-YAML"
    return Word(f"faults.{holder}.problems.{name}")
