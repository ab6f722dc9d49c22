"""What ``mkdocs.yml`` names and is not there: MkDocs says so too, in English and without a line."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

import yaml
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_theme_names

from chemins.configuration import Configuration
from chemins.configuration.written import place_of
from chemins.faults import Fault
from chemins.faults.codes import fault

_TEXT = "tag:yaml.org,2002:str"


def lacking(written: Configuration) -> tuple[Fault, ...]:
    """The plugins, theme, folder and hooks that the settings name and are not there.

    What has another shape than it should is left to MkDocs.
    """
    settings, folder = _fields(written.root), written.path.parent
    theme = settings.get("theme")
    name = _fields(theme).get("name", theme)
    return (
        *_not_installed(_texts([name]), get_theme_names()),
        *_not_there(_texts([_fields(theme).get("custom_dir")]), "folder", folder),
        *_not_installed(_names(settings.get("plugins")), _plugins(name)),
        *_not_there(_texts(_items(settings.get("hooks"))), "file", folder),
    )


def _plugins(theme: yaml.Node | None) -> set[str]:
    """The names of the plugins that are installed; those of ``theme`` go by their short one too."""
    installed = set(get_plugins())
    prefix = f"{theme.value}/" if isinstance(theme, yaml.ScalarNode) else "/"
    return installed | {each.removeprefix(prefix) for each in installed}


def _not_installed(nodes: Iterable[yaml.ScalarNode], known: Collection[str]) -> Iterator[Fault]:
    for node in nodes:
        name = str(node.value).removeprefix("/")
        if name in known:
            continue
        if near := get_close_matches(name, known, 1):
            yield fault("S-LACKS", place_of(node), "near", name=node.value, near=near[0])
        else:
            yield fault("S-LACKS", place_of(node), name=node.value)


def _not_there(nodes: Iterable[yaml.ScalarNode], variant: str, folder: Path) -> Iterator[Fault]:
    for node in nodes:
        if not (folder / node.value).exists():
            yield fault("S-LACKS", place_of(node), variant, name=node.value)


def _names(plugins: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Each plugin's name: an entry of a list, alone or with its settings, or a key."""
    for each in _items(plugins):
        keys = [key for key, _ in each.value] if isinstance(each, yaml.MappingNode) else [each]
        yield from _texts(keys)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    return [node] if isinstance(node, yaml.MappingNode) else []


def _fields(node: yaml.Node | None) -> Mapping[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _texts(nodes: Iterable[yaml.Node | None]) -> Iterator[yaml.ScalarNode]:
    """Those of ``nodes`` that are texts: not what a tag, such as ``!ENV``, makes something else."""
    for node in nodes:
        if isinstance(node, yaml.ScalarNode) and node.tag == _TEXT:
            yield node
