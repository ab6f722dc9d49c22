"""A page of ours as MkDocs takes it: no Markdown to read, its HTML drawn when it is written."""

from functools import lru_cache

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from chemins.engines.page_files import page_file
from chemins.pages.site import Body, Page

_NO_TOC = TableOfContents([])


class GeneratedPage(MkDocsPage):
    """A page whose content comes from the strategy.

    MkDocs holds the content of all pages at once; this one has none until its turn comes.
    """

    source: Page
    """What it is made of."""

    label: str | None
    """What ``nav`` calls it; none where ``nav`` does not."""

    def __init__(self, source: Page, config: MkDocsConfig) -> None:
        """Registers the page with a file of MkDocs that exists in memory alone."""
        file = File.generated(
            config,
            page_file(source.address),
            content="",
            inclusion=InclusionLevel.NOT_IN_NAV if source.is_record else InclusionLevel.UNDEFINED,
        )
        file.edit_uri = None
        # Our own templates escape what they write; the stock ones of MkDocs do not.
        own = config.theme.name == "material"
        super().__init__(source.title if own else str(escape(source.title)), file, config)
        self.source = source
        self.label = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read; a theme of others may write this title as HTML."""
        self.markdown = ""
        self.meta = {"title": str(escape(self.source.title))}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render yet."""
        self.content = ""
        self.toc = _NO_TOC

    def hang(self, above: MkDocsPage | None) -> None:
        """Makes ``above`` the page that is active with this one."""
        self.parent = above  # type: ignore[assignment]

    def outline(self, body: Body) -> None:
        """Tells MkDocs the headings and anchors of ``body``."""
        links = [AnchorLink(each.heading, each.identifier, 2) for each in body.sections]
        self.toc = TableOfContents(links)
        self.present_anchor_ids = _anchors(tuple(each.identifier for each in body.sections))

    def release(self) -> None:
        """Forgets what was drawn."""
        self.content = ""
        self.meta = {}
        self.toc = _NO_TOC


@lru_cache(maxsize=256)
def _anchors(identifiers: tuple[str, ...]) -> set[str]:
    """``identifiers`` as MkDocs keeps them; most pages of a kind have the same."""
    return set(identifiers)
