"""Click's own words (« Usage: », « Show this message and exit. ») in the reader's language.

Click takes its sentences from ``gettext``, and ships no translation. Ours are in the locales, under
``click``: the English ones are click's, to the letter, and stand for the key of the French ones. A
sentence that another version of click says otherwise stays in English: nothing breaks.
"""

import gettext
from collections.abc import Mapping

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

from chemins.locales import Locale, load

_SPEAKING = (core, decorators, exceptions, formatting, parser, termui, types)


def speak(words: Locale) -> None:
    """Makes click say its own sentences in the language of ``words``."""
    said = dict(_pairs(words))

    def one(message: str) -> str:
        return said.get(message, message)

    def counted(singular: str, plural: str, count: int) -> str:
        return one(singular if count == 1 else plural)

    for module in _SPEAKING:
        # Only what is gettext's is replaced: a click that says its words otherwise keeps them.
        if getattr(module, "_", None) is gettext.gettext:
            module._ = one  # type: ignore[attr-defined]
        if getattr(module, "ngettext", None) is gettext.ngettext:
            module.ngettext = counted  # type: ignore[attr-defined]
    click.STRING.name = one("text")


def name_parts(group: click.Group, words: Locale) -> None:
    """Says in the language of ``words`` what follows the name of ``group`` on a command line."""
    group.subcommand_metavar = words.text("command.parts")
    for each in group.commands.values():
        # Click cuts what it lists to one line; a sentence that is cut tells nobody what is done.
        each.short_help = (each.help or "").partition(". ")[0].removesuffix(".")
        for parameter in each.params:
            if isinstance(parameter.type, click.Path):
                parameter.type.name = words.text("click.path")
        if isinstance(each, click.Group):
            name_parts(each, words)


def _pairs(words: Locale) -> Mapping[str, str]:
    theirs = dict(load("en").under("click"))
    return {theirs[key]: word for key, word in words.under("click") if key in theirs}
