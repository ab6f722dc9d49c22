"""HTML → the same without what a site does not publish, and what that was."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from chemins.cleaning.allowed import ANY, INPUTS, NEVER_ATTRIBUTES, NEVER_TAGS, PREFIXES, Allowed

MOST_DEEP = 200
"""How many elements may hold one another: cleaning and searching deeper ones takes minutes."""

DEEP = "deep"
"""The sort of a page that is deeper, and of which the text alone is published."""

_EMPTIED = frozenset(
    {
        *("applet", "embed", "iframe", "noembed", "noframes", "noscript", "object", "script"),
        *("select", "style", "template", "textarea", "title", "xmp"),
    }
)
"""The elements that go with all that is in them; of others, the text stays."""

_ADDRESSES = frozenset(
    {"action", "background", "cite", "data", "href", "longdesc", "poster", "src", "usemap"}
)
_BLANK = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_BEYOND = re.compile(r"[a-z][a-z0-9+.\-]*:|[/\\]{2}|.*\\", re.IGNORECASE)
_ORIGIN = re.compile(r"https://[^/?#\\@]+(?=[/?#]|\Z)", re.IGNORECASE)
_ALIGNED = re.compile(r"\s*text-align\s*:\s*(left|right|center|justify)\s*;?\s*", re.IGNORECASE)
_CELL_STYLE = re.compile(r'(<t[dh]\b[^<>]*?) style="([^"<>]*)"')
_RESERVED = re.compile(r"__(?!.*\d\Z)|__(?:palette|nav|toc)_", re.DOTALL)
"""The names that Material and our frame find their own elements by; those that Markdown makes for
tabs and lines of code end with a number."""

_RESERVED_DATA = "data-md-"
_NAMING = frozenset({"id", "name", "for"})
_FRAME = frozenset({"html", "head", "body"})
_FORM = frozenset({"button", "fieldset", "form", "input", "option", "select", "textarea"})
_GUESTS = frozenset({"applet", "embed", "frame", "iframe", "object"})


@dataclass(frozen=True, slots=True)
class Dropped:
    """One thing that is not published."""

    sort: str
    """Which: ``tag``, ``barred`` (that no site may allow), ``unknown`` (no element of HTML),
    ``script``, ``form``, ``frame``, ``style``, ``handler``, ``attribute``, ``banned`` (one that
    no site may allow), ``address``, ``name`` or ``DEEP``."""

    tag: str
    """The element, or the one that had it."""

    attribute: str = ""
    """The attribute; empty when the element itself is meant."""

    value: str = ""
    """What the attribute held."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The answer of a cleaner."""

    html: str
    """What may be published."""

    dropped: tuple[Dropped, ...]
    """What may not, in reading order."""


