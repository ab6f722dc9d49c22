"""The templates of the pages: Jinja, escaping on, nothing undefined let through."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from chemins.diagrams.glyphs import glyph
from chemins.locales import Locale
from chemins.text.ties import tied


def environment(locale: Locale, folder: str = "theme/pages") -> Environment:
    """The templates of ``folder`` in the language of ``locale``.

    What is plain text is typeset, then escaped. ``t(key)`` is a word of the locale, ``p(key)`` one
    of the pages, ``glyph(kind)`` a sign, ``tied(title)`` a title whose words keep their short ends.
    """
    made = Environment(
        loader=PackageLoader("chemins", folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=lambda value: locale.typeset(value) if type(value) is str else value,
    )

    def page_word(key: str, **values: Any) -> str:
        return locale.text(f"pages.{key}", **values)

    made.globals.update(t=locale.text, p=page_word, glyph=_glyph, tied=tied)
    return made


@cache
def of_pages(locale: Locale) -> Environment:
    """The templates of the pages in the language of ``locale``: the same for all sites."""
    return environment(locale)


@cache
def _glyph(kind: str, extra_class: str = "") -> Markup:
    return glyph(kind, extra_class)
