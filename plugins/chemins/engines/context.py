"""An edition → what its pages are made with: the same for every engine."""

from chemins.edition import Edition
from chemins.pages.context import DRAWN_BY, Context


def context_of(edition: Edition, drawn_by: str = DRAWN_BY[0]) -> Context:
    """The context of all pages of ``edition``."""
    return Context(edition.strategy, edition.addresses, edition.paths, edition.outlines, drawn_by)
