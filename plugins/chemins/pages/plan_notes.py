"""What the foot of a plan says: what of it is an example, and whose it is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from chemins.pages.context import Desk
from chemins.records.base import Record
from chemins.records.territory import Territory

_MOST_PROVENANCES = 3


@dataclass(frozen=True, slots=True)
class PlanNotes:
    """Sentences, each empty where there is nothing to say."""

    all_examples: bool
    """Whether each of its records is an example: then it is said once, and marks none."""

    examples: str
    """What of it is an example, and where the examples come from."""

    banner: str
    """That the territory is not the one that publishes."""

    demonstration: str
    """That the plan is not the territory's own."""

    def with_further(self, *further: str) -> str:
        """All of it, and what is said ``further``: what the foot of a sheet has to hold."""
        said = (self.examples, self.banner, self.demonstration, *further)
        return " ".join(filter(None, said))


def plan_notes(desk: Desk, records: Sequence[Record]) -> PlanNotes:
    """What to say of a plan that shows ``records``."""
    all_examples = bool(records) and all(each.illustrative for each in records)
    territory = desk.strategy.single(Territory)
    banner = demonstration = ""
    if territory and territory.demonstration:
        banner = desk.locale.text("site.banner", name=territory.name)
        demonstration = desk.said("plan.not_theirs", name=territory.name)
    return PlanNotes(all_examples, _examples(desk, records, all_examples), banner, demonstration)


def _examples(desk: Desk, records: Sequence[Record], all_examples: bool) -> str:
    examples = [each for each in records if each.illustrative]
    found = tuple(dict.fromkeys(each.provenance for each in examples if each.provenance))
    said = [f"{each}." for each in found]
    if len(found) > _MOST_PROVENANCES:
        said = [desk.said("plan.provenances")]
    if said and not all_examples:
        said.insert(0, desk.said("plan.examples"))
    elif examples and not said and all_examples:
        said.append(desk.said("plan.all_examples"))
    return " ".join(said)
