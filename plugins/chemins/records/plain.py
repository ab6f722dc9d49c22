"""The plain summary: what a record says, for whoever reads with difficulty or in a hurry."""

from typing import ClassVar

from chemins.records.base import Part
from chemins.records.types import Flag, Line, Prose


class PlainSummary(Part):
    """A summary in plain language.

    Source of FALC, « facile à lire et à comprendre »: "Information for all. European standards for
    making information easy to read and understand", Inclusion Europe, 2009: a text is easy to read
    only when people with learning disabilities have read it over.
    """

    shorthand: ClassVar[str] = "text"

    text: Prose
    """Short sentences, common words."""

    reviewed_by: Line | None = None
    """Who read it over: people with learning disabilities, where it is to be called FALC."""

    falc: Flag = False
    """Whether it is « facile à lire et à comprendre »: said only when ``reviewed_by`` says who."""

    @property
    def is_falc(self) -> bool:
        """Whether it may bear the label."""
        return self.falc and bool(self.reviewed_by)
