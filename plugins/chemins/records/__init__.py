"""What a strategy is made of: one module a kind. No I/O, no HTML."""

from chemins.records.action import Action
from chemins.records.actor import Actor
from chemins.records.approach import Approach
from chemins.records.base import Part, Record, Source
from chemins.records.change import Change
from chemins.records.contract import Contract
from chemins.records.cooperation import Cooperation
from chemins.records.indicator import Indicator
from chemins.records.kinds import Kinds
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.session import Session
from chemins.records.stage import Stage
from chemins.records.term import Term
from chemins.records.territory import Territory
from chemins.records.vision import Vision

KINDS = Kinds(
    (
        Territory,
        Contract,
        Approach,
        Quartier,
        Vision,
        Change,
        Action,
        Indicator,
        Stage,
        Session,
        Lesson,
        Cooperation,
        Actor,
        Term,
    )
)
"""The kinds that Chemins knows, in the order in which a site shows them."""

__all__ = [
    "KINDS",
    "Action",
    "Actor",
    "Approach",
    "Change",
    "Contract",
    "Cooperation",
    "Indicator",
    "Kinds",
    "Lesson",
    "Part",
    "Quartier",
    "Record",
    "Session",
    "Source",
    "Stage",
    "Term",
    "Territory",
    "Vision",
]
