"""What a site's settings add to the HTML of its pages written by hand, knowingly.

Under the plugin's name in ``mkdocs.yml``::

    html:
      tags: [iframe, button]
      attributes: {button: [type]}
      schemes: [sms]
      frames: ["https://carte.exemple.fr"]

Whatever they say, no script, no event handler, no style and no address that runs one can be added.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chemins.cleaning.allowed import (
    ANY,
    NEVER_ATTRIBUTES,
    NEVER_TAGS,
    STANDARD_ATTRIBUTES,
    STANDARD_SCHEMES,
    STANDARD_TAGS,
    Allowed,
)

_NEVER_SCHEMES = frozenset(
    {"about", "blob", "data", "file", "filesystem", "javascript", "livescript", "vbscript"}
)
_TAG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ATTRIBUTE = re.compile(r"[A-Za-z][A-Za-z0-9:_-]*")
_WORD = re.compile(r"[a-z][a-z0-9+.-]*")
_ORIGIN = re.compile(r"https://[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)+(?::\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What of the settings cannot be."""

    path: tuple[str | int, ...]
    """The keys, and the positions in lists, that lead to it."""

    reason: str
    """``shape``, ``attributes``, ``list``, ``key``, ``name``, ``script``, ``handler``, ``style``,
    ``scheme``, ``frame`` or ``no_iframe``."""

    value: str
    """What is written there."""


def widened(settings: object) -> Allowed | Refusal:
    """What a site publishes whose settings add ``settings``; the first of them that cannot be."""
    if settings is None:
        return Allowed()
    if not isinstance(settings, Mapping):
        return Refusal((), "shape", _written(settings))
    refused = next(_refusals(settings), None)
    if refused is not None:
        return refused
    added: Mapping[str, Any] = settings.get("attributes") or {}
    tags = STANDARD_TAGS | set(settings.get("tags") or ())
    attributes = {
        tag: STANDARD_ATTRIBUTES.get(tag, frozenset()) | set(added.get(tag) or ())
        for tag in {*STANDARD_ATTRIBUTES, *added}
    }
    schemes = STANDARD_SCHEMES | set(settings.get("schemes") or ())
    frames = tuple(dict.fromkeys(settings.get("frames") or ()))
    return Allowed(tags, attributes, schemes, frames)


def _refusals(settings: Mapping[Any, Any]) -> Iterator[Refusal]:
    judges = {"tags": _tag, "schemes": _scheme, "frames": _frame}
    for key, value in settings.items():
        if key in judges:
            yield from _in_list(value, (key,), judges[key])
        elif key == "attributes":
            yield from _in_attributes(value)
        else:
            yield Refusal((str(key),), "key", _written(key))
    if settings.get("frames") and "iframe" not in (settings.get("tags") or ()):
        yield Refusal(("frames",), "no_iframe", "iframe")


def _in_attributes(value: object) -> Iterator[Refusal]:
    if value is None:
        return
    if not isinstance(value, Mapping):
        yield Refusal(("attributes",), "attributes", _written(value))
        return
    for tag, names in value.items():
        if tag != ANY and (reason := _tag(tag)):
            yield Refusal(("attributes", str(tag)), reason, _written(tag))
        else:
            yield from _in_list(names, ("attributes", str(tag)), _attribute)


def _in_list(value: object, path: tuple[str, ...], judge: Any) -> Iterator[Refusal]:
    if value is None:
        return
    if not isinstance(value, list):
        yield Refusal(path, "list", _written(value))
        return
    for place, each in enumerate(value):
        if reason := judge(each):
            yield Refusal((*path, place), reason, _written(each))


def _tag(name: object) -> str:
    if isinstance(name, str) and name.lower() in NEVER_TAGS:
        return "style" if name.lower() == "style" else "script"
    return "" if isinstance(name, str) and _TAG.fullmatch(name) else "name"


def _attribute(name: object) -> str:
    if not isinstance(name, str) or not _ATTRIBUTE.fullmatch(name):
        return "name"
    if name.lower().startswith("on"):
        return "handler"
    if name.lower() in NEVER_ATTRIBUTES:
        return "style" if name.lower() == "style" else "script"
    return ""


def _scheme(name: object) -> str:
    if isinstance(name, str) and name.lower().rstrip(":") in _NEVER_SCHEMES:
        return "script"
    return "" if isinstance(name, str) and _WORD.fullmatch(name) else "scheme"


def _frame(origin: object) -> str:
    return "" if isinstance(origin, str) and _ORIGIN.fullmatch(origin) else "frame"


def _written(value: object) -> str:
    return value if isinstance(value, str) else str(value)
