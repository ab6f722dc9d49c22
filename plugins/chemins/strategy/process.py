"""The story of the process: its stages, their sessions in order, what each one produced."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from chemins.records.base import Record
from chemins.records.session import Session
from chemins.records.stage import Stage
from chemins.strategy.strategy import Strategy
from chemins.strategy.traces import IDEAS, became


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """A session on the way."""

    session: Session
    """Who met, and when if that is known."""

    visions: tuple[Record, ...]
    """The visions that were imagined there."""

    said: int
    """How many ideas were said there."""

    taken_shape: int
    """How many of them became a record."""

    records: tuple[Record, ...]
    """Those records, each once."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A stage and its sessions."""

    stage: Stage | None
    """The step of the process; none for the sessions of no stage."""

    number: int
    """Its place in the process, from 1; 0 for the sessions of no stage."""

    stops: tuple[Stop, ...]
    """In the order in which they took place, as far as it is known."""


def process(strategy: Strategy) -> tuple[Step, ...]:
    """The stages in their order, each with its sessions; those of no stage at the end."""
    sessions: dict[str, list[Session]] = {}
    for session in strategy.all(Session):
        stage = next(iter(strategy.targets(session, "stage")), None)
        sessions.setdefault(stage.identifier if stage else "", []).append(session)
    steps = [
        Step(stage, number, _stops(strategy, sessions.get(stage.identifier, ())))
        for number, stage in enumerate(strategy.all(Stage), start=1)
    ]
    others = _stops(strategy, sessions.get("", ()))
    return (*steps, Step(None, 0, others)) if others else tuple(steps)


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """``sessions`` as they followed one another.

    Those whose date is known are in the order of dates, whatever else is written. One without
    stands after the last whose ``order`` is lower than its own, else before the first whose is
    higher; and at the end when it has no ``order`` either.
    """
    found = list(sessions)
    placed = sorted((each for each in found if each.date), key=_by_date)
    undated = sorted((each for each in found if not each.date), key=_by_order)
    for session in undated:
        placed.insert(_place(session, placed), session)
    return tuple(placed)


def _place(session: Session, placed: list[Session]) -> int:
    if session.order is None:
        return len(placed)
    known = [(at, each.order) for at, each in enumerate(placed) if each.order is not None]
    before = [at for at, order in known if order <= session.order]
    after = [at for at, order in known if order > session.order]
    if before:
        return before[-1] + 1
    return after[0] if after else len(placed)


def _by_date(session: Session) -> tuple[object, ...]:
    return (session.date, *_by_order(session))


def _by_order(session: Session) -> tuple[float, str]:
    return (inf if session.order is None else session.order, session.identifier)


def _stops(strategy: Strategy, sessions: Iterable[Session]) -> tuple[Stop, ...]:
    return tuple(_stop(strategy, session) for session in in_order(sessions))


def _stop(strategy: Strategy, session: Session) -> Stop:
    return Stop(
        session=session,
        visions=strategy.sources(session, "visions_born"),
        said=len(session.ideas),
        taken_shape=sum(1 for idea in session.ideas if became(strategy, idea)),
        records=strategy.targets(session, IDEAS),
    )
