"""What is around the pages of a folder: plain values, for templates that no plugin serves."""

from typing import Any

from chemins.pages.context import Context
from chemins.pages.site import Site
from chemins.records.territory import Territory

WORDS = (
    "pages.site_map.title",
    "search.go",
    "site.breadcrumbs",
    "site.contact",
    "site.contents",
    "site.copied",
    "site.copy",
    "site.copy_by_hand",
    "site.footer",
    "site.home",
    "site.lost",
    "site.lost_help",
    "site.lost_home",
    "site.made_with",
    "site.menu",
    "site.search",
    "site.sections",
    "site.share",
    "site.skip",
    "site.top",
    "text.table",
)
"""The keys of the words that the templates of the frame say."""


def frame_values(context: Context, site: Site, *, searches: bool) -> dict[str, Any]:
    """The frame of ``site``: its title, what its foot leads to, the words of its language.

    ``searches`` says whether there is an index to search.

    A demonstration also has the sentence that says it is one.
    """
    locale = context.locale
    values: dict[str, Any] = {
        "title": site.title,
        "searches": searches,
        "site_map": context.addresses.page("site_map"),
        "foot": [{"title": crumb.title, "address": crumb.address} for crumb in site.foot],
        "contact": [
            {"label": way.label, "said": way.said, "href": way.href} for way in site.contact
        ],
        "feeds": [{"title": feed.title, "address": feed.address} for feed in site.feeds],
        "words": {key: locale.text(key) for key in WORDS},
    }
    territory = context.strategy.single(Territory)
    if territory and territory.demonstration:
        values["demonstration"] = locale.text("site.banner", name=territory.name)
    return values
