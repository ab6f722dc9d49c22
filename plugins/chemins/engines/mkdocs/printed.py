"""What paper needs to lead back to the screen: the page's address, and its code to scan."""

import segno
from markupsafe import Markup

from chemins.pages.site import Page

SCANNED = frozenset({"front-page", "home", "plan", "quartier", "vision"})
"""The pages that are handed out or hung on a wall: drawing a code costs as much as a page."""


_MASK = 2
"""Any mask can be read; weighing all eight against one another takes most of the drawing."""


def code_of(page: Page, url: str | None) -> Markup:
    """The QR code of ``page``, published at ``url``; nothing for pages that are rarely printed.

    Source of the form: ISO/IEC 18004, error correction M.
    """
    if not url or page.form not in SCANNED:
        return Markup("")
    try:
        code = segno.make(url, error="m", micro=False, mask=_MASK)
    except segno.DataOverflowError:  # the address alone is printed
        return Markup("")
    drawn = code.svg_inline(border=0, omitsize=True, svgclass="qr", lineclass="qr__ink")
    return Markup(drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))
