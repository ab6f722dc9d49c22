"""A text is called easy to read when those concerned have read it over."""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.quartier import Quartier
from chemins.records.vision import Vision
from chemins.strategy import Strategy


@rule("FALC-REVIEW", Severity.WARNING)
def easy_to_read_without_a_reader(strategy: Strategy) -> Iterator[Finding]:
    """A plain summary is said to be FALC, and nothing says who read it over."""
    records: tuple[Quartier | Vision, ...] = (*strategy.all(Quartier), *strategy.all(Vision))
    for record in records:
        plain = record.plain
        if plain and plain.falc and not plain.is_falc and not record.source.doubts("plain"):
            yield Finding(at=record.place_of("plain", "falc"), about=record)
