"""Lends mkdocs-mermaid2-plugin the packaged Mermaid, so that no page calls another host for it."""

import posixpath
import re
import shutil
from importlib import resources
from pathlib import Path
from typing import Any

from mermaid2 import pyjs
from mkdocs.config.defaults import MkDocsConfig

PLUGIN = "mermaid2"
"""The plugin's name in ``mkdocs.yml``."""

SCRIPT = "chemins/vendor/mermaid-11.17.2.min.js"
"""Where the script is on the site, when a page needs it."""


LICENCE = ("LICENSE", "VERSION.txt")
"""What stands beside the script, each under a name of its own."""

STARTS = re.compile(r"mermaid(?:\.initialize\(|Config)")
"""What the inline script of the plugin says, on a page that has a diagram."""

_FENCE = re.compile(r'<pre class="mermaid"><code>(.*?)</code></pre>', re.DOTALL)
"""A diagram as Material has it. Its script would fetch Mermaid from another host."""


def is_used(config: MkDocsConfig) -> bool:
    """Whether the site draws Mermaid in the browser."""
    return PLUGIN in config.plugins


def lend(config: MkDocsConfig) -> None:
    """Gives the plugin our script, unless the site names one of its own.

    The plugin looks for its script in ``docs_dir`` and fails in mid-write when it is not there; its
    one cached attribute says where the script is on the site.
    """
    plugin: Any = config.plugins[PLUGIN]
    if not plugin.config["javascript"]:
        plugin._javascript = SCRIPT  # noqa: SLF001
        plugin.config["javascript"] = SCRIPT
        plugin.config["arguments"].setdefault("securityLevel", "strict")


def script_at(config: MkDocsConfig, url: str) -> str:
    """The inline script that the plugin writes on a page at ``url`` that has a diagram."""
    plugin: Any = config.plugins[PLUGIN]
    lines = []
    if not plugin.extra_javascript:
        source = plugin.javascript.strip()
        if source.endswith(".mjs"):
            if not source.startswith("http"):
                source = posixpath.relpath(source, posixpath.dirname(url) or ".")
            lines.append(f'import mermaid from "{source}";')
    if plugin.activate_custom_loader:
        arguments = pyjs.dumps({**plugin.mermaid_args, "startOnLoad": False})
        lines.append(f"window.mermaidConfig = {{default: {arguments}}};")
    else:
        lines.append(f"mermaid.initialize({pyjs.dumps(plugin.mermaid_args)});")
    return "\n".join(lines)


def ready(html: str, config: MkDocsConfig) -> str:
    """``html`` with the diagrams of Material's fences as this plugin draws them; else as code."""
    if "mermaid" not in html:
        return html
    drawn = r'<div class="mermaid">\1</div>'
    return _FENCE.sub(drawn if is_used(config) else r"<pre><code>\1</code></pre>", html)


def paths() -> tuple[str, ...]:
    """Where the script is on the site, and its licence."""
    folder = posixpath.dirname(SCRIPT)
    return (SCRIPT, *(f"{folder}/mermaid-{name}" for name in LICENCE))


def write_script(folder: Path) -> None:
    """Puts the script and its licence on the site in ``folder``, if a page loads it."""
    source = Path(str(resources.files("chemins"))) / "vendor" / "mermaid"
    target = folder / SCRIPT
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "mermaid.min.js", target)
    for name in LICENCE:
        shutil.copyfile(source / name, target.parent / f"mermaid-{name}")
