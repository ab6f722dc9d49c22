"""The pages of records: one module a kind. A kind without one gets the page of its declaration."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from chemins.pages.context import Desk
from chemins.pages.kinds import (
    action,
    actor,
    approach,
    change,
    contract,
    cooperation,
    declared,
    indicator,
    lesson,
    quartier,
    session,
    stage,
    term,
    vision,
)
from chemins.pages.proposing import proposal
from chemins.pages.site import Body
from chemins.records.base import Record

_BODIES: Mapping[str, Callable[[Desk, Any], Body]] = MappingProxyType(
    {
        "action": action.body,
        "actor": actor.body,
        "approach": approach.body,
        "change": change.body,
        "contract": contract.body,
        "cooperation": cooperation.body,
        "indicator": indicator.body,
        "lesson": lesson.body,
        "quartier": quartier.body,
        "session": session.body,
        "stage": stage.body,
        "term": term.body,
        "vision": vision.body,
    }
)


def body_of(desk: Desk, record: Record) -> Body:
    """What the page of ``record`` says under its title."""
    body = _BODIES.get(record.kind, declared.body)(desk, record)
    if desk.context.proposals is None:
        return body
    return replace(body, turn=body.turn + proposal(desk, record))