class Cleaner:
    """Cleans the HTML of pages as one site allows."""

    def __init__(self, allowed: Allowed) -> None:
        """Takes what the site allows."""
        self._allowed = allowed
        self._tags = frozenset(map(str.lower, allowed.tags))
        self._attributes = {
            tag: frozenset(map(str.lower, names)) for tag, names in allowed.attributes.items()
        }
        # Unless a site says so, an ``input`` is a box of a list of tasks or the choice of a tab.
        self._has_fields = self._may_have("input", "type")
        self._nh3 = nh3.Cleaner(
            tags=set(allowed.tags),
            clean_content_tags=set(_EMPTIED - self._tags),
            # nh3 takes no attribute of an element that goes with all that is in it.
            attributes={
                tag: set(names)
                for tag, names in allowed.attributes.items()
                if tag == ANY or tag in self._tags
            },
            attribute_filter=self._kept,
            tag_attribute_values=None if self._has_fields else {"input": {"type": set(INPUTS)}},
            generic_attribute_prefixes=set(PREFIXES),
            filter_style_properties={"text-align"},
            url_schemes=set(allowed.schemes),
            link_rel=None,
        )

    def clean(self, html: str) -> Cleaned:
        """``html``, a fragment of a page, without what the site does not publish.

        What is dropped is found by reading ``html``; what is published is what nh3 lets through,
        whatever that reading found. Comments go without a word.
        """
        page = LexborHTMLParser(html)
        dropped = tuple(self._dropped(page))
        if dropped and dropped[-1].sort == DEEP:
            text = page.body.text(separator=" ") if page.body else ""
            return Cleaned(f"<p>{nh3.clean_text(text)}</p>", dropped)
        whole = [node for node in page.css("input, iframe") if self._goes_whole(node)]
        if whole and page.body:
            # Without the value that is refused, a field for text or an empty frame would be left.
            for node in whole:
                node.decompose()
            html = page.body.inner_html or ""
        return Cleaned(_CELL_STYLE.sub(_aligned, self._nh3.clean(html)), dropped)

    def _dropped(self, page: LexborHTMLParser) -> Iterator[Dropped]:
        waiting = [(page.root, 0)] if page.root else []
        while waiting:
            node, depth = waiting.pop()
            if depth > MOST_DEEP:
                yield Dropped(DEEP, node.tag or "")
                return
            tag = (node.tag or "").lower()
            if tag in self._tags and not self._goes_whole(node):
                yield from self._refused(tag, node.attributes)
            elif tag[:1].isalpha() and (tag not in _FRAME or node.attributes):
                yield Dropped(_sort_of_tag(tag), tag, value=node.attributes.get("src") or "")
                if tag in _EMPTIED:
                    continue
            waiting += reversed([(child, depth + 1) for child in node.iter()])

    def _goes_whole(self, node: LexborNode) -> bool:
        """Whether ``node`` is a field that Markdown never writes, or shows another site."""
        if node.tag == "input":
            return not self._has_fields and _type(node) not in INPUTS
        if node.tag != "iframe":
            return False
        address = _BLANK.sub("", node.attributes.get("src") or "")
        if not _BEYOND.match(address):
            return False
        origin = _ORIGIN.match(address)
        return origin is None or origin[0].lower() not in self._allowed.frames

    def _refused(self, tag: str, attributes: Mapping[str, str | None]) -> Iterator[Dropped]:
        for name, value in attributes.items():
            if sort := self._refusal(tag, name.lower(), value or ""):
                yield Dropped(sort, tag, name.lower(), value or "")

    def _refusal(self, tag: str, name: str, value: str) -> str:
        """The sort of thing that the attribute is, when it is not published; empty when it is."""
        if name.startswith("on"):
            return "handler"
        if name == "style":
            fits = tag in ("td", "th") and _ALIGNED.fullmatch(value)
            return "" if fits else "style"
        if tag == "input" and name == "type" and not self._has_fields:
            return ""
        if not self._may_have(tag, name):
            return "banned" if name in NEVER_ATTRIBUTES else "attribute"
        if name in _NAMING and _RESERVED.match(value):
            return "name"
        return "address" if name in _ADDRESSES and self._leads_astray(value) else ""

    def _kept(self, _: str, name: str, value: str) -> str | None:
        """``value``, when the attribute ``name`` may have it: what nh3 asks of each it lets in."""
        if name.startswith(_RESERVED_DATA) or (name in _NAMING and _RESERVED.match(value)):
            return None
        return None if name in _ADDRESSES and self._leads_astray(value) else value

    def _leads_astray(self, address: str) -> bool:
        found = _SCHEME.match(_BLANK.sub("", address))
        return found is not None and found[1].lower() not in self._allowed.schemes

    def _may_have(self, tag: str, name: str) -> bool:
        if name.startswith(PREFIXES):
            return not name.startswith(_RESERVED_DATA)
        return any(name in self._attributes.get(key, ()) for key in (tag, ANY))


def _type(field: LexborNode) -> str:
    return (field.attributes.get("type") or "").lower()


def _aligned(cell: re.Match[str]) -> str:
    """The cell with its alignment as data: the site's policy lets no style stand in a page."""
    found = _ALIGNED.fullmatch(cell[2])
    return f'{cell[1]} data-align="{found[1].lower()}"' if found else cell[1]


def _sort_of_tag(tag: str) -> str:
    if tag in ("script", "style"):
        return tag
    if tag in _FORM:
        return "form"
    if tag in _GUESTS:
        return "frame"
    if tag in NEVER_TAGS:
        return "barred"
    return "tag" if tag in _FURTHER else "unknown"


_FURTHER = frozenset(
    {
        *("acronym", "area", "basefont", "bgsound", "big", "blink", "canvas", "center", "datalist"),
        *("defs", "desc", "dialog", "dir", "filter", "font", "iframe", "image", "keygen"),
        *("legend", "main", "map", "marquee", "mask", "menu", "nobr", "optgroup", "output"),
        *("param", "pattern", "rb", "rtc", "search", "slot", "strike", "symbol", "tt"),
    }
)
"""Elements that a site may still allow: what is neither here nor there was meant as text."""
