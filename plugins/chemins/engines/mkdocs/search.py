"""Our search in the place of Material's, whose plugin and files are set aside."""

import re

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from chemins.engines.mkdocs.page import GeneratedPage
from chemins.engines.mkdocs.theme import is_ours
from chemins.engines.searching import new_index
from chemins.faults import Fault, Place
from chemins.faults.unforeseen import shown
from chemins.indexing.index import Index
from chemins.pages.context import Context
from chemins.pages.found import by_hand, found, is_found
from chemins.pages.searched import searchable
from chemins.pages.site import Body

_MATERIALS = ("assets/javascripts/workers/", "assets/javascripts/lunr/")
"""Where Material keeps the scripts of its search."""

_SAID = re.compile(r'"search(?:\.[\w.]+)?": "[^"]*", ')


def set_aside(config: MkDocsConfig) -> None:
    """Keeps Material's search from working, where ``mkdocs.yml`` still names it."""
    plugin = config.plugins.get("material/search")
    if plugin is not None:
        plugin.config["enabled"] = False


def leave_out(files: Files) -> None:
    """Takes the scripts of Material's search from ``files``."""
    for file in list(files):
        if file.src_uri.startswith(_MATERIALS):
            files.remove(file)


def prepare(env: Environment) -> None:
    """Lets our templates take what Material tells its search out of what it tells its scripts."""
    env.filters["unsearched"] = lambda html: _SAID.sub("", html)


def index_of(context: Context, config: MkDocsConfig) -> tuple[Index | None, tuple[Fault, ...]]:
    """The index to fill, or none and why; none either where the theme is not ours."""
    if not is_ours(config):
        return None, ()
    return new_index(context, Place(shown(config.config_file_path)))


def give(page: GeneratedPage, body: Body, index: Index | None, context: Context) -> None:
    """Gives ``body`` to the index; to the search of another theme, as HTML."""
    if index is None:
        page.content = searchable(body)
    elif is_found(page.source):
        index.add(found(context, page.source, body))


def give_by_hand(page: Page, index: Index | None, context: Context) -> None:
    """Gives a page written by hand to the index, unless its front matter says no."""
    asked = page.meta.get("search")
    excluded = isinstance(asked, dict) and asked.get("exclude")
    if index is not None and not excluded:
        title = str(page.meta.get("title") or page.title or "")
        address = page.url.removeprefix("./")
        index.add(by_hand(address, title, page.content or "", context.locale))
