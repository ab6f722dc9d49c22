"""Which version of the strategy a sheet of paper says: a date that people wrote, and a mark.

No clock is read: the same records give the same version, on any day and any machine.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from chemins.records.base import Record
from chemins.records.when import When

_DATED = ("approved_on", "observed_on")
"""The fields that say when somebody last stood by what a record says."""

_MARK = 7
"""Hexadecimal digits: two of a thousand sheets bear the same mark once in five hundred times."""


@dataclass(frozen=True, slots=True)
class Version:
    """What tells two prints of a sheet apart."""

    dated: When | None
    """The last day on which a record was approved or observed; none when no record says one."""

    digest: str
    """What changes with anything that the records say: two sheets with one digest agree."""

    @property
    def mark(self) -> str:
        """The beginning of the digest: what a reader can compare."""
        return self.digest[:_MARK]


def version_of(records: Iterable[Record]) -> Version:
    """The version of what ``records`` say together, in their order."""
    digest = sha256()
    dates = []
    for record in records:
        for said in ("/".join(record.key), record.model_dump_json(), record.body):
            digest.update(said.encode() + b"\0")
        dates += [_when(value) for name in _DATED if (value := getattr(record, name, None))]
    return Version(max(dates, default=None), digest.hexdigest())


def _when(value: date | When) -> When:
    return value if isinstance(value, When) else When(value.year, value.month, value.day)
