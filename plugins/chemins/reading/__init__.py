"""Files → records, every fault placed."""

from chemins.reading.content import Content, lines_of, read
from chemins.reading.contours import outlines_of
from chemins.reading.whereabouts import misplaced

__all__ = ["Content", "lines_of", "misplaced", "outlines_of", "read"]
