"""What paper needs to lead back to the screen: the page's address, and its code to scan."""

from markupsafe import Markup

from chemins.pages.site import Page
from chemins.printing.codes import code_on_page

SCANNED = frozenset({"front-page", "home", "plan", "quartier", "vision"})
"""The pages that are handed out or hung on a wall: drawing a code costs as much as a page."""


def code_of(page: Page, url: str | None) -> Markup:
    """The QR code of ``page``, published at ``url``; nothing for pages that are rarely printed."""
    return code_on_page(url) if url and page.form in SCANNED else Markup("")
