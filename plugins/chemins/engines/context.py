"""An edition → what its pages are made with: the same for every engine."""

from chemins.edition import Edition
from chemins.pages.context import DRAWN_BY, Context


def context_of(edition: Edition, drawn_by: str = DRAWN_BY[0], *, preview: bool = False) -> Context:
    """The context of all pages of ``edition``; ``preview`` when only its authors see them."""
    return Context(
        strategy=edition.strategy,
        addresses=edition.addresses,
        paths=edition.paths,
        outlines=edition.outlines,
        drawn_by=drawn_by,
        preview=preview,
    )
