"""Who took a photograph, said under it wherever a page shows it."""

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from chemins.content_paths import ContentPaths
from chemins.locales import Locale
from chemins.records.base import Record
from chemins.text import escape

_PICTURE = re.compile(
    r'<p>(?P<alone><img src="(?P<source>[^"]*)"[^>]*>)</p>|<img src="(?P<among>[^"]*)"[^>]*>'
)


def credits_of(records: Iterable[Record], paths: ContentPaths, locale: Locale) -> Mapping[str, str]:
    """The address of each photograph that a record credits → what is said under it."""
    found: dict[str, str] = {}
    for record in records:
        for photo in record.photos:
            address = paths.address(photo.file, record.source.path)
            if address and photo.credit:
                said = locale.text("site.photo_credit", credit=photo.credit)
                found.setdefault(address, locale.typeset(said))
    return found


def credited(html: Markup, words: Mapping[str, str]) -> Markup:
    """``html``, our own, with each picture of ``words`` (``src`` → credit) above its own.

    A picture alone in its paragraph becomes a figure with a caption that is also its name (RGAA
    4.1, criterion 1.9); one among other words is followed by them.
    """
    by_source = {str(escape.attribute(source)): credit for source, credit in words.items()}

    def with_credit(found: re.Match[str]) -> str:
        credit = by_source.get(found["source"] or found["among"])
        if credit is None:
            return found[0]
        if not found["alone"]:
            return f"{found[0]} <small>{escape.html(credit)}</small>"
        name = escape.attribute(credit)
        caption = f"<figcaption>{escape.html(credit)}</figcaption>"
        return f'<figure role="figure" aria-label="{name}">{found["alone"]}{caption}</figure>'

    return Markup(_PICTURE.sub(with_credit, str(html)))
