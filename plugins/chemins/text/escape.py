"""One escape function a context: the only ones in the product.

Each takes any text, refuses none, and gives what stands at one kind of place: the docstring
names the place. Text escaped for one context is not safe in another.
"""

import html as html_library
import json
import re
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

import markupsafe
from markupsafe import Markup
from slugify import slugify

_XML_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_SCRIPT_UNSAFE = re.compile(r"[<>&\u2028\u2029\uD800-\uDFFF]")

_YAML_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile(r"[\uD800-\uDFFF]")

_CSV_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_CSV_QUOTED = re.compile(r"[\",;\t\r\n]|^\s|\s$")

_BLANKS = re.compile(r"[ \t-\r\x1c-\x1e\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\uD800-\uDFFF\ufeff\ufffe\uffff]")

_MARKDOWN_SPECIAL = re.compile(
    r"""[\\`*_{}\[\]<>&|~^=+#$"]"""
    r"|^[-:!.()?/]|^\d+[.)]"  # what opens a block, at the front
    r"|^\s|\s$"  # what is trimmed, such as a no-break space
    r"|(?<=-)-|-(?=-)|(?<=!)!|!(?=!)"
    r"|(?<!\s):|:(?!\s)"
)

_MERMAID_SPECIAL = re.compile(
    r"""[\\`*_{}\[\]<>&|~^#;"$%@]"""
    r"|^[-+=]"
    r"|^\d+[.)]"
    r"|(?<=[:/])/|:(?=//)|:(?=fa-)|(?<=www)\."
    r"|s(?=tyle)|c(?=lassDef)|(?<=-)-|-(?=-)",
    re.IGNORECASE,
)

_MERMAID_PLACEHOLDERS = {"ﬂ": "fl", "¶ß": "¶\u2060ß"}
"""Mermaid's own stand-ins for ``&`` and ``;``: it would turn them back at the end."""

_RESERVED_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "conin", "conout"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
_NAME_LENGTH = 100


def html(text: str) -> Markup:
    """``text`` between HTML tags. What is already ``Markup`` passes as it is."""
    return markupsafe.escape(text)


def attribute(text: str) -> Markup:
    """``text`` between the quotes of an HTML or XML attribute, single or double.

    The quotes around are the caller's. ``Markup`` is escaped too: tags mean nothing here.
    """
    escaped = markupsafe.escape(str(text))
    if text.isprintable():
        return escaped
    # A parser turns bare line ends and tabs in an attribute into something else.
    plain = _XML_FORBIDDEN.sub("", str(escaped))
    return Markup(plain.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;"))


def url(text: str) -> str:
    """``text`` as the path of an ``href``: percent-encoded, its ``/`` kept, any other sign data.

    Never a scheme, a query, a fragment or another host, whatever the text.
    """
    path = quote(text, safe="/", errors="replace")
    return f"/%2F{path[2:]}" if path.startswith("//") else path


def safe_url(text: str) -> str | None:
    """``text`` unchanged when it may be an ``href``; none when it may not.

    Allowed: http, https, mailto, tel, and addresses relative to the site. Refused: every other
    scheme, however spelled (entities, control and invisible characters, blanks, backslashes),
    addresses that borrow the page's scheme (``//host``), and hosts behind a user name.
    The answer is an address, not HTML: it still goes through ``attribute``.
    """
    if not text or " " in text or "\\" in text or not text.isprintable():
        return None
    head = _before_path(text)
    if "&" in text and _before_path(html_library.unescape(text)) != head:
        return None
    if ":" not in head:
        return None if text.startswith("//") else text
    scheme = _SCHEME.match(head)
    if scheme is None or scheme[1].lower() not in _SAFE_SCHEMES:
        return None
    if scheme[1].lower() in {"http", "https"} and not _has_plain_host(text):
        return None
    return text


def _before_path(address: str) -> str:
    return re.split(r"[/?#]", address, maxsplit=1)[0]


def _has_plain_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc


def markdown(text: str) -> str:
    """``text`` within a line of Markdown, its front included, shown as it is written.

    For CommonMark and for Python-Markdown, the marks of the usual extensions included. Line ends
    become spaces, so that the text cannot leave the heading, item or cell it stands in. Not for
    code, where entities are not read.
    """
    line = _CONTROLS.sub("", _BLANKS.sub(" ", text)).strip(" ")
    return _MARKDOWN_SPECIAL.sub(lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", line)


@lru_cache(maxsize=8192)
def mermaid(text: str) -> str:
    """``text`` between the double quotes of a Mermaid label: ``n1["…"]``, ``-->|"…"|``.

    The quotes are the caller's. Written as Mermaid's own ``#35;`` entities: what would close the
    label, open a comment or a directive, or be read as Markdown, HTML, an icon, a formula or an
    address within it; and the words that make Mermaid drop the last ``;`` of a line (``style``,
    ``classDef``). Line ends become spaces. Never empty: Mermaid reads no empty label.
    """
    line = _CONTROLS.sub("", _BLANKS.sub(" ", text)).strip()
    for placeholder, harmless in _MERMAID_PLACEHOLDERS.items():
        line = line.replace(placeholder, harmless)
    return _MERMAID_SPECIAL.sub(_mermaid_entity, line) or "#8203;"


def _mermaid_entity(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}#{ord(found[0][-1])};"


def svg(text: str) -> Markup:
    """``text`` between the tags of an SVG or other XML file, without what XML 1.0 forbids.

    What is already ``Markup`` keeps its tags.
    """
    escaped = markupsafe.escape(text)
    if text.isprintable():
        return escaped
    return Markup(_XML_FORBIDDEN.sub("", str(escaped)).replace("\r", "&#13;"))


def json_script(value: Any) -> Markup:
    """``value`` as JSON inside a ``<script>`` element.

    Raises ``TypeError`` for what JSON cannot say, ``ValueError`` for NaN and infinities.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Markup(_SCRIPT_UNSAFE.sub(_unicode_escape, text))


def yaml(text: str) -> str:
    """``text`` as a YAML scalar on one line, its double quotes included."""
    quoted = json.dumps(_SURROGATE.sub("\ufffd", text), ensure_ascii=False)
    return _YAML_UNPRINTABLE.sub(_unicode_escape, quoted)


def _unicode_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def csv(text: str) -> str:
    """``text`` as one cell of a CSV file, whether its separator is a comma or a semicolon.

    An apostrophe goes before what a spreadsheet would run as a formula.
    """
    cell = _SURROGATE.sub("\ufffd", f"'{text}" if _CSV_FORMULA.match(text) else text)
    if _CSV_QUOTED.search(cell) is None:
        return cell
    return '"' + cell.replace('"', '""') + '"'


def file_name(text: str) -> str:
    """``text`` as the name of a file, without extension: lower-case ASCII letters, digits, dashes.

    Never empty, never a path, at most 100 characters, never a name that Windows keeps for itself.
    """
    name: str = slugify(text, max_length=_NAME_LENGTH, word_boundary=True)
    if not name or name in _RESERVED_NAMES:
        return f"x-{name}".rstrip("-")
    return name
