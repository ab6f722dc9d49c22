"""The MkDocs plugin ``chemins/fences``: draws what the fences of pages written by hand ask for.

It finds the strategy through the plugin ``chemins/strategy``, which has told what is wrong with
them. A drawing takes the place of its fence once the page is cleaned: nothing that an author types
can pass for one.
"""

import logging
import re
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from chemins.checks.fences import Request, request_of
from chemins.content_paths import page_address
from chemins.engines.mkdocs import merman
from chemins.engines.mkdocs.hearing import OWN
from chemins.engines.mkdocs.page import GeneratedPage
from chemins.engines.mkdocs.plugin import StrategyPlugin
from chemins.locales import Locale
from chemins.pages.fenced import PICTURE, Fenced, fenced
from chemins.reading.fences import DESCRIPTION, TITLE, fences_of
from chemins.records.fence import Fence
from chemins.settings import PLUGIN
from chemins.text import escape

_log = logging.getLogger(OWN)

_PLACE = '<div class="fence" data-fence="{}"></div>'
_PLACES = re.compile(r'<div(?=[^>]* data-fence="(\d+)")[^>]*></div>')
_PICTURES = re.compile(r"<!--chemins:fence:(\d+)-->")


class FencesConfig(Config):
    """What ``mkdocs.yml`` may say under the plugin's name: nothing yet."""


class FencesPlugin(BasePlugin[FencesConfig]):
    """Puts drawings in the place of fences."""

    strategy: StrategyPlugin
    drawn: dict[str, list[Fenced]]
    pictures: dict[str, str]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Finds the strategy.

        Raises:
            PluginError: the site does not have it.
        """
        found = config.plugins.get(PLUGIN)
        if not isinstance(found, StrategyPlugin):
            raise PluginError(f"chemins/fences: - {PLUGIN} ?")
        self.strategy = found
        self.drawn, self.pictures = {}, {}
        return config

    @event_priority(50)
    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Keeps a place for each drawing, and writes a diagram's words beside it."""
        if isinstance(page, GeneratedPage):
            return markdown
        path = page.file.src_uri
        lines = markdown.split("\n")
        for fence in reversed(fences_of(path, markdown)):
            lines[fence.start : fence.end] = self._instead(fence, lines, page)
        self.drawn.get(path, []).reverse()
        return "\n".join(lines)

    @event_priority(-50)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Puts the words of each drawing in its place: they are read, and searched."""
        drawn = self.drawn.get(page.file.src_uri, [])

        def words(found: re.Match[str]) -> str:
            at = len(drawn) - 1 - int(found[1])
            if not 0 <= at < len(drawn):
                return ""
            words = str(drawn[at].html).replace(PICTURE, f"<!--chemins:fence:{at}-->")
            return f'<div class="fence">{words}</div>'

        return _PLACES.sub(words, html)

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Puts the pictures in, once the search has read the page."""
        if drawn := self.drawn.pop(page.file.src_uri, []):
            html = page.content or ""
            page.content = _PICTURES.sub(lambda found: drawn[int(found[1])].picture, html)
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Writes the diagrams that were drawn."""
        for address, drawing in self.pictures.items():
            file = Path(config.site_dir, address)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(drawing, "utf-8", newline="\n")

    def _instead(self, fence: Fence, lines: list[str], page: Page) -> list[str]:
        if fence.language == "mermaid":
            kept = self._diagram(fence, lines, page)
        else:
            found = request_of(self.strategy.context.strategy, fence)
            if not isinstance(found, Request):
                return lines[fence.start : fence.end]
            path = page.file.src_uri
            desk = self.strategy.context.desk(page_address(path), path)
            drawn = self.drawn.setdefault(path, [])
            kept = [fence.indent + _PLACE.format(len(drawn))]
            drawn.append(fenced(desk, found))
        return ["", *kept, ""]

    def _diagram(self, fence: Fence, lines: list[str], page: Page) -> list[str]:
        """The diagram, drawn now when it can be, and its words."""
        locale = self.strategy.edition.content.locale
        said = {each.key: each.value for each in fence.fields}
        title, description = said.get(TITLE, ""), said.get(DESCRIPTION, "")
        own = lines[fence.start : fence.end]
        if merman.is_installed():
            own = self._picture(fence, page, f"{title} {description}".strip(), locale) or own
        if not title and not description:
            return own
        words = f"<strong>{escape.html(title)}</strong> {escape.html(description)}"
        return [*own, "", f'{fence.indent}<p class="fence__words">{words}</p>']

    def _picture(self, fence: Fence, page: Page, said: str, locale: Locale) -> list[str]:
        """The diagram as a picture of the site; nothing when the browser has to draw it."""
        place = f"{fence.place.path}:{fence.place.line}"
        drawing, reason = merman.drawn(fence.text)
        if not drawing:
            _log.info(locale.text("command.drawn_by_browser", place=place, reason=reason))
            return []
        address = merman.address_of(drawing)
        self.pictures[address] = drawing
        _log.info(locale.text("command.drawn_at_build", place=place))
        way = f"{'../' * page.url.count('/')}{address}"
        alternative = escape.attribute(said)
        return [
            f'{fence.indent}<p class="fence__diagram"><img src="{way}" alt="{alternative}"></p>'
        ]
