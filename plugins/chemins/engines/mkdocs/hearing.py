"""What MkDocs and its plugins log during a build, kept to be said once."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from chemins.locales import Locale

OWN = "mkdocs.plugins.chemins"
"""The log of our own plugin: it holds whole reports, in the reader's language."""


_SERVER = "mkdocs.livereload"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was logged since the last time it was said."""

    records: list[logging.LogRecord] = field(default_factory=list)
    """In the order it came."""

    def said(self, locale: Locale) -> list[str]:
        """Reports and warnings, each once; errors are left to the exception that follows them."""
        told = (each for each in self.records if each.levelno < logging.ERROR)
        return list(dict.fromkeys(_said(each, locale) for each in told))

    def warnings(self, locale: Locale) -> list[str]:
        """What the engine and others warned of, each once: without our own reports."""
        told = (each for each in self.records if each.levelno == logging.WARNING)
        return list(dict.fromkeys(_said(each, locale) for each in told if each.name != OWN))

    def errors(self) -> list[str]:
        """Errors, each once."""
        wrong = (each for each in self.records if each.levelno >= logging.ERROR)
        return list(dict.fromkeys(each.getMessage() for each in wrong))


class _Ear(logging.Handler):
    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == _SERVER and record.levelno < logging.ERROR:
            # Each address that a browser asks for in vain, an icon for one.
            return
        self._heard.records.append(record)


@contextmanager
def hearing() -> Iterator[Heard]:
    """Keeps the warnings of MkDocs, and all that our plugin logs, instead of printing them."""
    heard = Heard()
    logger, own = logging.getLogger("mkdocs"), logging.getLogger(OWN)
    before = logger.level, own.level, logger.propagate
    ear = _Ear(heard)
    logger.addHandler(ear)
    logger.setLevel(logging.WARNING)
    own.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
        logger.setLevel(before[0])
        own.setLevel(before[1])
        logger.propagate = before[2]


def _said(record: logging.LogRecord, locale: Locale) -> str:
    message = record.getMessage()
    return message if record.name == OWN else locale.text("command.engine_says", said=message)
