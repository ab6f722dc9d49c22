"""What was said and what came of it, walked both ways: from a session on, from a record back."""

from collections.abc import Iterator
from dataclasses import dataclass

from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.identifiers import reference_of
from chemins.records.session import Idea, Outcome, Session
from chemins.records.stage import Stage
from chemins.records.vision import Vision
from chemins.strategy.pathways import DOWNSTREAM, visions_reached
from chemins.strategy.resolve import Key
from chemins.strategy.strategy import Strategy

IDEAS = "ideas"
"""What came of the ideas of a session: the field that leads there, and the way back."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """An idea, and what was made of it."""

    idea: Idea
    """What was said."""

    became: tuple[Record, ...]
    """The records that came of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """A session that something came of."""

    session: Session
    """Where it was said."""

    stage: Stage | None
    """The step of the process that it belongs to."""

    ideas: tuple[Idea, ...]
    """What was said there that led here, in the words of the room."""


@dataclass(frozen=True, slots=True, eq=False)
class Birth:
    """A vision and the session that imagined it."""

    vision: Vision
    """What was imagined."""

    session: Session
    """Where."""

    by_example: bool = False
    """Whether only links that are examples lead to the vision."""


def answers(strategy: Strategy, session: Session) -> dict[Outcome | None, tuple[Answer, ...]]:
    """The ideas of ``session`` by outcome, in the order of the closed list, then the unanswered.

    Only the outcomes that there are; within one, ideas are in the order of the session.
    """
    found = [Answer(idea, became(strategy, idea)) for idea in session.ideas]
    outcomes: tuple[Outcome | None, ...] = (*Outcome, None)
    sorted_ = {
        outcome: tuple(each for each in found if each.idea.outcome is outcome)
        for outcome in outcomes
    }
    return {outcome: each for outcome, each in sorted_.items() if each}


def became(strategy: Strategy, idea: Idea) -> tuple[Record, ...]:
    """The records that came of ``idea``, each once."""
    found = (strategy.resolve.one(reference_of(each)) for each in idea.becomes)
    return tuple({each.key: each for each in found if each is not None}.values())


def origins(strategy: Strategy, record: Record) -> tuple[Origin, ...]:
    """The sessions whose ideas led to ``record``, of any kind, in the order of the sessions."""
    sessions = [each for each in strategy.sources(record, IDEAS) if isinstance(each, Session)]
    return tuple(
        Origin(session, stage_of(strategy, session), tuple(_led_to(strategy, session, record)))
        for session in sorted(sessions, key=lambda each: each.rank)
    )


def births(strategy: Strategy, record: Record) -> tuple[Birth, ...]:
    """Where ``record`` was imagined when it is a vision; where its visions were, for a change."""
    if isinstance(record, Vision):
        visions: tuple[Vision, ...] = (record,)
    elif isinstance(record, Change):
        visions = visions_reached(strategy, record)
    else:
        visions = ()
    own = _without_examples(strategy, record)
    return tuple(
        Birth(vision, session, by_example=vision.key not in own)
        for vision in visions
        for session in strategy.targets(vision, "born_of")
        if isinstance(session, Session)
    )


def _without_examples(strategy: Strategy, record: Record) -> set[Key]:
    """What ``record`` contributes to, and itself, by links that are no examples."""
    reached, ahead = {record.key}, [record]
    while ahead:
        for link in strategy.links_from(ahead.pop(), DOWNSTREAM):
            if not link.illustrative and link.target.key not in reached:
                reached.add(link.target.key)
                ahead.append(link.target)
    return reached


def stage_of(strategy: Strategy, session: Session) -> Stage | None:
    """The step of the process that ``session`` belongs to, when it is known."""
    stages = (each for each in strategy.targets(session, "stage") if isinstance(each, Stage))
    return next(stages, None)


def _led_to(strategy: Strategy, session: Session, record: Record) -> Iterator[Idea]:
    for idea in session.ideas:
        if any(each.key == record.key for each in became(strategy, idea)):
            yield idea
