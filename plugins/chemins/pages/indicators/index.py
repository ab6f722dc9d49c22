"""The page of all indicators, put together by what they tell of."""

from collections.abc import Iterable
from typing import Any

from chemins.pages.context import Desk
from chemins.pages.index import body as plain_body
from chemins.pages.index import title as index_title
from chemins.pages.indicators.lines import line
from chemins.pages.parts import present, section
from chemins.pages.site import Body
from chemins.records.base import Record
from chemins.records.indicator import EVERYWHERE, Indicator
from chemins.records.quartier import Quartier
from chemins.strategy.evidence import place_of
from chemins.strategy.resolve import Key


def body(desk: Desk) -> Body:
    """The indicators, under what they tell of."""
    indicators = desk.strategy.all(Indicator)
    if not indicators:
        return plain_body(desk, Indicator)
    held = _held(desk, indicators)
    sections = []
    for kind in desk.strategy.kinds:
        told = [each for each in desk.strategy.all(kind) if each.key in held]
        if told:
            heading = desk.said(f"indicators.of_{kind.kind}")
            groups = [_group(desk, each, held[each.key]) for each in told]
            html = desk.template("evidence/groups", groups=groups)
            sections.append(section(heading, html, searched=False))
    alone = [each for each in indicators if not desk.strategy.targets(each, "measures")]
    if alone:
        groups = [{"title": "", "href": "", "lines": [line(desk, each) for each in alone]}]
        html = desk.template("evidence/groups", groups=groups)
        sections.append(section(desk.said("indicators.of_nothing"), html, searched=False))
    files = [(desk.said("indicators.file"), desk.link(desk.context.addresses.indicators_table()))]
    return Body(
        description=desk.said("indicators.description", count=len(indicators)),
        front=desk.template(
            "plain_front",
            title=index_title(desk, Indicator),
            lead=desk.locale.text("kinds.indicator.about"),
        ),
        sections=present(
            *sections,
            section(
                desk.said("indicators.files"),
                desk.template("parts/files", files=files),
                searched=False,
            ),
        ),
    )


def _held(desk: Desk, indicators: Iterable[Indicator]) -> dict[Key, list[Indicator]]:
    """What something tells of → its indicators, in their order."""
    held: dict[Key, list[Indicator]] = {}
    for each in indicators:
        for record in desk.strategy.targets(each, "measures"):
            held.setdefault(record.key, []).append(each)
    return held


def _group(desk: Desk, record: Record, held: list[Indicator]) -> dict[str, Any]:
    where = place_of(record) if isinstance(record, Quartier) else EVERYWHERE
    found = [line(desk, each, where) for each in held]
    return {"title": record.label, "href": desk.href(record), "lines": found}
