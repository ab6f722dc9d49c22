"""The codes that reading and building can raise. Rules of coherence declare theirs in ``checks/``.

A code is forever: it may retire, it never changes its meaning. What each means and what to do
about it is in the locales, under ``faults.<code>``; ``chemins explain`` prints it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from chemins.faults.fault import Fault, Place, Severity

CODES: Mapping[str, Severity] = MappingProxyType(
    {
        # the file
        "E-FILE": Severity.ERROR,
        "E-LINK-FILE": Severity.ERROR,
        "E-SIZE": Severity.ERROR,
        "E-ENCODING": Severity.ERROR,
        "E-CHARACTER": Severity.ERROR,
        "E-CONFLICT": Severity.ERROR,
        "E-NAME": Severity.ERROR,
        "E-DUPLICATE": Severity.ERROR,
        "E-FOLDER": Severity.WARNING,
        "E-EMPTY": Severity.WARNING,
        # a file to look at or to download
        "E-TYPE": Severity.ERROR,
        "E-HEAVY": Severity.ERROR,
        "E-BLANK": Severity.ERROR,
        "E-BYTES": Severity.ERROR,
        "E-SVG": Severity.ERROR,
        "E-PICTURE": Severity.ERROR,
        # its front matter
        "E-NO-FRONT-MATTER": Severity.ERROR,
        "E-UNCLOSED": Severity.ERROR,
        "E-YAML": Severity.ERROR,
        "E-TAB": Severity.ERROR,
        "E-COMMENT": Severity.WARNING,
        "E-ANCHOR": Severity.ERROR,
        "E-TAG": Severity.ERROR,
        "E-DEPTH": Severity.ERROR,
        "E-TWICE": Severity.ERROR,
        "E-SAME-KEY": Severity.ERROR,
        "E-KEY": Severity.ERROR,
        # a field
        "E-MISSING": Severity.ERROR,
        "E-SHAPE": Severity.ERROR,
        "E-CHOICE": Severity.ERROR,
        "E-FLAG": Severity.ERROR,
        "E-NUMBER": Severity.ERROR,
        "E-DATE": Severity.ERROR,
        "E-TIME": Severity.ERROR,
        "E-LINE": Severity.ERROR,
        "E-FORM": Severity.ERROR,
        # a link
        "E-REF": Severity.ERROR,
        "E-REF-KIND": Severity.ERROR,
        "E-AMBIGUOUS": Severity.ERROR,
        "E-LINK": Severity.ERROR,
        "E-IMAGE": Severity.ERROR,
        "E-CONTOURS": Severity.ERROR,
        # a point
        "W-POINT": Severity.WARNING,
        # a file of others that is brought in
        "E-IMPORT-FILE": Severity.ERROR,
        "E-IMPORT-COLUMN": Severity.ERROR,
        "E-IMPORT-ROW": Severity.ERROR,
        "E-IMPORT-CODE": Severity.ERROR,
        "E-IMPORT-PLACE": Severity.ERROR,
        "E-IMPORT-CONTOURS": Severity.ERROR,
        "W-IMPORT-SHAPE": Severity.WARNING,
        "W-IMPORT-NAME": Severity.WARNING,
        "W-IMPORT-TWIN": Severity.WARNING,
        # a table of figures
        "E-SERIES": Severity.ERROR,
        "E-ROW": Severity.ERROR,
        "E-PERIOD": Severity.ERROR,
        # a workbook
        "E-SHEET-FILE": Severity.ERROR,
        "E-SHEET-LONG": Severity.ERROR,
        "E-SHEET-OWNER": Severity.ERROR,
        "E-SHEET-TWICE": Severity.ERROR,
        "E-SHEET-FORMULA": Severity.ERROR,
        "W-SHEET-EXTRA": Severity.WARNING,
        # a correction that somebody proposes
        "E-CORRECTION-FORM": Severity.ERROR,
        "E-CORRECTION-HEADING": Severity.ERROR,
        "E-CORRECTION-TWICE": Severity.ERROR,
        "E-CORRECTION-HIDDEN": Severity.ERROR,
        "E-CORRECTION-RECORD": Severity.ERROR,
        "E-CORRECTION-ITEM": Severity.ERROR,
        "E-CORRECTION-SAME": Severity.ERROR,
        "W-CORRECTION-STALE": Severity.WARNING,
        # a person
        "W-PERSON": Severity.WARNING,
        "W-PHOTO": Severity.WARNING,
        "W-EXPIRED": Severity.WARNING,
        "W-EXPIRING": Severity.ADVICE,
        # an approval
        "W-WAITING": Severity.ADVICE,
        "W-UNAPPROVED": Severity.WARNING,
        # who publishes
        "E-LEGAL": Severity.ERROR,
        "W-DEMONSTRATION": Severity.ADVICE,
        # a site that has just been started
        "W-EXAMPLE": Severity.ADVICE,
        # the form that its records are written in
        "E-VERSION": Severity.ERROR,
        # a page
        "W-STRAY": Severity.WARNING,
        "W-TERRITORY": Severity.WARNING,
        "W-REPLACED": Severity.ADVICE,
        "W-HTML": Severity.WARNING,
        "E-FENCE": Severity.ERROR,
        "W-FENCE": Severity.WARNING,
        "W-MERMAID": Severity.WARNING,
        "E-PAGE": Severity.ERROR,
        "W-PDF": Severity.ADVICE,
        "W-SEARCH": Severity.ADVICE,
        "E-ADDRESS": Severity.ERROR,
        # the built site
        "G-LINK": Severity.ERROR,
        "G-ANCHOR": Severity.ERROR,
        "G-OUTSIDE": Severity.ERROR,
        "G-SCRIPT": Severity.ERROR,
        "G-STYLE": Severity.WARNING,
        # the settings
        "S-SETTINGS": Severity.ERROR,
        "S-SETTING": Severity.ERROR,
        "W-SETTING": Severity.WARNING,
        "S-PLUGIN": Severity.ERROR,
        "S-CONTENT": Severity.ERROR,
        "S-LACKS": Severity.ERROR,
        "S-NAV": Severity.ERROR,
        "S-COLOUR": Severity.ERROR,
        "S-DIAGRAMS": Severity.ERROR,
        "S-HTML": Severity.ERROR,
        "S-FLAG": Severity.ERROR,
        "S-ADMIN": Severity.ERROR,
        "S-URLS": Severity.ERROR,
        "S-SEARCH": Severity.ERROR,
        "S-BUSY": Severity.ERROR,
        "S-SITE": Severity.ERROR,
    }
)


def fault(code: str, place: Place, variant: str = "", **values: Any) -> Fault:
    """The fault ``code`` at ``place``, with its declared severity.

    Raises:
        KeyError: ``code`` is not declared.
    """
    return Fault(code, CODES[code], place, values, variant)
