"""Does each change lead to a vision, and each vision begin somewhere?"""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.change import Change, Horizon
from chemins.records.vision import Vision
from chemins.strategy import Strategy
from chemins.strategy.pathways import DOWNSTREAM, UPSTREAM
from chemins.strategy.ways import in_doubt, is_carried, reached_from, ways


@rule("CHANGE-NO-VISION", Severity.WARNING)
def change_reaches_no_vision(strategy: Strategy) -> Iterator[Finding]:
    """From this change no path leads to a vision, so readers cannot see what it is for."""
    stops = ways(strategy).stops
    for change in strategy.all(Change):
        stop = stops.get(change.key)
        if stop is not None:
            yield Finding(
                at=change.place_of(DOWNSTREAM),
                about=change,
                values={"stop": stop.label},
                variant="" if stop is change else "further",
            )


@rule("VISION-NO-BEGINNING", Severity.WARNING)
def vision_has_no_beginning(strategy: Strategy) -> Iterator[Finding]:
    """No short-term change leads to this vision: nobody knows where to begin."""
    doubtful = in_doubt(strategy)
    begun = reached_from(
        strategy, (each for each in strategy.all(Change) if each.horizon is Horizon.SHORT)
    )
    for vision in strategy.all(Vision):
        if vision.key not in begun and vision.key not in doubtful:
            yield Finding(
                at=vision.place_of("title"),
                about=vision,
                values={"identifier": vision.identifier},
                variant="" if strategy.links_to(vision, UPSTREAM) else "nothing",
            )


@rule("CHANGE-NOT-CARRIED", Severity.WARNING)
def change_is_not_carried(strategy: Strategy) -> Iterator[Finding]:
    """Nobody changes, and nothing comes before: this change is a wish."""
    for change in strategy.all(Change):
        if not is_carried(strategy, change):
            yield Finding(
                at=change.place_of("who_changes"),
                about=change,
            )
