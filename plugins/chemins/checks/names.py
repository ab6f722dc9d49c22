"""Former identifiers lead to one place."""

from collections.abc import Iterator

from chemins.faults import Fault
from chemins.faults.codes import fault
from chemins.records.identifiers import MAX_LENGTH, identifier_of
from chemins.strategy import Strategy


def taken_former_names(strategy: Strategy) -> Iterator[Fault]:
    """A former name is the current name of another record of the kind, or two records claim it."""
    claimed: dict[tuple[str, str], str] = dict.fromkeys(strategy.resolve.records, "")
    for record in strategy.records:
        for index, name in enumerate(record.former_names):
            identifier = identifier_of(name)
            key = (record.kind, identifier)
            if not identifier or len(identifier) > MAX_LENGTH:
                place = record.place_of("former_names", index)
                yield fault("E-NAME", place, name=name)
                continue
            if key in claimed:
                place = record.place_of("former_names", index)
                other = claimed[key] or strategy.resolve.records[key].source.path
                yield fault("E-ADDRESS", place, name=name, other=other)
            claimed[key] = record.source.path
