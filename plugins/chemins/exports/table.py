"""A table as the pieces of a CSV file that a spreadsheet opens by a double click."""

from collections.abc import Iterable, Iterator

from chemins.locales import Locale
from chemins.text import escape

_BYTE_ORDER_MARK = "\ufeff"
"""Without it, a spreadsheet takes UTF-8 for the encoding of its country."""


def csv_file(rows: Iterable[Iterable[str]], locale: Locale) -> Iterator[str]:
    """``rows`` in UTF-8, with the separator of the language of ``locale``.

    Spreadsheets in French read ``;``, since the comma is theirs for decimals. No cell is a formula.
    """
    separator = locale.text("table.separator")
    yield _BYTE_ORDER_MARK
    for row in rows:
        yield separator.join(escape.csv(locale.typeset(cell)) for cell in row) + "\r\n"
