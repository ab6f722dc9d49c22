"""Money: who pays for an action, in which year, out of what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chemins.records.action import Action, Funding, FundingNature

NATURES = tuple(FundingNature)
"""The columns of a budget; a sum of which nobody said what it is taken from stands in the last."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The sums of an action, in lines by year and by funder."""

    lines: tuple[Funding, ...]
    """By year, in the order in which they were written; without a year, last."""

    natures: tuple[FundingNature, ...]
    """What the sums are taken from, as far as this budget has any."""

    totals: Mapping[FundingNature, float]
    """Euros taken from each."""

    years: Mapping[int, float]
    """Euros for each year; nothing for what has no year."""

    is_whole: bool
    """Whether every line says its sum: if not, the totals are those of what is known."""

    @property
    def total(self) -> float:
        """Euros, all together."""
        return sum(self.totals.values())


def budget_of(action: Action) -> Budget | None:
    """The budget of ``action``; none when it says nothing of money."""
    if not action.fundings:
        return None
    lines = tuple(sorted(action.fundings, key=lambda each: (each.year is None, each.year or 0)))
    held = {nature_of(each) for each in lines}
    natures = tuple(each for each in NATURES if each in held)
    return Budget(
        lines=lines,
        natures=natures,
        totals={each: _sum(one for one in lines if nature_of(one) is each) for each in natures},
        years={
            year: _sum(one for one in lines if one.year == year)
            for year in dict.fromkeys(each.year for each in lines)
            if year is not None
        },
        is_whole=all(each.amount is not None for each in lines),
    )


def nature_of(line: Funding) -> FundingNature:
    """What a sum is taken from; other, when nobody said."""
    return line.nature or FundingNature.OTHER


def _sum(lines: Iterable[Funding]) -> float:
    return sum(each.amount or 0 for each in lines)
