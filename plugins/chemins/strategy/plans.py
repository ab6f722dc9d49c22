"""What a plan on one page holds: the whole strategy, or what a quartier wishes for and changes."""

from collections.abc import Iterable

from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.quartier import Quartier
from chemins.records.vision import Vision
from chemins.strategy.concerns import concerns
from chemins.strategy.pathways import DOWNSTREAM, Pathway, downstream, upstream
from chemins.strategy.strategy import Strategy


def plan_of_all(strategy: Strategy) -> Pathway:
    """The plan of the territory: every change and every vision."""
    return _among(strategy, strategy.all(Change), strategy.all(Vision))


def plan_of(strategy: Strategy, quartier: Quartier) -> Pathway:
    """The plan of ``quartier``: its own visions and changes, and what these contribute to.

    A change that names no quartier happens in all of them, so that it stands here too when it
    leads to one of the quartier's visions.
    """
    own = concerns(strategy, quartier)
    kept = {record.key for record in (*own.visions, *own.changes)}
    for change in own.changes:
        kept.update(each.key for each in downstream(strategy, change))
    for vision in own.visions:
        kept.update(each.key for each in upstream(strategy, vision) if not each.quartiers)
    return _among(
        strategy,
        (each for each in strategy.all(Change) if each.key in kept),
        (each for each in strategy.all(Vision) if each.key in kept),
    )


def by_vision(strategy: Strategy, plan: Pathway) -> tuple[Pathway, ...]:
    """``plan`` in parts: what leads to each vision, then what leads to none.

    A change that contributes to two visions is in both parts.
    """
    left = {change.key: change for change in plan.changes}
    parts = []
    for vision in plan.visions:
        leading = {each.key for each in upstream(strategy, vision)}
        parts.append(
            _among(strategy, (each for each in plan.changes if each.key in leading), (vision,))
        )
        left = {key: change for key, change in left.items() if key not in leading}
    return (*parts, *((_among(strategy, left.values(), ()),) if left else ()))


def is_own(strategy: Strategy, record: Record, quartier: Quartier) -> bool:
    """Whether ``record`` names ``quartier``."""
    return any(each.key == quartier.key for each in strategy.targets(record, "quartiers"))


def _among(strategy: Strategy, changes: Iterable[Change], visions: Iterable[Vision]) -> Pathway:
    changes, visions = tuple(changes), tuple(visions)
    inside = {each.key for each in (*changes, *visions)}
    return Pathway(
        changes=changes,
        visions=visions,
        links=tuple(
            link
            for change in changes
            for link in strategy.links_from(change, DOWNSTREAM)
            if link.target.key in inside
        ),
    )
