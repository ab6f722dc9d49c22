"""A built page, reduced to what it names, what it links to and what it loads."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from chemins.gates.stylesheet import css_links
from chemins.policy import HEADER

LOADING_RELS = frozenset(
    (
        *("stylesheet", "manifest", "icon", "mask-icon"),
        *("apple-touch-icon", "apple-touch-icon-precomposed"),
        *("preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"),
    )
)
"""The ``rel`` of a ``link`` that a browser follows by itself."""

_MARK = b"\xef\xbb\xbf"
"""A byte order mark, which browsers drop and which our parser takes for text."""

_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:,|\s[^,]*|\Z)")
_REFRESH = re.compile(r"""[\s\d.]*[;,]?\s*(?:url\s*=)?\s*(?:"([^"]*)|'([^']*)|(\S*))""", re.I)

_RAW = frozenset({"script", "style"})
_RUN = re.compile(
    r"(?:|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma|j|live)script"
    r"(?:1\.\d)?)(?:\s*;.*)?",
    re.IGNORECASE,
)
"""The types of ``script`` that a browser runs, or obeys; any other holds data."""

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

    policy: str = ""
    """The policy that comes first in its head; empty: something else does."""

    scripts: tuple[str, ...] = ()
    """What stands in its ``script`` elements, where a browser would run it."""

    handlers: tuple[str, ...] = ()
    """The attributes that run something at an event: ``onclick``."""

    styles: tuple[str, ...] = ()
    """What stands in its ``style`` elements and attributes."""

    frames: tuple[str, ...] = ()
    """Those of its loads that are pages shown within it."""


@dataclass(slots=True)
class _Found:
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    base: str = ""


def read_document(html: str | bytes) -> Document:
    """Read ``html`` as a browser without JavaScript would: ``noscript`` counts, ``template`` not.

    Never fails: what is no HTML has nothing in it. Bytes are UTF-8.
    """
    found = _Found()
    bare = html.removeprefix("\ufeff") if isinstance(html, str) else html.removeprefix(_MARK)
    page = LexborHTMLParser(bare)
    root = page.root
    for node in root.traverse() if root else ():
        attributes = node.attributes
        for name in attributes:
            if name in _READ:
                if value := attributes[name]:
                    _note(found, node.tag or "", name, value, attributes)
            elif name[0] == "o" and name.startswith("on"):
                found.handlers.append(name)
        if node.tag in _RAW:
            _note_text(found, node, attributes)
    return Document(
        ids=frozenset(found.ids),
        links=tuple(dict.fromkeys(found.links)),
        loads=tuple(dict.fromkeys(found.loads)),
        base=found.base,
        policy=_policy(page.head),
        scripts=tuple(dict.fromkeys(found.scripts)),
        handlers=tuple(dict.fromkeys(found.handlers)),
        styles=tuple(dict.fromkeys(found.styles)),
        frames=tuple(found.frames),
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
            if tag == "iframe":
                found.frames.append(value)
    elif listed := _LISTED.get(name):
        found.loads += listed(value)
        if name == "style":
            found.styles.append(value)
    elif name == "srcdoc":
        within = read_document(value)
        found.links += within.links
        found.loads += within.loads
        found.scripts += within.scripts
        found.handlers += within.handlers
    elif tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        found.loads += filter(None, [refresh_link(value)])


def _note_text(found: _Found, node: LexborNode, attributes: Attributes) -> None:
    """Notes what stands in a ``style`` or a ``script``; data of a page are no script."""
    text = node.text()
    if node.tag == "style":
        found.styles.append(text)
        found.loads += css_links(text)
    elif "src" not in attributes and _RUN.fullmatch((attributes.get("type") or "").strip()):
        found.scripts.append(text)


def _policy(head: LexborNode | None) -> str:
    first = next(head.iter(), None) if head else None
    if first is None or first.tag != "meta":
        return ""
    attributes = first.attributes
    named = (attributes.get("http-equiv") or "").lower() == HEADER.lower()
    return (attributes.get("content") or "") if named else ""


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
