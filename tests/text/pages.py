"""What the tests of text share: a page's links, and what may stand in rendered text."""

from pathlib import Path
from urllib.parse import urlsplit

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from chemins.text.markdown import Target

PAYLOADS: list[str] = yaml.safe_load((Path(__file__).parent / "payloads.yml").read_text("utf-8"))

ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in ("p", "strong", "em", "s", "br", "hr", "blockquote", "ul", "li")},
    **{tag: set() for tag in ("pre", "table", "caption", "thead", "tbody", "tr")},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title", "loading"},
    "ol": {"start"},
    "code": {"class"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "th": {"scope", "class"},
    "td": {"class"},
}
"""Every tag that may come out, with its attributes."""


class Page:
    """Links of a page where every record exists but ``absent``, and every relative address."""

    def reference(self, reference: str) -> Target | None:
        if reference == "absent":
            return None
        return Target("../changements/x/", f"Titre de {reference}")

    def address(self, href: str) -> str | None:
        return None if href == "absent.md" else href.removesuffix(".md")


class Blind:
    """Links of a page that leads nowhere."""

    def reference(self, reference: str) -> Target | None:
        return None

    def address(self, href: str) -> str | None:
        return None


def fragment(html: str) -> LexborNode:
    """``html`` as a browser reads it inside a page."""
    body = LexborHTMLParser(f"<!doctype html><body><main>{html}</main></body>").css_first("main")
    assert body is not None
    return body


def text_of(html: str) -> str:
    return fragment(html).text()


def unexpected(html: str) -> list[str]:
    """What a browser would find in ``html`` that no text may bring."""
    document = LexborHTMLParser(f"<!doctype html><body><main>{html}</main></body>")
    found: list[str] = []
    for node in document.css("*"):
        if node.tag in {"html", "head", "body", "main"}:
            found += [f"{node.tag} {name}" for name in node.attributes]
        elif node.tag not in ALLOWED:
            found.append(f"<{node.tag}>")
        else:
            found += _unexpected_attributes(node)
    if document.css_first("body").child.next is not None:
        found.append("something after the place it was put in")
    return found


def _unexpected_attributes(node: LexborNode) -> list[str]:
    found = [f"{node.tag} {name}" for name in node.attributes if name not in ALLOWED[node.tag]]
    for name in ("href", "src"):
        address = node.attributes.get(name)
        if address is None:
            continue
        allowed = {"", "http", "https", "mailto", "tel"} if name == "href" else {""}
        parts = urlsplit(address)
        if parts.scheme not in allowed or (parts.netloc and not parts.scheme):
            found.append(f"{node.tag} {name}={address}")
        if any(sign.isspace() or not sign.isprintable() or sign == "\\" for sign in address):
            found.append(f"{node.tag} {name}={address!r}")
    return found
