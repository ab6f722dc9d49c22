"""Commitments: who undertook to do what when the contract was signed, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chemins.records.action import Action
from chemins.records.actor import Actor
from chemins.records.base import Record
from chemins.records.contract import Commitment, CommitmentYear, Contract
from chemins.records.identifiers import identifier_of, reference_of
from chemins.strategy.strategy import Strategy


@dataclass(frozen=True, slots=True, eq=False)
class Undertaken:
    """A commitment, by whom, kept by which actions."""

    signatory: str
    """Who, as it was typed."""

    actor: Actor | None
    """The record of the signatory, where there is one."""

    commitment: Commitment
    """What."""

    actions: tuple[Action, ...]
    """The actions by which it is kept."""

    number: int
    """Its place among the commitments of the contract, from 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Signed:
    """A signatory with all it undertook to do: one who signs twice is told once."""

    name: str
    """Who, as people say it."""

    actor: Actor | None
    """The record, where there is one."""

    undertaken: tuple[Undertaken, ...]
    """To what, in the order of the contract."""


class Commitments:
    """The commitments of a contract, found by who made them and by what keeps them."""

    def __init__(self, signed: Iterable[Signed]) -> None:
        """Takes the signatories, in the order of the contract."""
        self.signed = tuple(signed)
        self._by: dict[tuple[str, str], tuple[Undertaken, ...]] = {}
        kept: dict[tuple[str, str], list[Undertaken]] = {}
        for each in self.signed:
            if each.actor is not None:
                self._by[each.actor.key] = each.undertaken
            for one in each.undertaken:
                for action in one.actions:
                    kept.setdefault(action.key, []).append(one)
        self._kept = {key: tuple(found) for key, found in kept.items()}

    def of(self, actor: Record) -> tuple[Undertaken, ...]:
        """What ``actor`` undertook to do."""
        return self._by.get(actor.key, ())

    def kept_by(self, action: Record) -> tuple[Undertaken, ...]:
        """The commitments that ``action`` keeps."""
        return self._kept.get(action.key, ())


def commitments_of(strategy: Strategy) -> Commitments:
    """The commitments of the contract of ``strategy``; none without one."""
    contract = strategy.single(Contract)
    return Commitments(_signed(strategy, contract) if contract else ())


def told(commitment: Commitment) -> tuple[CommitmentYear, ...]:
    """What became of ``commitment``, the last year first."""
    return tuple(sorted(commitment.years, key=lambda each: each.year, reverse=True))


def _signed(strategy: Strategy, contract: Contract) -> Iterator[Signed]:
    whole: dict[str, list[Commitment]] = {}
    names: dict[str, tuple[str, Actor | None]] = {}
    for signatory in contract.signatories:
        found = strategy.resolve.one(reference_of(signatory.actor), ("actor",))
        actor = found if isinstance(found, Actor) else None
        key = actor.identifier if actor else identifier_of(signatory.actor) or signatory.actor
        names.setdefault(key, (actor.label if actor else signatory.actor, actor))
        whole.setdefault(key, []).extend(signatory.commitments)
    number = 0
    for key, commitments in whole.items():
        name, actor = names[key]
        undertaken = []
        for commitment in commitments:
            number += 1
            actions = tuple(_actions(strategy, commitment))
            undertaken.append(Undertaken(name, actor, commitment, actions, number))
        yield Signed(name, actor, tuple(undertaken))


def _actions(strategy: Strategy, commitment: Commitment) -> Iterator[Action]:
    for reference in dict.fromkeys(map(reference_of, commitment.actions)):
        found = strategy.resolve.one(reference, ("action",))
        if isinstance(found, Action):
            yield found
