"""A page as a browser has it, and what no text may have brought there."""

import re
import unicodedata
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from selectolax.lexbor import LexborHTMLParser
from tests.doing import DOING
from tests.helpers import DEMO, edition, pages_of
from tests.pages.filled import SCHEMES, filled, marks, of_texts

from chemins.addresses import Addresses
from chemins.content_paths import ContentPaths
from chemins.edition import edition_of
from chemins.locales import load
from chemins.pages.build import site_of
from chemins.pages.context import Context
from chemins.pages.whole import whole
from chemins.records import KINDS, Record
from chemins.strategy import strategy_of

_ADDRESSES = (
    *("href", "src", "action", "data", "srcset", "poster", "xlink:href", "formaction", "ping"),
    *("background", "cite", "longdesc", "manifest", "usemap", "profile"),
)
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
_BLANKS = re.compile(r"[\s\u00a0\u202f]+")


class Dom:
    """A page's body, parsed."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.tree = LexborHTMLParser(f"<!doctype html><body><main>{html}</main></body>")

    @cached_property
    def text(self) -> str:
        """What a reader finds in it."""
        main = self.tree.css_first("main")
        return main.text() if main else ""

    @property
    def strangers(self) -> list[str]:
        """Tags, attributes and addresses that no template wrote, and marks that do not balance."""
        found = [f"<{tag} {name}>" for tag, name in sorted(marks(self.html) - written())]
        found += [f"{name}={value}" for name, value in self.addresses if not is_safe(value)]
        body = self.tree.css_first("body")
        if body is None or body.child is None or body.child.next is not None:
            found.append("something after the place it was put in")
        return found + unbalanced(self.html) + self.twice

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """What a browser would follow or fetch."""
        return [
            (name, value)
            for node in self.tree.css("main *")
            for name in _ADDRESSES
            if (value := node.attributes.get(name)) is not None
        ]

    @property
    def twice(self) -> list[str]:
        """Identifiers that two elements have."""
        seen: set[str] = set()
        names = [str(node.id) for node in self.tree.css("main [id]")]
        return [f"id={name} twice" for name in names if name in seen or seen.add(name)]


def is_safe(address: str) -> bool:
    """Whether ``address`` leads within the site or openly elsewhere, in one of four ways."""
    bare = address.split("/")[0].split("?")[0].split("#")[0]
    if address.startswith(("//", "\\", "/\\")) or any(ord(c) < 33 for c in address):
        return False
    return ":" not in bare or address.lower().startswith(SCHEMES)


RARE = {("tspan", "class")}
"""What templates write too, in no page of the demonstration: the words under a vast pathway."""


@cache
def written() -> frozenset[tuple[str, str]]:
    """Each tag with each of its attributes that templates write, or that a text may become."""
    records = [
        filled(kind, "parole", name)
        for kind in KINDS
        for name in (("un", "deux") if kind.folder else (kind.kind,))
    ]
    found = of_texts() | RARE
    with TemporaryDirectory() as folder:
        doing = edition(Path(folder), DOING)
    told = [*pages_of(doing)[1].values(), *pages_of(edition_of(DEMO, KINDS))[1].values()]
    for html in [*_pages_of(records), *told]:
        found |= marks(html)
    return frozenset(found)


def _pages_of(records: list[Record]) -> list[str]:
    strategy = strategy_of(records, KINDS, load("fr"))
    addresses = Addresses(strategy.locale)
    paths = ContentPaths(strategy.records, (), KINDS, addresses)
    context = Context(strategy, addresses, paths)
    return [str(whole(context, page.draw())) for page in site_of(context).pages]


def squeezed(text: str) -> str:
    """``text`` without what typography changes: blanks, and which apostrophe."""
    return _BLANKS.sub("", unicodedata.normalize("NFC", text).replace("’", "'"))


class _Balance(HTMLParser):
    """A stricter reader than any browser: each tag ends, in order, and says nothing twice."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            self.found.append(f"<{tag}> says an attribute twice")
        if tag not in _VOID:
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            self.found.append(f"</{tag}> ends nothing")

    def handle_comment(self, data: str) -> None:
        self.found.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.found.append("an instruction")

    def unknown_decl(self, data: str) -> None:
        self.found.append("an unknown declaration")


def unbalanced(html: str) -> list[str]:
    """Where the marks of ``html`` do not fit one another."""
    reader = _Balance()
    reader.feed(html)
    reader.close()
    return reader.found + [f"<{tag}> does not end" for tag in reader.opened]
