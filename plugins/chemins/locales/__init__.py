"""Every word that a person sees or types, and the one reader of them."""

from chemins.locales.locale import LANGUAGES, Locale, load, prose, template
from chemins.locales.matching import closest, fold

__all__ = ["LANGUAGES", "Locale", "closest", "fold", "load", "prose", "template"]
