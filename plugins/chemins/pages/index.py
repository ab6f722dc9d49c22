"""The page that lists a kind."""

from chemins.pages.context import Desk
from chemins.pages.items import items
from chemins.pages.site import Body, Section
from chemins.records.base import Record


def body(desk: Desk, kind: type[Record]) -> Body:
    """All records of ``kind``, in their order."""
    locale = desk.locale
    records = desk.strategy.all(kind)
    about = locale.text(f"kinds.{kind.kind}.about")
    return Body(
        description=about,
        front=desk.template("plain_front", title=title(desk, kind), lead=about),
        sections=(
            Section(
                identifier=desk.said("index.anchor"),
                heading=desk.said("index.count", count=len(records)),
                html=desk.template("index", lines=items(desk, records, excerpts=True)),
                style="section section--margin",
                searched=False,
            ),
        ),
    )


def title(desk: Desk, kind: type[Record]) -> str:
    """« Changements »."""
    name = desk.locale.text(f"kinds.{kind.kind}.many")
    return name[0].upper() + name[1:]
