"""What was read of each file the last time, for whoever reads a folder again and again."""

from collections.abc import Callable
from dataclasses import dataclass, field

from chemins.faults import Fault
from chemins.locales import Locale
from chemins.reading.folder import RecordFile
from chemins.records.base import Record
from chemins.records.draft import Draft

Read = tuple[Record | Draft, list[Fault]]
"""A record, or what was to be one, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The records of the last reading: a file of the same bytes makes the same record.

    Bytes are compared, not dates: two edits within one tick of a clock are two.
    """

    _held: dict[str, tuple[tuple[object, ...], Read]] = field(default_factory=dict)

    def recall(
        self, file: RecordFile, data: bytes, locale: Locale, read: Callable[[], Read]
    ) -> Read:
        """What ``file`` says, whose bytes are ``data``; ``read`` reads it where that is not known.

        Such records are shared by all readings that have them: nobody may ``forget`` their places.
        """
        made_from = (file.kind, file.identifier, locale.language, data)
        held = self._held.get(file.path)
        if held is None or held[0] != made_from:
            held = self._held[file.path] = (made_from, read())
        return held[1]
