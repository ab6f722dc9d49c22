"""The agenda: when people meet or met, by date, for all and for each quartier.

Nothing here knows what day it is: a site says the same on any day (decision 20).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.strategy.resolve import Key
from chemins.strategy.strategy import Strategy


@dataclass(frozen=True, slots=True, eq=False)
class Agenda:
    """The sessions that have a date, the last first."""

    dated: tuple[Session, ...]
    """All of them."""

    by_quartier: Mapping[Key, tuple[Session, ...]]
    """Those of each quartier."""

    def of(self, quartier: Quartier | None) -> tuple[Session, ...]:
        """Those of ``quartier``, or all."""
        return self.by_quartier.get(quartier.key, ()) if quartier else self.dated


def agenda_of(strategy: Strategy) -> Agenda:
    """The agenda of ``strategy``."""
    dated = last_first(strategy.all(Session))
    by_quartier: dict[Key, list[Session]] = {}
    for session in dated:
        for quartier in strategy.targets(session, "quartier"):
            by_quartier.setdefault(quartier.key, []).append(session)
    return Agenda(dated, {key: tuple(found) for key, found in by_quartier.items()})


def last_first(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Those of ``sessions`` that have a date, the last first."""
    dated = [(each.date, each) for each in sessions if each.date]
    dated.sort(
        key=lambda pair: (pair[0], str(pair[1].start_time or ""), pair[1].identifier), reverse=True
    )
    return tuple(session for _, session in dated)
