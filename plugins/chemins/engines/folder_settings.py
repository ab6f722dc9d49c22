"""The ``mkdocs.yml`` that builds the pages of a folder with MkDocs and Material alone."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

import yaml

KEPT = (
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "nav",
    "exclude_docs",
    "not_in_nav",
    "extra_javascript",
    "markdown_extensions",
)
"""What of a site's own settings holds for its pages in a folder too."""


def settings_text(
    made: Mapping[str, Any],
    settings: str,
    styles: Iterable[str],
    files: Mapping[str, str],
    hidden: Container[str] = (),
) -> str:
    """The settings ``made`` for the folder, with what is kept of the site's own ``settings``.

    What is kept is copied as it is written, its tags included: it is never read as values.
    ``styles`` come before the site's own style sheets. The menu names the values of ``files``
    where it named the keys, and nothing of what is ``hidden``. The foot keeps what
    ``extra.footer`` adds to it.

    Raises:
        yaml.YAMLError: ``settings`` are not YAML.
    """
    own = _fields(settings)
    fields = {key: _node(value) for key, value in made.items()}
    fields |= {key: own[key] for key in KEPT if key in own}
    if "nav" in own:
        _hide(own["nav"], hidden)
        _rename(own["nav"], files)
    if "extra" in fields and (foot := _within(own.get("extra"), "footer")):
        fields["extra"].value += foot
    css = _node(list(styles))
    further = own.get("extra_css")
    if isinstance(further, yaml.SequenceNode):
        css.value += further.value
    fields["extra_css"] = css
    pairs = [(_node(key), node) for key, node in fields.items()]
    root = yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    return yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=100)


def text_in(settings: str, key: str) -> str:
    """The text of ``key`` in ``settings``; empty where there is none, or it is no text.

    Raises:
        yaml.YAMLError: ``settings`` are not YAML.
    """
    node = _fields(settings).get(key)
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def _within(node: yaml.Node | None, name: str) -> list[tuple[yaml.Node, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in pairs if key.value == name]


def _rename(node: yaml.Node, files: Mapping[str, str]) -> None:
    if isinstance(node, yaml.ScalarNode):
        node.value = files.get(node.value, node.value)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            _rename(each, files)
    else:
        for _, value in node.value:
            _rename(value, files)


def _hide(node: yaml.Node, hidden: Container[str]) -> bool:
    """Takes from a menu the entries that name what is ``hidden``; whether anything is left."""
    if isinstance(node, yaml.ScalarNode):
        return node.value not in hidden
    if isinstance(node, yaml.SequenceNode):
        node.value = [each for each in node.value if _hide(each, hidden)]
    else:
        node.value = [(key, value) for key, value in node.value if _hide(value, hidden)]
    return bool(node.value)


def _fields(settings: str) -> dict[str, yaml.Node]:
    root = yaml.compose(settings, yaml.SafeLoader)
    return {key.value: node for key, node in root.value} if root else {}


def _node(value: Any) -> yaml.Node:
    made = yaml.representer.SafeRepresenter(default_flow_style=False, sort_keys=False)
    return made.represent_data(value)
