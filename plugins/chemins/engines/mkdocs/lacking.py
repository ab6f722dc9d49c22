"""What ``mkdocs.yml`` names and is not there: MkDocs says so too, in English and without a line."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

import yaml
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_theme_names

from chemins.faults import Fault, Place
from chemins.faults.codes import fault

_TEXT = "tag:yaml.org,2002:str"


def lacking(file: Path) -> tuple[Fault, ...]:
    """The plugins, theme, folder and hooks that the settings in ``file`` name and are not there.

    What has another shape than it should is left to MkDocs.

    Raises:
        yaml.YAMLError: the settings are not YAML.
        OSError: they cannot be read.
    """
    settings = _fields(yaml.compose(file.read_text("utf-8-sig"), yaml.CSafeLoader))
    theme = settings.get("theme")
    name = _fields(theme).get("name", theme)
    return (
        *_not_installed(_texts([name]), get_theme_names(), file),
        *_not_there(_texts([_fields(theme).get("custom_dir")]), "folder", file),
        *_not_installed(_names(settings.get("plugins")), _plugins(name), file),
        *_not_there(_texts(_items(settings.get("hooks"))), "file", file),
    )


def _plugins(theme: yaml.Node | None) -> set[str]:
    """The names of the plugins that are installed; those of ``theme`` go by their short one too."""
    installed = set(get_plugins())
    prefix = f"{theme.value}/" if isinstance(theme, yaml.ScalarNode) else "/"
    return installed | {each.removeprefix(prefix) for each in installed}


def _not_installed(
    nodes: Iterable[yaml.ScalarNode], known: Collection[str], file: Path
) -> Iterator[Fault]:
    for node in nodes:
        name = str(node.value).removeprefix("/")
        if name in known:
            continue
        if near := get_close_matches(name, known, 1):
            yield fault("S-LACKS", _place(node, file), "near", name=node.value, near=near[0])
        else:
            yield fault("S-LACKS", _place(node, file), name=node.value)


def _not_there(nodes: Iterable[yaml.ScalarNode], variant: str, file: Path) -> Iterator[Fault]:
    for node in nodes:
        if not (file.parent / node.value).exists():
            yield fault("S-LACKS", _place(node, file), variant, name=node.value)


def _place(node: yaml.ScalarNode, file: Path) -> Place:
    start, end = node.start_mark, node.end_mark
    return Place(str(file), start.line + 1, start.column + 1, max(1, end.column - start.column))


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
