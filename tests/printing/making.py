"""What the tests of paper share: sheets of strategies, and what makes them."""

from collections.abc import Mapping
from pathlib import Path

from tests.helpers import context_of, edition

from chemins.edition import Edition
from chemins.printing.press import Press
from chemins.printing.printed import sheets_of
from chemins.printing.sheet import Sheet

URL = "https://exemple.fr/val-fleuri/"
"""Where the site of the tests is published."""


def press_of(found: Edition, url: str = URL) -> Press:
    """What makes the sheets of an edition."""
    return Press(context_of(found), url)


def sheets(folder: Path, files: Mapping[str, str], url: str = URL) -> dict[str, Sheet]:
    """The sheets of a content folder that holds ``files``, by the names of their files."""
    return named(edition(folder, files), url)


def named(found: Edition, url: str = URL) -> dict[str, Sheet]:
    """The sheets of an edition, by the names of their files."""
    made = sheets_of(press_of(found, url))
    return {sheet.address.rpartition("/")[2]: sheet for sheet in made}
