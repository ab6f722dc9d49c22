"""Files → records, every fault placed."""

from chemins.reading.content import Content, lines_of, read

__all__ = ["Content", "lines_of", "read"]
