"""Files → records, every fault placed."""

from chemins.reading.content import Content, lines_of, read
from chemins.reading.contours import outlines_of

__all__ = ["Content", "lines_of", "outlines_of", "read"]
