"""What the tests of cleaning share: a fragment as a tree to compare, and what may stand in one."""

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from chemins.cleaning.allowed import (
    ANY,
    STANDARD_ATTRIBUTES,
    STANDARD_SCHEMES,
    STANDARD_TAGS,
)

Tree = tuple[Any, ...]


def fragment(html: str) -> LexborNode:
    """``html`` as a browser reads it inside a page."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}</body>").body
    assert body is not None
    return body


def tree_of(html: str) -> Tree:
    """``html`` as nested tuples, without comments; an alignment is the same said either way."""
    return tuple(_nodes(fragment(html)))


def _nodes(node: LexborNode) -> Iterator[Any]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content
        elif not (child.tag or "").startswith("-"):
            yield (child.tag, _attributes(child), tuple(_nodes(child)))


def _attributes(node: LexborNode) -> tuple[tuple[str, str], ...]:
    attributes = {name: value or "" for name, value in node.attributes.items()}
    if node.tag in ("td", "th") and "style" in attributes:
        name, _, value = attributes.pop("style").rstrip(";").partition(":")
        assert name == "text-align"
        attributes["data-align"] = value.strip()
    return tuple(sorted(attributes.items()))


def beyond(html: str) -> list[str]:
    """What of ``html`` is outside the list: elements, attributes, addresses."""
    found = []
    for node in fragment(html).traverse():
        tag = node.tag or ""
        if tag in ("body", "-text"):
            continue
        if tag not in STANDARD_TAGS:
            found.append(f"<{tag}>")
        for name, value in node.attributes.items():
            if not _may_have(tag, name, value or ""):
                found.append(f"<{tag} {name}={value!r}>")
            if name in ("href", "src", "poster", "cite") and _scheme(value or ""):
                found.append(f"<{tag} {name}={value!r}>")
    return found


def _may_have(tag: str, name: str, value: str) -> bool:
    if (tag, name) == ("input", "type"):
        return value.lower() in ("checkbox", "radio")
    if name.startswith(("aria-", "data-")):
        return not name.startswith("data-md-")
    return name in STANDARD_ATTRIBUTES.get(tag, ()) or name in STANDARD_ATTRIBUTES[ANY]


def _scheme(address: str) -> str:
    """The scheme of ``address`` as browsers read it, when it is not one of the list."""
    bare = address.lstrip("".join(map(chr, range(0x21)))).translate(dict.fromkeys(b"\t\n\r"))
    scheme, colon, _ = bare.partition(":")
    plain = bool(colon) and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()
    return scheme if plain and scheme.lower() not in STANDARD_SCHEMES else ""
