"""The HTML that a page written by hand may hold: what Markdown, its extensions and Material write.

Sources: the HTML standard, for what each element takes; the reference pages of Material for
MkDocs, for what its formats write.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_TEXT = (
    *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i"),
    *("ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong"),
    *("sub", "sup", "time", "u", "var", "wbr"),
)
_BLOCKS = (
    *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"),
    *("hr", "li", "nav", "ol", "p", "pre", "section", "summary", "ul"),
)
_TABLES = ("caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
_MEDIA = ("audio", "img", "picture", "source", "track", "video")
_WIDGETS = ("input", "label", "meter", "progress")
"""Those of tabs and of lists of tasks, which have no script; and two that only show a number."""

_DRAWINGS = (
    *("circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text"),
    "tspan",
)
"""Icons, and plain drawings. No ``title``, ``style`` nor ``foreignObject``: HTML may hide there."""

_SIZE = frozenset({"width", "height"})
_PAINT = frozenset(
    {
        *("class", "fill", "fill-opacity", "fill-rule", "clip-rule", "opacity", "transform"),
        *("stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity"),
        *("stroke-width", "x", "y", "dx", "dy", "text-anchor", "font-size", "font-weight"),
    }
)
_CELL = frozenset({"align", "colspan", "rowspan", "headers", "scope", "style"})
_SOUND = frozenset({"controls", "loop", "muted", "preload", "src"})

ANY = "*"
"""The key of the attributes that every element may have."""

STANDARD_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        ANY: frozenset(
            {
                *("class", "dir", "hidden", "id", "lang", "markdown", "role", "tabindex", "title"),
                "translate",
            }
        ),
        "a": frozenset({"download", "href", "hreflang", "name", "rel", "target", "type"}),
        "audio": _SOUND,
        "blockquote": frozenset({"cite"}),
        "circle": _PAINT | {"cx", "cy", "r"},
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "data": frozenset({"value"}),
        "del": frozenset({"cite", "datetime"}),
        "details": frozenset({"name", "open"}),
        "ellipse": _PAINT | {"cx", "cy", "rx", "ry"},
        "g": _PAINT,
        # Where a site allows frames at all.
        "iframe": _SIZE
        | {"allow", "allowfullscreen", "loading", "referrerpolicy", "sandbox", "src"},
        "img": _SIZE | {"align", "alt", "decoding", "loading", "sizes", "src", "srcset"},
        "input": frozenset({"checked", "disabled", "name"}),
        "ins": frozenset({"cite", "datetime"}),
        "label": frozenset({"for"}),
        "li": frozenset({"value"}),
        "line": _PAINT | {"x1", "x2", "y1", "y2"},
        "meter": frozenset({"high", "low", "max", "min", "optimum", "value"}),
        "ol": frozenset({"reversed", "start", "type"}),
        "path": _PAINT | {"d"},
        "polygon": _PAINT | {"points"},
        "polyline": _PAINT | {"points"},
        "progress": frozenset({"max", "value"}),
        "q": frozenset({"cite"}),
        "rect": _PAINT | _SIZE | {"rx", "ry"},
        "source": _SIZE | {"media", "sizes", "src", "srcset", "type"},
        "svg": _PAINT | _SIZE | {"focusable", "preserveAspectRatio", "viewBox", "xmlns"},
        "td": _CELL,
        "text": _PAINT,
        "th": _CELL | {"abbr"},
        "time": frozenset({"datetime"}),
        "track": frozenset({"default", "kind", "label", "src", "srclang"}),
        "tspan": _PAINT,
        "video": _SOUND | _SIZE | {"playsinline", "poster"},
    }
)
"""Element → the attributes that it may have. Of ``style``, a cell's alignment is kept."""

STANDARD_TAGS = frozenset({*_TEXT, *_BLOCKS, *_TABLES, *_MEDIA, *_WIDGETS, *_DRAWINGS})
"""The elements."""

NEVER_TAGS = frozenset(
    {
        *("animate", "animatemotion", "animatetransform", "applet", "base", "body", "discard"),
        *("embed", "foreignobject", "frame", "frameset", "handler", "head", "html", "link"),
        *("listener", "math", "meta", "noembed", "noframes", "noscript", "object", "plaintext"),
        *("portal", "script", "set", "style", "template", "title", "use", "xmp"),
    }
)
"""What runs something, loads it, moves the whole page, or hides other elements from a cleaner."""

NEVER_ATTRIBUTES = frozenset({"formaction", "http-equiv", "ping", "srcdoc", "style", "xlink:href"})
"""What holds a page of its own, sends a click elsewhere, or sets the look from within a text."""

STANDARD_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What an address may begin with; one of the site itself begins with none of them."""

PREFIXES = ("aria-", "data-")
"""What the name of an attribute of any element may begin with."""

INPUTS = frozenset({"checkbox", "radio"})
"""The sorts of ``input`` that Markdown writes: boxes of tasks, choices of tabs."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a site publishes of the HTML of its pages written by hand."""

    tags: Collection[str] = STANDARD_TAGS
    """The elements, in lower case."""

    attributes: Mapping[str, frozenset[str]] = field(default_factory=lambda: STANDARD_ATTRIBUTES)
    """Element → its attributes; ``ANY`` for those of every element."""

    schemes: Collection[str] = STANDARD_SCHEMES
    """What an address may begin with."""

    frames: tuple[str, ...] = ()
    """The other sites that a frame may show: origins, such as ``https://carte.exemple.fr``."""

    @property
    def has_frames(self) -> bool:
        """Whether a page may show another in a frame."""
        return "iframe" in self.tags
