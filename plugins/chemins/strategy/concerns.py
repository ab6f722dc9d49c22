"""What concerns a place or a moment: a quartier, a stage, a session."""

from dataclasses import dataclass

from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.stage import Stage
from chemins.records.vision import Vision
from chemins.strategy.actions import actions_in
from chemins.strategy.strategy import AnyRecord, Strategy


@dataclass(frozen=True, slots=True, eq=False)
class Concerns:
    """What happens in a quartier."""

    visions: tuple[Vision, ...]
    """What is wished for there."""

    changes: tuple[Change, ...]
    """What should change there."""

    sessions: tuple[Session, ...]
    """Who met there, or about it."""

    actions: tuple[Action, ...]
    """What is done there, what is on first."""


def concerns(strategy: Strategy, quartier: Quartier) -> Concerns:
    """What the strategy says of ``quartier``."""
    return Concerns(
        visions=_of(Vision, strategy.sources(quartier, "visions")),
        changes=_of(Change, strategy.sources(quartier, "changes")),
        sessions=_of(Session, strategy.sources(quartier, "sessions")),
        actions=actions_in(strategy, quartier),
    )


def produced_by(strategy: Strategy, record: Stage | Session) -> tuple[Record, ...]:
    """The visions and the records that came of a session, or of all the sessions of a stage."""
    if isinstance(record, Stage):
        sessions = _of(Session, strategy.sources(record, "sessions"))
        found = [each for session in sessions for each in produced_by(strategy, session)]
    else:
        found = [*strategy.sources(record, "visions_born"), *strategy.targets(record, "ideas")]
    return tuple({each.key: each for each in found}.values())


def lessons_of(strategy: Strategy, record: Record) -> tuple[Lesson, ...]:
    """The lessons drawn from ``record``, in their order."""
    return tuple(sorted(_of(Lesson, strategy.sources(record, "lessons")), key=lambda e: e.rank))


def _of(kind: type[AnyRecord], records: tuple[Record, ...]) -> tuple[AnyRecord, ...]:
    return tuple(record for record in records if isinstance(record, kind))
