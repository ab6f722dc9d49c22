"""What leads to the record before and the record after, at the end of a page."""

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.records.base import Record


def turn(desk: Desk, record: Record, kind: str) -> Markup:
    """The links to the neighbours of ``record`` among its kind, in their order."""
    others = desk.strategy.all(type(record))
    at = next(index for index, each in enumerate(others) if each.key == record.key)
    return desk.template(
        "parts/turn",
        kind=kind,
        before=others[at - 1] if at else None,
        after=others[at + 1] if at + 1 < len(others) else None,
    )
