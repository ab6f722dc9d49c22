"""The page of all indicators: each once, under the first kind of what it tells of."""

from collections.abc import Iterable

from chemins.pages.context import Desk
from chemins.pages.index import body as plain_body
from chemins.pages.index import title as index_title
from chemins.pages.indicators.lines import line
from chemins.pages.parts import present, section
from chemins.pages.site import Body, Section
from chemins.records.action import Action
from chemins.records.change import Change
from chemins.records.indicator import Indicator
from chemins.records.quartier import Quartier

_TOLD = (Change.kind, Action.kind, Quartier.kind)
"""What indicators tell of, in the order of the page: what one hopes for comes first."""


def body(desk: Desk) -> Body:
    """The indicators, under what they tell of."""
    indicators = desk.strategy.all(Indicator)
    if not indicators:
        return plain_body(desk, Indicator)
    sections = [
        _section(desk, desk.said(f"indicators.of_{kind}"), found)
        for kind in _TOLD
        if (found := [each for each in indicators if _first_told(desk, each) == kind])
    ]
    if alone := [each for each in indicators if not _first_told(desk, each)]:
        sections.append(_section(desk, desk.said("indicators.of_nothing"), alone))
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


def _first_told(desk: Desk, indicator: Indicator) -> str:
    """The kind under which ``indicator`` stands, once: the first of those that it tells of."""
    told = {each.kind for each in desk.strategy.targets(indicator, "measures")}
    return next((kind for kind in _TOLD if kind in told), "")


def _section(desk: Desk, heading: str, indicators: Iterable[Indicator]) -> Section | None:
    lines = [line(desk, each, with_subjects=True) for each in indicators]
    html = desk.template("evidence/lines", lines=lines)
    return section(heading, html, searched=False)
