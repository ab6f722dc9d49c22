"""The home page: what this is, and the ways in."""

from collections.abc import Iterable

from chemins.pages.context import Desk
from chemins.pages.index import title as index_title
from chemins.pages.items import items
from chemins.pages.parts import description, present, section
from chemins.pages.site import Body, Section
from chemins.records.base import Record
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.stage import Stage
from chemins.records.territory import Territory
from chemins.records.vision import Vision

_FIRST = 8
"""How many records of a kind home shows; the index has them all."""


def body(desk: Desk, title: str) -> Body:
    """The home page of a site called ``title``."""
    territory = desk.strategy.single(Territory)
    text = territory.body if territory else ""
    summary = territory.summary if territory and territory.summary else text
    strategy = desk.strategy
    return Body(
        description=description(summary or "", desk.said("home.description", title=title)),
        front=desk.template("plain_front", title=title, lead=desk.prose(text)),
        sections=present(
            _ways_in(desk, desk.said("home.quartiers"), Quartier, strategy.all(Quartier)),
            _ways_in(desk, desk.said("home.vision"), Vision, strategy.all(Vision)),
            _ways_in(desk, desk.said("home.stages"), Stage, strategy.all(Stage)),
            _ways_in(desk, desk.said("home.lessons"), Lesson, strategy.all(Lesson)),
        ),
    )


def _ways_in(
    desk: Desk, heading: str, kind: type[Record], records: Iterable[Record]
) -> Section | None:
    lines = items(desk, tuple(records)[:_FIRST])
    if not lines:
        return None
    html = desk.template(
        "parts/more",
        lines=lines,
        href=desk.link(desk.context.addresses.index(kind)),
        what=index_title(desk, kind),
    )
    return section(heading, html)
