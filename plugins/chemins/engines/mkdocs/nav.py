"""The menu that ``mkdocs.yml`` writes: each of its entries leads to a page."""

from collections.abc import Collection, Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from chemins.configuration import configuration_of
from chemins.configuration.written import place_of
from chemins.faults import Fault
from chemins.faults.codes import fault
from chemins.faults.unforeseen import shown
from chemins.gates.links import Home, Inside, read_link
from chemins.locales import closest


def lost_entries(
    config: MkDocsConfig, files: Files, waiting: Collection[str] = ()
) -> tuple[Fault, ...]:
    """The entries of ``nav`` that name a file that is not there, each at its line.

    A file that is ``waiting`` to be approved is there, and has been told.

    MkDocs only warns, and lets every page of the site carry the dead link.
    """
    written = configuration_of(Path(shown(config.config_file_path)))
    if isinstance(written, Fault):
        return ()
    return tuple(
        _lost(node, files)
        for node in _entries(written.node("nav"))
        if _is_of_the_site(node.value)
        and node.value not in waiting
        and files.get_file_from_path(node.value) is None
    )


def _lost(node: yaml.ScalarNode, files: Files) -> Fault:
    near = closest(node.value, [each.src_uri for each in files.documentation_pages()])
    return fault("S-NAV", place_of(node), "near" if near else "", path=node.value, suggestion=near)


def _entries(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """What the menu leads to, at any depth; not the words of its titles."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _entries(each)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)


def _is_of_the_site(entry: str) -> bool:
    target = read_link(entry, Home())
    return isinstance(target, Inside) and target.ups >= 0 and not target.own
