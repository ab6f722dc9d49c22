"""Our style sheets, for every engine: what each page loads, in this order."""

from chemins.pages.context import Context

STYLES = ("chemins/journal.css", "chemins/story.css")
"""Where they are on the site."""

OF_COHERENCE = "chemins/coherence.css"
"""The one that only a site with the page for its team loads."""


def styles_of(context: Context) -> tuple[str, ...]:
    """The style sheets of the site of ``context``."""
    return (*STYLES, OF_COHERENCE) if context.coherence else STYLES
