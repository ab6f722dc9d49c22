"""Faults of a built site, said once where the same thing is wrong on many pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from chemins.faults import Fault
from chemins.faults.report import Reporter

_FURTHER = "further"
_LEAST = 6


def gathered(faults: Iterable[Fault]) -> list[Fault]:
    """``faults``, each that stands on many pages as its first, which then counts the further ones.

    What leads to the same place is the same fault, however deep the pages that write it: a dead
    entry of a menu stands on every page under as many spellings as there are depths.
    """
    kept: list[Fault] = []
    for _, group in groupby(sorted(faults, key=_sameness), key=_sameness):
        kept += _first(list(group))
    return sorted(kept, key=lambda each: each.order)


@dataclass(frozen=True)
class SiteReporter(Reporter):
    """Says faults of a built site, with how many further pages have each."""

    def sentence(self, fault: Fault) -> str:
        """What is wrong, and on how many pages more."""
        said = super().sentence(fault)
        further = fault.values.get(_FURTHER)
        return f"{said} {self.locale.text('report.further', count=further)}" if further else said


def _sameness(fault: Fault) -> tuple[str, str]:
    """Where a link leads says more than how it is written, which depth changes."""
    target = fault.values.get("target", fault.values.get("link"))
    return fault.code, f"{target}#{fault.values.get('anchor', '')}"


def _first(same: Sequence[Fault]) -> Sequence[Fault]:
    pages = {each.place.path for each in same}
    if len(pages) < _LEAST:
        return same
    first = min(same, key=lambda each: each.order)
    return [replace(first, values={**first.values, _FURTHER: len(pages) - 1})]
