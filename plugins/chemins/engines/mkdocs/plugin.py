"""The MkDocs plugin ``chemins/strategy``: reads, checks, adds the pages and the downloads."""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from chemins.cleaning.allowed import Allowed
from chemins.cleaning.widening import Refusal, widened
from chemins.edition import Edition, edition_of
from chemins.engines.context import context_of, proposals_in, site_faults
from chemins.engines.downloads import write_downloads
from chemins.engines.mkdocs import mermaid, search, sitemap, theme
from chemins.engines.mkdocs.by_hand import PagesByHand
from chemins.engines.mkdocs.colours import colours_of
from chemins.engines.mkdocs.files import SiteFiles, add_pages, at_the_top, take_away
from chemins.engines.mkdocs.form import publish_form
from chemins.engines.mkdocs.labels import labels, menu, without
from chemins.engines.mkdocs.nav import lost_entries
from chemins.engines.mkdocs.options import StrategyConfig
from chemins.engines.mkdocs.page import GeneratedPage
from chemins.engines.mkdocs.pictures import lay_bare
from chemins.engines.mkdocs.policies import PAGES, Policies, guard_copies
from chemins.engines.mkdocs.published import linked_files, publication_of
from chemins.engines.mkdocs.telling import Telling, refused
from chemins.engines.mkdocs.turns import Turns, lost_templates
from chemins.engines.page_files import page_file, page_files
from chemins.engines.printed import code_of
from chemins.engines.searching import write_index
from chemins.engines.sheets import with_sheets
from chemins.engines.styles import STYLES
from chemins.faults import Place
from chemins.faults.causes import unreadable
from chemins.faults.codes import fault
from chemins.faults.unforeseen import shown
from chemins.hosting import WrongHosting
from chemins.indexing.index import Index
from chemins.pages.build import site_of
from chemins.pages.context import Context
from chemins.pages.site import Body, Site
from chemins.pages.whole import whole
from chemins.reading import Memory
from chemins.records import KINDS
from chemins.settings import (
    FENCES,
    FILE,
    Settings,
    admin_fault,
    admin_in,
    html_fault,
    settings_of,
)


