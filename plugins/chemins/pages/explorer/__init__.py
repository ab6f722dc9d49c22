"""The pages of pathways: the whole strategy, and the same view for each vision and quartier."""

from collections.abc import Iterator
from functools import partial

from chemins.pages.context import Context
from chemins.pages.explorer.body import body
from chemins.pages.explorer.views import View, views, whole
from chemins.pages.site import Crumb, Page

_STYLES = ("chemins/explorer.css",)
_SCRIPTS = ("chemins/graph.js", "chemins/ways.js", "chemins/explorer.js")


def pages(context: Context, root: tuple[Crumb, ...]) -> Iterator[Page]:
    """The page of the whole, then those of visions and quartiers under it."""
    first = _page(context, whole(context), root)
    yield first
    for view in views(context):
        yield _page(context, view, (*root, Crumb(first.title, first.address)))


def _page(context: Context, view: View, trail: tuple[Crumb, ...]) -> Page:
    return Page(
        address=view.address,
        title=view.title,
        form="pathways",
        trail=trail,
        draw=partial(body, context.desk(view.address), view),
        is_record=view.record is not None,
        styles=_STYLES,
        scripts=_SCRIPTS,
    )
