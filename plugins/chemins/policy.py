"""The Content-Security-Policy of a page: what a browser may run, load and send from it.

It is written at build in each page, so that it holds on any host. Source: W3C, "Content Security
Policy Level 3". A ``meta`` element cannot say ``frame-ancestors``, ``report-uri`` nor ``sandbox``.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from markupsafe import Markup

SELF = "'self'"
INLINE = "'unsafe-inline'"
EVAL = "'unsafe-eval'"

HEADER = "Content-Security-Policy"
"""The ``http-equiv`` of the element."""

_HASH = "'sha256-"
_NEVER = frozenset('"<>&')


def policy(
    scripts: Iterable[str] = (),
    styles: Iterable[str] = (),
    *,
    any_style: bool = False,
    frames: Iterable[str] | None = None,
) -> str:
    """The policy of a page that may run no inline script but ``scripts``, given by their hashes.

    ``styles`` are the hashes of its style elements; ``any_style`` lets styles stand anywhere in
    the page, as the drawings of Mermaid need. ``frames`` are the origins that its frames may show
    beside the site's own pages; none: it has no frames.
    """
    return _policy(
        tuple(scripts),
        (INLINE,) if any_style else tuple(styles),
        None if frames is None else tuple(frames),
    )


@lru_cache(maxsize=256)
def _policy(
    scripts: tuple[str, ...], styles: tuple[str, ...], frames: tuple[str, ...] | None
) -> str:
    directives = {
        "default-src": ("'none'",),
        "script-src": (SELF, *scripts),
        "style-src": (SELF, *styles),
        "img-src": (SELF, "data:"),
        "font-src": (SELF,),
        "media-src": (SELF,),
        "connect-src": (SELF,),
        "worker-src": (SELF,),
        "manifest-src": (SELF,),
        **({} if frames is None else {"frame-src": (SELF, *frames)}),
        "base-uri": ("'none'",),
        "form-action": (SELF,),
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def form_policy(origins: Iterable[str] = (), pictures: Iterable[str] = ()) -> str:
    """The policy of the page that runs the form: Decap CMS, and nothing else.

    It compiles what checks its settings (``eval``) and writes its styles into the page. It asks the
    site and ``origins``, where the records are kept, and shows ``pictures`` of who signs in.
    """
    directives = {
        "default-src": ("'none'",),
        "script-src": (SELF, EVAL),
        "style-src": (SELF, INLINE),
        "img-src": (SELF, "data:", "blob:", *pictures),
        "font-src": (SELF, "data:"),
        "connect-src": (SELF, "blob:", *origins),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def element(said: str) -> Markup:
    """The element of the head that says the policy ``said``.

    Raises:
        ValueError: ``said`` holds a sign that no policy has.
    """
    if set(said) & _NEVER:
        raise ValueError(said)
    return Markup(f'<meta http-equiv="{HEADER}" content="{said}">')


@lru_cache(maxsize=4096)
def hash_of(text: str) -> str:
    """The source expression that lets the inline script or style ``text`` through."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"{_HASH}{base64.b64encode(digest).decode('ascii')}'"


@lru_cache(maxsize=256)
def directives_of(said: str) -> Mapping[str, tuple[str, ...]]:
    """The directives of the policy ``said``, each with its sources; the first of a name counts."""
    found: dict[str, tuple[str, ...]] = {}
    for each in said.split(";"):
        name, *sources = each.split() or [""]
        found.setdefault(name.lower(), tuple(sources))
    return found


def is_strict(said: str, *, form: bool = False) -> bool:
    """Whether ``said`` is a policy that lets no script run but the site's files and hashed ones.

    That of the ``form`` lets those files compile more; nothing else may.
    """
    directives = directives_of(said)
    sources = directives.get("script-src")
    return (
        sources is not None
        and directives.get("default-src") == ("'none'",)
        and directives.get("base-uri") == ("'none'",)
        and not {"script-src-elem", "script-src-attr"}.intersection(directives)
        and all(
            source == SELF or source.startswith(_HASH) or (form and source == EVAL)
            for source in sources
        )
    )
