"""Our pages in Material's search, which would otherwise read the HTML of each of them again."""

from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from chemins.engines.mkdocs.page import GeneratedPage
from chemins.pages.searched import passages, searchable
from chemins.pages.site import Body

_EXCLUDED = {"exclude": True}
"""What Material reads in a page's front matter to leave the page alone."""


def give(page: GeneratedPage, body: Body, config: MkDocsConfig) -> None:
    """Gives ``body`` to the search: as entries to Material's, as HTML to any other."""
    entries = _entries(config)
    if entries is None:
        page.content = searchable(body)
        return
    page.meta["search"] = _EXCLUDED
    for passage in passages(body):
        entries.append(
            {
                "location": f"{page.url}#{passage.anchor}" if passage.anchor else page.url,
                "title": passage.heading or str(escape(page.source.title)),
                "text": passage.text,
            }
        )


def _entries(config: MkDocsConfig) -> list[dict[str, Any]] | None:
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    entries = getattr(index, "entries", None)
    return entries if isinstance(entries, list) else None
