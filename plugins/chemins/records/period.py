"""A stretch of time."""

from chemins.records.base import Part
from chemins.records.types import Moment


class Period(Part):
    """From when to when, as far as it is known."""

    start: Moment | None = None
    """The beginning."""

    end: Moment | None = None
    """The end."""
