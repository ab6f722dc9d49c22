"""A built page, reduced to what it names, what it links to and what it loads."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from chemins.gates.stylesheet import css_links

LOADING_RELS = frozenset(
    (
        *("stylesheet", "manifest", "icon", "mask-icon"),
        *("apple-touch-icon", "apple-touch-icon-precomposed"),
        *("preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"),
    )
)
"""The ``rel`` of a ``link`` that a browser follows by itself."""

_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:,|\s[^,]*|\Z)")
_REFRESH = re.compile(r"""[\s\d.]*[;,]?\s*(?:url\s*=)?\s*(?:"([^"]*)|'([^']*)|(\S*))""", re.I)

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Document:
    """What the gates ask of a page. Addresses are as written, each once, in reading order."""

    ids: frozenset[str]
    """What a fragment can lead to."""

    links: tuple[str, ...]
    """Where a reader may go."""

    loads: tuple[str, ...]
    """What a browser fetches by itself, or sends to: images, scripts, styles, frames, forms."""

    base: str = ""
    """The address that the others are relative to; empty: the page's own."""


@dataclass(slots=True)
class _Found:
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    base: str = ""


def read_document(html: str | bytes) -> Document:
    """Read ``html`` as a browser without JavaScript would: ``noscript`` counts, ``template`` not.

    Never fails: what is no HTML has nothing in it. Bytes are UTF-8.
    """
    found = _Found()
    root = LexborHTMLParser(html).root
    for node in root.traverse() if root else ():
        attributes = node.attributes
        for name in attributes:
            if name in _READ and (value := attributes[name]):
                _note(found, node.tag or "", name, value, attributes)
        if node.tag == "style":
            found.loads += css_links(node.text())
    return Document(
        ids=frozenset(found.ids),
        links=tuple(dict.fromkeys(found.links)),
        loads=tuple(dict.fromkeys(found.loads)),
        base=found.base,
    )


def srcset_links(srcset: str) -> Iterator[str]:
    """The addresses among the candidates of a ``srcset``, without their descriptors."""
    return (candidate[1] for candidate in _CANDIDATE.finditer(srcset))


def refresh_link(content: str) -> str:
    """Where the ``content`` of a ``meta http-equiv=refresh`` leads; empty: the page itself."""
    match = _REFRESH.match(content)
    return next(filter(None, match.groups()), "") if match else ""


def _note(found: _Found, tag: str, name: str, value: str, attributes: Attributes) -> None:
    if name == "id" or (name == "name" and tag == "a"):
        found.ids.append(value)
    elif name in ("href", "xlink:href"):
        _note_href(found, tag, value, attributes)
    elif (tags := _LOADED.get(name)) is not None:
        if tag in tags or not tags:
            found.loads.append(value)
    elif listed := _LISTED.get(name):
        found.loads += listed(value)
    elif name == "srcdoc":
        within = read_document(value)
        found.links += within.links
        found.loads += within.loads
    elif tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        found.loads += filter(None, [refresh_link(value)])


def _note_href(found: _Found, tag: str, value: str, attributes: Attributes) -> None:
    if tag == "base":
        found.base = found.base or value
    elif tag in ("a", "area") or (tag == "link" and not _loads_by_rel(attributes)):
        found.links.append(value)
    else:
        found.loads.append(value)


def _loads_by_rel(attributes: Attributes) -> bool:
    return not LOADING_RELS.isdisjoint((attributes.get("rel") or "").lower().split())


_PAINTS = ("fill", "stroke", "filter", "mask", "clip-path", "cursor")
_MARKERS = ("marker-start", "marker-mid", "marker-end")
_LOADED: Mapping[str, tuple[str, ...]] = {
    "src": (),
    "poster": (),
    "background": (),
    "formaction": (),
    "data": ("object",),
    "action": ("form",),
}
"""Attributes that hold one address to load, and the elements on which they do; none: on any."""

_LISTED: Mapping[str, Callable[[str], Iterable[str]]] = {
    "srcset": srcset_links,
    "imagesrcset": srcset_links,
    "ping": str.split,
    **dict.fromkeys(("style", *_PAINTS, *_MARKERS), css_links),
}
"""Attributes that may hold several, and what takes them out."""

_READ = frozenset({"id", "name", "href", "xlink:href", "srcdoc", "content", *_LOADED, *_LISTED})
