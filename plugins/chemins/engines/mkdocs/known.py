"""The inline scripts and styles that Material is known to write.

Read from Material's own templates as they are installed, never from a page: whatever else a built
page holds was put there by somebody else.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import material
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from chemins.policy import hash_of

TEMPLATES = Path(material.__file__).parent / "templates"
"""Those of Material itself, whatever a site overrides."""

_WRITTEN = "partials/javascripts/*.html"
_SCRIPT = re.compile(r"<script(?:\s+id=[\"']?\w+[\"']?)?>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ICONS = "material/partials/icons.html"
_PLAIN = Environment()


def scripts_at(config: MkDocsConfig, base_url: str) -> Mapping[str, str]:
    """Material's scripts on a page ``base_url`` away from the root of the site: text → hash."""
    texts = (
        _PLAIN.from_string(text).render(config=config, base_url=base_url) if "{{" in text else text
        for text in _material_scripts()
    )
    return {text: hash_of(text) for text in texts}


def styles_of(config: MkDocsConfig, env: Environment) -> Mapping[str, str]:
    """The styles of the icons that the site chose for Material: text → hash."""
    if not config.theme.get("icon"):
        return {}
    written = env.get_template(_ICONS).render(config=config)
    return {text: hash_of(text) for text in _STYLE.findall(written)}


@cache
def _material_scripts() -> tuple[str, ...]:
    return tuple(dict.fromkeys(_scripts()))


def _scripts() -> Iterator[str]:
    for file in sorted(TEMPLATES.glob(_WRITTEN)):
        yield from _SCRIPT.findall(file.read_text("utf-8"))
    analytics = TEMPLATES / "partials" / "integrations" / "analytics.html"
    if analytics.is_file():
        # Only what Material runs itself: who measures, and where, is another host.
        yield from _SCRIPT.findall(analytics.read_text("utf-8"))
