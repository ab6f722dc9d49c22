"""Each page of the site with its policy, first in its head."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from chemins.cleaning.allowed import Allowed
from chemins.engines.mkdocs import mermaid
from chemins.engines.mkdocs.known import scripts_at, styles_of
from chemins.policy import element, hash_of, policy

PAGES = (".html", ".htm")
"""How the names of files end that a browser shows as pages."""

_ATTRIBUTES = r"""(?:"[^"]*"|'[^']*'|[^>"'])*"""
_OPENING = re.compile(
    rf"""
    \A(?:\ufeff|ï»¿)?\s*(?:<!--.*?-->\s*)*
    (?:<!doctype\b[^>]*>\s*(?:<!--.*?-->\s*)*)?
    (?:<html(?=[\s>]){_ATTRIBUTES}>\s*(?:<!--.*?-->\s*)*)?
    (?:<head(?=[\s>]){_ATTRIBUTES}>)?
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""All that may stand before the first element of a head."""

_INLINE = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1>", re.DOTALL)


class Policies:
    """The policies of one build."""

    def __init__(self, config: MkDocsConfig, env: Environment, allowed: Allowed) -> None:
        """Takes what the site is built with, and what its pages written by hand may hold."""
        self._config = config
        self._styles = styles_of(config, env)
        self._frames = allowed.frames if allowed.has_frames else None
        self._scripts: dict[str, Mapping[str, str]] = {}

    def guarded(self, html: str, base_url: str, url: str = "", *, by_hand: bool = False) -> str:
        """``html`` with its policy; the page is at ``url``, ``base_url`` away from the root.

        The scripts that it has chosen among those that are known: a policy names no other.
        """
        known = self._known(base_url)
        drawing = self._drawing(html, url)
        inline = dict.fromkeys(found[2] for found in _INLINE.finditer(html))
        said = policy(
            (*(known[text] for text in inline if text in known), *drawing),
            (self._styles[text] for text in inline if text in self._styles),
            any_style=bool(drawing),
            frames=self._frames if by_hand else None,
        )
        return _with(html, said)

    def _known(self, base_url: str) -> Mapping[str, str]:
        if base_url not in self._scripts:
            self._scripts[base_url] = scripts_at(self._config, base_url)
        return self._scripts[base_url]

    def _drawing(self, html: str, url: str) -> tuple[str, ...]:
        """The hash of the script that draws the diagrams of the page, where it has any."""
        if not mermaid.is_used(self._config) or mermaid.STARTS.search(html) is None:
            return ()
        script = mermaid.script_at(self._config, url)
        return (hash_of(script),) if f">{script}</script>" in html else ()


def guard_copies(folder: Path, paths: Iterable[str]) -> None:
    """Writes a policy that lets no inline script run into the pages of HTML among ``paths``.

    They are copies of files of the content folder, in whatever encoding: bytes are kept.
    """
    for file in _pages(folder, paths):
        text = file.read_bytes().decode("latin-1")
        file.write_bytes(_with(text, policy()).encode("latin-1"))


def _pages(folder: Path, paths: Iterable[str]) -> Iterator[Path]:
    for path in paths:
        if path.lower().endswith(PAGES) and (folder / path).is_file():
            yield folder / path


def _with(html: str, said: str) -> str:
    found = _OPENING.match(html)
    at = found.end() if found else 0
    return f"{html[:at]}{element(said)}{html[at:]}"
