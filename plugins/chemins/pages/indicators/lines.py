"""An indicator as a line: what it is called, and its last values in words."""

from dataclasses import dataclass

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.indicators.said import note_said, sentence, step_said
from chemins.records.indicator import EVERYWHERE, Indicator, IndicatorNature
from chemins.strategy.evidence import Where


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of a list."""

    title: str
    """Plain text."""

    href: str
    """Its page."""

    said: str
    """Its last values, with their dates; empty where nothing is known."""

    nature: str
    """Whether one counts, or looks and listens."""

    illustrative: bool
    """Whether it is an example."""

    waits: bool
    """Whether it is seen in a preview alone."""

    picture: Markup = Markup("")
    """Its chart."""


def line(
    desk: Desk, indicator: Indicator, where: Where = EVERYWHERE, picture: Markup = Markup("")
) -> IndicatorLine:
    """``indicator`` as it stands at ``where``."""
    return IndicatorLine(
        title=indicator.label,
        href=desk.href(indicator),
        said=sentence(last_said(desk, indicator, where)) or _elsewhere(desk, indicator),
        nature=indicator.nature.said(desk.locale),
        illustrative=indicator.illustrative,
        waits=desk.waits(indicator),
        picture=picture,
    )


def last_said(desk: Desk, indicator: Indicator, where: Where = EVERYWHERE) -> str:
    """The last values at ``where``; what was last seen there, where one does not count."""
    evidence = desk.context.evidence
    if indicator.nature is IndicatorNature.QUALITATIVE:
        told = [each for each in evidence.at(indicator, where) if each.note]
        return note_said(desk, told[-1]) if told else ""
    step = evidence.step(indicator, where)
    return step_said(desk, step) if step else ""


def _elsewhere(desk: Desk, indicator: Indicator) -> str:
    """Where ``indicator`` was measured, when that is in quartiers alone."""
    count = len({each.quartier for each in indicator.values if each.quartier})
    return desk.said("indicator.in_quartiers", count=count) if count else ""
