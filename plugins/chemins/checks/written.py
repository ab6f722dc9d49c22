"""What is looked at in a page written by hand; the rest of it is MkDocs' affair."""

import posixpath
import re
from collections.abc import Iterator

from chemins.checks.mentions import strayed_to
from chemins.checks.personal import personal_data_of_page
from chemins.content_paths import ContentPaths, leaves, page_address, target_of
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import Locale
from chemins.text.mentions import mentions

_ATTRIBUTE = re.compile(r"\b(?:href|src|poster|data)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def addresses_in(path: str, text: str, paths: ContentPaths) -> Iterator[str]:
    """The addresses that the page ``text``, of the file ``path``, links to or shows."""
    for mention in mentions(text):
        yield (paths.address(mention.value, path) or "").partition("#")[0]
    # HTML is written for the page's address; Markdown, for its file.
    for href in _ATTRIBUTE.findall(text):
        yield (paths.address(href, f"{page_address(path)}index.html") or "").partition("#")[0]


def _strayed(href: str, path: str, paths: ContentPaths) -> str:
    """``strayed_to``, but for what a browser follows from the page's address, one folder deeper."""
    strayed = strayed_to(href, paths, path)
    page = f"{page_address(path)}index.html"
    if strayed != "outside" or leaves(target_of(href, page)):
        return strayed
    is_file = bool(posixpath.splitext(href)[1])
    return strayed if is_file and not paths.address(href, page) else ""


def check_written(path: str, text: str, paths: ContentPaths, locale: Locale) -> Iterator[Fault]:
    """Links of the page ``text``, of the file ``path``, that leave the folder; persons in it."""
    yield from personal_data_of_page(path, text, locale)
    for mention in mentions(text):
        if mention.what != "reference" and (strayed := _strayed(mention.value, path, paths)):
            name = re.split(r"[\\/]", mention.value)[-1]
            code = "E-IMAGE" if mention.what == "image" else "E-LINK"
            place = Place(path, mention.line, mention.column, mention.width)
            yield fault(code, place, strayed, value=mention.value, name=name)
