"""A pathway runs forward in time, and what people do rests on what they know."""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity, Word
from chemins.records.change import Change, Dimension
from chemins.strategy import Strategy
from chemins.strategy.cycles import cycles, runs_back
from chemins.strategy.pathways import DOWNSTREAM
from chemins.strategy.ways import in_doubt, is_carried, reached_from


@rule("LINK-BACKWARDS", Severity.WARNING)
def link_runs_backwards(strategy: Strategy) -> Iterator[Finding]:
    """A change contributes to one that should be visible before it."""
    # A link that closes a cycle is told as such, and is the same link to mend.
    told = {cycle.closing for cycle in cycles(strategy)}
    for change in strategy.all(Change):
        for link in strategy.links_from(change, DOWNSTREAM):
            if isinstance(link.target, Change) and runs_back(link) and link not in told:
                yield Finding(
                    at=link.place,
                    about=change,
                    values={
                        "target": link.target.label,
                        "late": Word(f"horizons.{change.horizon.value}"),
                        "early": Word(f"horizons.{link.target.horizon.value}"),
                    },
                )


@rule("PRACTICE-NO-KNOWLEDGE", Severity.ADVICE)
def practice_rests_on_no_knowledge(strategy: Strategy) -> Iterator[Finding]:
    """A change in what people do, and none before it in what they know."""
    doubtful = in_doubt(strategy)
    informed = reached_from(
        strategy,
        (each for each in strategy.all(Change) if each.dimension is Dimension.KNOWLEDGE),
    )
    for change in strategy.all(Change):
        if (
            change.dimension is Dimension.PRACTICE
            and change.key not in informed
            and change.key not in doubtful
            and is_carried(strategy, change)
        ):
            yield Finding(at=change.place_of("dimension"), about=change)