class StrategyPlugin(BasePlugin[StrategyConfig]):
    """Turns the records of ``docs_dir`` into pages."""

    edition: Edition
    telling: Telling
    context: Context
    site: Site
    index: Index | None
    frame: theme.Frame
    by_hand: PagesByHand
    policies: Policies | None
    allowed: Allowed
    body: Body
    base_url: str
    draws_in_browser: bool
    preview = False
    memory: Memory | None = None
    """What an earlier build has read, where this one is to be quick."""

    draws_late = False
    """Whether what is drawn is drawn after the build, as it is asked for."""

    def __init__(self) -> None:
        """A plugin that has read nothing yet."""
        super().__init__()
        self.turns = Turns()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes whether only its authors will see the site; it is drawn as MkDocs comes to it."""
        self.preview = command == "serve"
        self.memory, self.draws_late = None, False

    @event_priority(100)
    def _lend(self, config: MkDocsConfig) -> MkDocsConfig:
        if mermaid.is_used(config):
            mermaid.lend(config)
        elif self.config.diagrams == "mermaid":
            raise refused(fault("S-DIAGRAMS", Place(shown(config.config_file_path))))
        theme.speak(config)
        if theme.is_ours(config):
            search.set_aside(config)
        allowed = widened(self.config.html)
        if isinstance(allowed, Refusal):
            raise refused(html_fault(allowed, Path(shown(config.config_file_path))))
        self.allowed = allowed
        if isinstance(wrong := admin_in(self.config.admin), WrongHosting):
            raise refused(admin_fault(wrong, Path(shown(config.config_file_path))))
        return config

    def _read(self, config: MkDocsConfig) -> MkDocsConfig:
        try:
            self.edition = edition_of(
                Path(config.docs_dir),
                KINDS,
                publication=publication_of(config, self.config, self.preview),
                memory=self.memory,
            )
        except OSError as error:
            raise refused(unreadable(Place(shown(config.docs_dir)), error)) from error
        self.telling = Telling(self.edition.content, preview=self.preview)
        self.telling.tell(
            (*self.edition.faults, *site_faults(self.edition)),
            (*colours_of(config, self.edition), *linked_files(config)),
            config=config,
        )
        if not self.memory:
            for record in self.edition.content.records:
                record.source.forget()
        self.draws_in_browser = False
        # One plugin may see many builds: what was of the last is not of this one.
        self.policies = None
        self.by_hand = PagesByHand(self.edition.content, self.allowed)
        self.context = context_of(
            self.edition,
            self.config.diagrams,
            preview=self.preview,
            guests=self.allowed.frames,
            coherence=self.config.coherence,
            handbook=self.config.handbook,
            marks_unapproved=self.preview and self.config.approved_only,
            url=self._url(config),
            proposals=proposals_in(
                config.repo_url, _file(config).parent, self.edition.content.locale
            ),
        )
        self._print(config)
        self.site = site_of(self.context, config.site_name)
        self.index, advice = search.index_of(self.context, config)
        self.telling.tell(outside=advice, config=config)
        self.frame = theme.frame_of(self.edition, self.site, searches=self.index is not None)
        theme.install(config, self.edition.content.locale, STYLES)
        if self.edition.withheld:
            config.nav = without(config.nav, self.edition.withheld.files)
        return config

    @property
    def _as_published(self) -> bool:
        """Whether pages have their policy: not where MkDocs puts a script of its own into them."""
        return self.draws_late or not self.preview

    def _url(self, config: MkDocsConfig) -> str:
        """Where the site will be published."""
        if not self.preview:
            return config.site_url or ""
        # The server has put its own address there: what a build has kept bears the site's.
        settings = settings_of(_file(config))
        return settings.url if isinstance(settings, Settings) else ""

    on_config = CombinedEvent(_lend, _read)

    def _print(self, config: MkDocsConfig) -> None:
        """Adds the sheets to print to what the pages are made with."""
        if not self.config.pdf:
            return
        file = _file(config)
        url = self.context.url
        self.context, advice = with_sheets(self.context, file, url, shown(file))
        self.telling.tell(outside=advice, config=config)

    @event_priority(-100)
    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Refuses what another plugin may have set, still before MkDocs empties anything."""
        if not config.use_directory_urls:
            place = Place(shown(config.config_file_path or config.docs_dir))
            raise refused(fault("S-URLS", place), self.edition.content.locale)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Takes the records' files away and puts the pages in."""
        take_away(self.edition.content, files)
        by_hand = at_the_top(files)
        self.telling.tell(add_pages(self.site, files, config), config=config)
        if theme.is_ours(config):
            search.leave_out(files)
        if config.nav is None:
            standing = {file.dest_uri: file.src_uri for file in files}
            config.nav = menu(self.site.menu, standing, by_hand)
        if self._as_published:
            # Else its authors see it alone, whole, many times an hour.
            lay_bare(files, config, self.edition.content.locale)
        found = SiteFiles(files, page_files(self.edition))
        withheld = self.edition.withheld
        waiting = withheld.files if withheld else ()
        self.telling.tell(outside=lost_entries(config, found, waiting), config=config)
        return found

    def on_pre_page(self, page: MkDocsPage, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Notes which page is read."""
        self.turns.begin(page)
        return page

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Hangs each page under the one above it, and gives it its label."""
        for path, label in labels(config.nav):
            file = files.get_file_from_path(path)
            if file and isinstance(file.page, GeneratedPage):
                file.page.label = label
        for page in self.site.pages:
            file = files.get_file_from_path(page_file(page.address))
            if file and isinstance(file.page, GeneratedPage) and page.trail[1:]:
                above = files.get_file_from_path(page_file(page.trail[-1].address))
                file.page.hang(above.page if above else None)
        return nav

    @event_priority(100)
    def on_page_read_source(self, /, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Gives MkDocs the text of a page written by hand, without its front matter."""
        return self.by_hand.source(page)

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Gives a page written by hand its front matter, and links to what is published alone."""
        self.by_hand.inform(page)
        if FENCES not in config.plugins:
            self.by_hand.undrawn(page)
        withheld = self.edition.withheld
        return withheld.linkless(markdown, page.file.src_uri) if withheld else markdown

    @event_priority(100)
    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Cleans a page written by hand, and sets it as the language is printed; not ours."""
        self.turns.end()
        if isinstance(page, GeneratedPage):
            return html
        return self.edition.content.locale.typeset_html(self.by_hand.cleaned(html, page, config))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Gives our templates what they extend, and the words; writes the files to download."""
        self.telling.tell((*self.by_hand.faults, *lost_templates(files, env)), config=config)
        # Before the pages: the file of the whole strategy takes room that they can use again.
        if not self.draws_late:
            write_downloads(self.site.downloads, Path(config.site_dir))
        theme.prepare(env, self.edition.content.locale, self.frame)
        search.prepare(env)
        if theme.is_ours(config) and self._as_published:
            self.policies = Policies(config, env, self.allowed)
        return env

    @event_priority(100)
    def _draw(
        self, /, context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, **_: Any
    ) -> dict[str, Any]:
        self.turns.begin(page)
        if isinstance(page, GeneratedPage):
            self.body = page.source.draw()
            page.outline(self.body)
            search.give(page, self.body, self.index, self.context)
            context["description"] = self.body.description
            context["code"] = code_of(page.source, page.canonical_url)
        else:
            search.give_by_hand(page, self.index, self.context)
        self.base_url = context["base_url"]
        return context

    @event_priority(-100)
    def _complete(
        self, /, context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, **_: Any
    ) -> dict[str, Any]:
        if isinstance(page, GeneratedPage):
            page.content = whole(self.context, self.body)
            write_downloads(self.body.downloads, Path(config.site_dir))
        return context

    on_page_context = CombinedEvent(_draw, _complete)

    @event_priority(100)
    def _mend(self, /, output: str, **_: Any) -> str:
        return theme.mended(output)

    @event_priority(-100)
    def _let_go(self, /, output: str, page: MkDocsPage, **_: Any) -> str:
        self.turns.end()
        self.draws_in_browser |= mermaid.SCRIPT in output
        ours = isinstance(page, GeneratedPage)
        if self.policies:
            url = page.url
            output = self.policies.guarded(output, self.base_url, url, by_hand=not ours)
        if isinstance(page, GeneratedPage):
            page.release()
        return output

    on_post_page = CombinedEvent(_mend, _let_go)

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Notes how far the root is from a page that is a template to MkDocs: what is lost."""
        self.base_url = context["base_url"]
        return context

    @event_priority(-100)
    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """Mends the page of what is lost and the map of the site, and gives pages their policy."""
        if template_name == sitemap.FILE:
            return sitemap.undated(output)
        output = theme.mended(output)
        if self.policies and template_name.endswith(PAGES):
            output = self.policies.guarded(output, self.base_url)
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Writes the pages that moved, and the files that are made of others."""
        folder = Path(config.site_dir)
        sitemap.compress(folder)
        if self.draws_in_browser:
            mermaid.write_script(folder)
        if self.policies:
            guard_copies(folder, self.edition.content.others)
        theme.write_moved(self.context, self.site, folder, guarded=self._as_published)
        if not self.preview:
            publish_form(config, self.edition.content.locale)
        if self.index:
            wrong = write_index(self.index, folder, Place(shown(config.config_file_path)))
            self.telling.tell(outside=wrong, config=config)

    def on_build_error(self, error: Exception) -> None:
        """Says in which page written by hand a build broke down."""
        if wrong := self.turns.blamed(error):
            self.telling.tell((wrong,))


def _file(config: MkDocsConfig) -> Path:
    """The settings of the site."""
    return Path(config.config_file_path or Path(config.docs_dir, "..", FILE))
