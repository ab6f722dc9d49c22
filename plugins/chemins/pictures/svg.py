"""A drawing (SVG) is a program as much as a picture: what of one may not be published, and where.

Read by expat, which stops at the first thing that is refused: nothing is expanded, nothing is
fetched, and no tree is built.
"""

import re
from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

What = Literal["form", "doctype", "script", "handler", "foreign", "outside"]

_ELEMENTS: dict[str, What] = {
    "script": "script",
    "handler": "script",
    "listener": "script",
    "foreignobject": "foreign",
    "iframe": "foreign",
    "object": "foreign",
    "embed": "foreign",
    "audio": "foreign",
    "video": "foreign",
}
"""Elements that may not be there, whatever namespace they claim."""

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"

_LINKS = frozenset({"action", "formaction", "data", "from", "to", "values", "by"})
"""Attributes that may name something to open, besides ``href``: those of animations among them."""

_ANIMATED = re.compile(r"^(?:xlink:)?href$|^on", re.IGNORECASE)
_LOCAL = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g|gif|webp)[;,]|$)", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)

_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_CSS_COMMENT = re.compile(r"/\*(?:.*?\*/|.*)", re.DOTALL)
_CSS_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
_CSS_FETCHES = re.compile(
    r"@import|(?:image-set|cross-fade|image|src)\s*\(|expression\s*\(|javascript:|-moz-binding",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Danger:
    """The first thing in a drawing for which it is not published."""

    what: What
    """``form``: it is no drawing at all."""

    value: str
    """As it is written; empty where there is nothing to name."""

    line: int
    """From 1."""

    column: int
    """From 1."""


class _FoundError(Exception):
    def __init__(self, what: What, value: str) -> None:
        super().__init__(what)
        self.what, self.value = what, value


def danger_in(data: bytes) -> Danger | None:
    """The first script, handler, foreign object, outside reference or entity of a drawing."""
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(parser)
    parser.StartElementHandler = reader.element
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ProcessingInstructionHandler = reader.instruction
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = reader.doctype
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except _FoundError as found:
        line, column = _doctype_in(data) if found.what == "doctype" else reader.at
        return Danger(found.what, found.value, line, column + 1)
    except expat.ExpatError as error:
        return Danger("form", "", error.lineno, error.offset + 1)
    except (LookupError, ValueError):
        # An encoding that nobody knows.
        return Danger("form", "", 1, 1)
    return None


def _doctype_in(data: bytes) -> tuple[int, int]:
    """The line and the column, from 0, of the declaration that expat tells once it has read it."""
    before, _, _ = data.partition(b"<!DOCTYPE")
    return before.count(b"\n") + 1, len(before) - before.rfind(b"\n") - 1


class _Reader:
    """What expat calls; it keeps where it is, and nothing of what it reads but styles."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.at = (1, 0)
        self.depth = 0
        self.style: list[str] = []
        self.style_depth = 0

    def element(self, name: str, attributes: dict[str, str]) -> None:
        self._stand()
        namespace, _, local = name.rpartition(" ")
        if not self.depth and (local != "svg" or namespace not in (_SVG, "")):
            raise _FoundError("form", "")
        self.depth += 1
        if what := _ELEMENTS.get(local.lower()):
            raise _FoundError(what, local)
        if namespace == _XHTML:
            raise _FoundError("foreign", local)
        if local.lower() == "style" and not self.style_depth:
            self.style_depth = self.depth
        for key, value in attributes.items():
            _attribute(key.rpartition(" ")[2], value)

    def end(self, _name: str) -> None:
        if self.depth == self.style_depth:
            _css("".join(self.style))
            self.style, self.style_depth = [], 0
        self.depth -= 1

    def text(self, data: str) -> None:
        if self.style_depth:
            self.style.append(data)

    def instruction(self, target: str, _data: str) -> None:
        self._stand()
        if target.lower() == "xml-stylesheet":
            raise _FoundError("outside", target)

    def doctype(self, name: str, *_: object) -> None:
        self._stand()
        raise _FoundError("doctype", name)

    def _stand(self) -> None:
        """Notes where the parser is: once something is refused, it has gone on."""
        self.at = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)


def _attribute(name: str, value: str) -> None:
    lower = name.lower()
    if lower.startswith("on"):
        raise _FoundError("handler", name)
    if lower == "attributename" and _ANIMATED.match(value.strip()):
        raise _FoundError("handler", value)
    if lower == "base" or (lower in ("href", "src") and not _LOCAL.match(value)):
        raise _FoundError("outside", value)
    if lower in _LINKS and any(
        _SCHEME.match(each.strip()) and not _LOCAL.match(each) for each in value.split(";")
    ):
        raise _FoundError("outside", value)
    if "(" in value or "@" in value or "\\" in value:
        _css(value)


def _css(text: str) -> None:
    """Refuses what of a style sheet, or of a value, would fetch something or run."""
    plain = _CSS_ESCAPE.sub(_unescaped, text)
    # What looks like a comment may stand in a string, and hide nothing.
    for each in (plain, _CSS_COMMENT.sub("", plain)):
        if found := _CSS_FETCHES.search(each):
            raise _FoundError("outside", found[0])
        for url in _CSS_URL.findall(each):
            if not _LOCAL.match(url):
                raise _FoundError("outside", url)


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF else ""
