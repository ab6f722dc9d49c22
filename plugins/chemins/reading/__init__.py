"""Files → records, every fault placed."""

from chemins.reading.attachments import attachment_faults
from chemins.reading.content import Content, lines_of, read
from chemins.reading.contours import outlines_of
from chemins.reading.whereabouts import misplaced

__all__ = [
    "Content",
    "attachment_faults",
    "lines_of",
    "misplaced",
    "outlines_of",
    "read",
]
