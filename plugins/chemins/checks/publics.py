"""Those who have to change are not residents alone."""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.change import Change
from chemins.records.vision import Vision
from chemins.strategy import Strategy
from chemins.strategy.residents import whose_change
from chemins.strategy.ways import in_doubt, reached_from


@rule("ONLY-RESIDENTS", Severity.ADVICE)
def only_residents_have_to_change(strategy: Strategy) -> Iterator[Finding]:
    """On the pathway to this vision only residents have to change, and no institution."""
    residents, institutions = [], []
    for change in strategy.all(Change):
        are_residents, are_institutions = whose_change(strategy, change)
        if are_residents:
            residents.append(change)
        if are_institutions or strategy.is_open(change, "who_changes"):
            institutions.append(change)
    asked = reached_from(strategy, residents)
    shared = reached_from(strategy, institutions) | in_doubt(strategy)
    for vision in strategy.all(Vision):
        if vision.key in asked and vision.key not in shared:
            yield Finding(at=vision.place_of("title"), about=vision)
