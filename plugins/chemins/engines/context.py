"""An edition → what its pages are made with: the same for every engine."""

from chemins.edition import Edition
from chemins.pages.context import Context


def context_of(edition: Edition) -> Context:
    """The context of all pages of ``edition``."""
    return Context(edition.strategy, edition.addresses, edition.paths, edition.outlines)
