"""What each setting of ``mkdocs.yml`` may be: its shape, and that of what it holds.

Source: MkDocs 1.6, "Configuration", and Material for MkDocs 9, "Setup". What a setting means stays
theirs to say; what it is made of is known here, so that a wrong one has a line and a hint.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

import yaml

from chemins.configuration.written import Configuration, place_of
from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault
from chemins.locales import closest

_YAML = "tag:yaml.org,2002:"

Shapes = frozenset[str]
"""Of ``text``, ``flag``, ``list``, ``group``: those that are allowed."""


def _one_of(*shapes: str) -> Shapes:
    return frozenset(shapes)


_TEXT, _FLAG, _LIST, _GROUP = map(_one_of, ("text", "flag", "list", "group"))
_NAMED = _one_of("list", "group")
_ENTRY = _one_of("text", "group")

SHAPES: Mapping[str, Shapes] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *("site_name", "site_url", "site_description", "site_author", "copyright"),
                *("docs_dir", "site_dir", "exclude_docs", "draft_docs", "not_in_nav"),
                *("repo_url", "repo_name", "edit_uri", "edit_uri_template", "dev_addr"),
                *("remote_branch", "remote_name", "INHERIT"),
                *("theme.name", "theme.custom_dir", "theme.language", "theme.logo"),
                *("theme.favicon", "theme.locale"),
                *("extra_css[]", "extra_templates[]", "watch[]", "theme.features[]"),
                *("theme.static_templates[]",),
            ),
            _TEXT,
        ),
        **dict.fromkeys(("strict", "use_directory_urls"), _FLAG),
        **dict.fromkeys(
            (
                *("nav", "extra_css", "extra_javascript", "extra_templates", "watch"),
                *("theme.features", "theme.static_templates"),
            ),
            _LIST,
        ),
        **dict.fromkeys(("extra", "validation", "mdx_configs", "theme.icon"), _GROUP),
        **dict.fromkeys(("plugins", "markdown_extensions", "hooks", "theme.palette"), _NAMED),
        **dict.fromkeys(
            (
                *("theme", "nav[]", "plugins[]", "markdown_extensions[]", "hooks[]"),
                *("extra_javascript[]",),
            ),
            _ENTRY,
        ),
        "theme.palette[]": _GROUP,
        "theme.font": _one_of("flag", "group"),
    }
)
"""The shapes of each setting; ``[]`` stands for each entry of a list."""

_KEYS = tuple(key for key in SHAPES if not {".", "["} & set(key))


def wrong_shapes(configuration: Configuration) -> Iterator[Fault]:
    """A setting that is of another shape than it can be."""
    for key, node in configuration.root.value:
        yield from _wrong(node, key.value, key.value)


def wrong_values(configuration: Configuration) -> Iterator[Fault]:
    """A setting that no site can do without and that is not there, or cannot be what it says."""
    if not configuration.values.get("site_name"):
        yield fault("S-SETTING", Place(str(configuration.path)), "missing", key="site_name")
    url = configuration.values.get("site_url")
    if isinstance(url, str) and url and not _is_web(url):
        yield fault("S-SETTING", configuration.place("site_url"), "url", key="site_url")
    if _publishes_records(configuration):
        # All that lies in the folder of the look is published as it is: drafts and tables too.
        yield fault("S-SETTING", configuration.place("theme", "custom_dir"), "look")


def _publishes_records(configuration: Configuration) -> bool:
    """Whether the folder of the look holds that of the records, or is in it."""
    theme, folder = configuration.values.get("theme"), configuration.path.parent
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    if not isinstance(own, str):
        return False
    docs = configuration.values.get("docs_dir")
    try:
        look = (folder / own).resolve()
        content = (folder / (docs if isinstance(docs, str) else "docs")).resolve()
    except (OSError, RuntimeError, ValueError):  # no system takes such a name
        return False
    return content.is_relative_to(look) or look.is_relative_to(content)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def unknown_keys(configuration: Configuration) -> Iterator[Fault]:
    """A setting that MkDocs does not know, and would pass over."""
    for key, _ in configuration.root.value:
        if key.value not in _KEYS:
            near = closest(key.value, _KEYS)
            variant = "near" if near else ""
            yield fault("W-SETTING", place_of(key), variant, key=key.value, suggestion=near)


def _wrong(node: yaml.Node, path: str, key: str) -> Iterator[Fault]:
    allowed, shape = SHAPES.get(path), _shape(node)
    if shape is None:
        return
    if allowed is not None and shape not in allowed:
        expected = Word(f"faults.S-SETTING.shapes.{'_or_'.join(sorted(allowed))}")
        variant = "quoted" if allowed == _TEXT and shape in ("flag", "number") else ""
        values = {"key": key, "expected": expected, "value": node.value if variant else ""}
        yield fault("S-SETTING", place_of(node), variant, **values)
    elif shape == "list":
        for each in node.value:
            yield from _wrong(each, f"{path}[]", key)
    elif shape == "group" and path == "theme":
        for inner, value in node.value:
            yield from _wrong(value, f"theme.{inner.value}", f"theme: {inner.value}")


def _shape(node: yaml.Node) -> str | None:
    """The shape of ``node``; none where nothing is said, or a tag makes it something else."""
    if isinstance(node, yaml.SequenceNode):
        return "list" if node.tag == f"{_YAML}seq" else None
    if isinstance(node, yaml.MappingNode):
        return "group" if node.tag == f"{_YAML}map" else None
    known = {"str": "text", "bool": "flag", "null": None, "merge": None}
    name = node.tag.removeprefix(_YAML)
    return known.get(name, "number") if node.tag.startswith(_YAML) else None
