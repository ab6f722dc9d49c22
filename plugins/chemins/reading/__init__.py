"""Files → records, every fault placed."""

from chemins.reading.attachments import attachment_faults
from chemins.reading.content import Content, lines_of, measured, read
from chemins.reading.contours import geography_of
from chemins.reading.memory import Memory
from chemins.reading.whereabouts import misplaced

__all__ = [
    "Content",
    "Memory",
    "attachment_faults",
    "geography_of",
    "lines_of",
    "measured",
    "misplaced",
    "read",
]
