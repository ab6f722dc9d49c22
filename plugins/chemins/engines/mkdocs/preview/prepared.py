"""The first half of a build of MkDocs: all is read and known, and nothing is drawn.

It follows ``mkdocs.commands.build.build``, step by step, up to where that begins to write.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands import build as steps
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from chemins.engines.mkdocs.preview.compiled import Compiled

_log = logging.getLogger("mkdocs.commands.build")

_COMPILED = Compiled()

SHOWN = InclusionLevel.is_in_serve
"""What a preview shows: drafts too."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site of which everything is known and nothing drawn."""

    config: MkDocsConfig
    """Its settings, as the plugins left them."""

    env: Environment
    """The templates of its theme."""

    files: Files
    """What it is made of."""

    pages: Sequence[File]
    """Its pages, in the order in which a build writes them."""

    nav: Navigation
    """Its menu."""

    @property
    def folder(self) -> Path:
        """Where it is written."""
        return Path(self.config.site_dir)

    def draw(self, page: Page) -> None:
        """Writes ``page``, as a build does."""
        content, config = page.content, self.config
        excluded = page.file.inclusion.is_excluded()
        try:
            steps._build_page(page, config, self.pages, self.nav, self.env, excluded=excluded)  # noqa: SLF001
        except Exception as error:
            config.plugins.on_build_error(error=error)
            raise
        if content:
            # MkDocs marks a draft in the text itself: the index has it unmarked.
            page.content = content

    def draw_template(self, name: str) -> None:
        """Writes what the template ``name`` of the theme makes: the page of what is lost."""
        steps._build_theme_template(name, self.env, self.files, self.config, self.nav)  # noqa: SLF001

    def draw_extra(self, name: str) -> None:
        """Writes what the template ``name`` of the content folder makes."""
        steps._build_extra_template(name, self.files, self.config, self.nav)  # noqa: SLF001


def prepared(config: MkDocsConfig) -> Prepared:
    """The site that ``config`` describes, up to where its pages are drawn.

    Raises:
        Exception: all that a build may raise.
    """
    logger, counter = logging.getLogger("mkdocs"), CountHandler()
    counter.setLevel(logging.WARNING)
    if config.strict:
        logger.addHandler(counter)
    try:
        made = _prepared(config)
        if counts := counter.get_counts():
            said = ", ".join(f"{count} {level.lower()}s" for level, count in counts)
            raise Abort(f"Aborted with {said} in strict mode!")
        return made
    except Exception as error:
        config.plugins.on_build_error(error=error)
        if isinstance(error, BuildError):
            _log.error(str(error))
            raise Abort("Aborted with a BuildError!") from error
        raise
    finally:
        logger.removeHandler(counter)


def _prepared(config: MkDocsConfig) -> Prepared:
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    Path(config.site_dir).mkdir(parents=True, exist_ok=True)
    files = get_files(config)
    env = config.theme.get_env()
    env.bytecode_cache = _COMPILED
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    nav = config.plugins.on_nav(nav, config=config, files=files)
    pages = files.documentation_pages(inclusion=SHOWN)
    for file in pages:
        page = file.page or Page(None, file, config)
        steps._populate_page(page, config, files)  # noqa: SLF001
    env = config.plugins.on_env(env, config=config, files=files)
    return Prepared(config, env, files, pages, nav)
