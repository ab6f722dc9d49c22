"""A sheet before it is drawn: what it says, as one HTML document, and where its file will be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document for paper."""

    form: str
    """What it is: ``plan``, ``poster``, ``update``."""

    paper: str
    """What it is drawn for: « A4 »."""

    quartier: str
    """The identifier of the quartier it is about; empty for the whole territory."""

    address: str
    """Where its file is, from the root of the site."""

    title: str
    """What it is called. Plain text."""

    html: str
    """The whole document; the same for the same records."""

    pages: int = 1
    """How many sheets it is meant to take."""

    is_blank: bool = False
    """Whether it is a grid without lines, to be filled together."""
