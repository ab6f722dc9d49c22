"""Where a record comes from: the ideas that led to it, in the words of the room."""

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.items import items
from chemins.records.base import Record
from chemins.strategy.traces import Birth, Origin, births, origins


def origin(desk: Desk, record: Record) -> Markup:
    """The sessions and the ideas that ``record`` comes from; nothing when none is known."""
    said = [_said(desk, each) for each in origins(desk.strategy, record)]
    born = [_born(desk, record, each) for each in births(desk.strategy, record)]
    return desk.template("parts/origin", origins=said, births=born) if said or born else Markup("")


def _said(desk: Desk, found: Origin) -> dict[str, object]:
    return {
        "ideas": [desk.inline(idea.text) for idea in found.ideas],
        "session": items(desk, (found.session,))[0],
        "stage": items(desk, (found.stage,))[0] if found.stage else None,
    }


def _born(desk: Desk, record: Record, found: Birth) -> dict[str, object]:
    is_own = found.vision.key == record.key
    return {
        "vision": None if is_own else items(desk, (found.vision,))[0],
        "session": items(desk, (found.session,))[0],
        "by_example": found.by_example,
    }
