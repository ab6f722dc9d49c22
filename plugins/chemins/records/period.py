"""A stretch of time."""

from typing import ClassVar

from chemins.records.base import Part
from chemins.records.types import Moment


class Period(Part):
    """From when to when, as far as it is known."""

    in_a_row: ClassVar[bool] = True

    start: Moment | None = None
    """The beginning."""

    end: Moment | None = None
    """The end."""

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it begins, as far as both are known."""
        if self.start is None or self.end is None:
            return False
        start = (self.start.year, self.start.month, self.start.day)
        end = (self.end.year, self.end.month, self.end.day)
        pairs = tuple(zip(start, end, strict=True))
        known = next((at for at, pair in enumerate(pairs) if 0 in pair), len(pairs))
        return end[:known] < start[:known]
