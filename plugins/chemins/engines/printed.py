"""What paper needs to lead back to the screen: the page's address, and its code to scan."""

from markupsafe import Markup

from chemins.pages.site import Page
from chemins.printing.codes import code_on_page
from chemins.text import escape

SCANNED = frozenset(
    {
        *("action", "agenda", "approach", "contract", "front-page", "home", "index"),
        *("lesson", "news", "plan", "quartier", "session", "stage", "vision"),
    }
)
"""The pages that are handed out or hung on a wall. The others, changes and words of the glossary
and lists of a few actions, bear their address alone: drawing a code takes a sixth of a page."""


def code_of(page: Page, url: str | None) -> Markup:
    """The QR code of ``page``, published at ``url``; nothing for pages that are rarely printed."""
    return code_on_page(url) if url and page.form in SCANNED else Markup("")


def printed_html(page: Page, url: str) -> Markup:
    """What stands at the end of ``page`` on paper: its code, and its address ``url``."""
    return Markup('<div class="printed">{}<p>{}</p></div>').format(
        code_of(page, url), escape.html(url)
    )
