"""An indicator as a line: what it is called, and its last values in words."""

from dataclasses import dataclass

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.indicators.said import note_said, sentence, step_said
from chemins.pages.values import anchored
from chemins.records.indicator import EVERYWHERE, Indicator, IndicatorNature
from chemins.records.quartier import Quartier
from chemins.strategy.evidence import Where, place_of

MOST_PLACES = 3
"""How many places a line says one by one: of more, their number, and its page has them all."""


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

    subjects: Markup = Markup("")
    """What it tells of, as links, where the list does not say it."""


def line(
    desk: Desk,
    indicator: Indicator,
    picture: Markup = Markup(""),
    *,
    with_subjects: bool = False,
) -> IndicatorLine:
    """``indicator`` as it stands."""
    told = desk.strategy.targets(indicator, "measures") if with_subjects else ()
    return IndicatorLine(
        title=indicator.label,
        href=desk.href(indicator),
        said=sentence(last_said(desk, indicator)) or _elsewhere(desk, indicator),
        nature=indicator.nature.said(desk.locale),
        illustrative=indicator.illustrative,
        waits=desk.waits(indicator),
        picture=picture,
        subjects=Markup(", ").join(anchored(desk, each) for each in told),
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
    """What ``indicator`` is in each place, when it was never measured over the whole territory."""
    evidence = desk.context.evidence
    quartiers = [each for each in desk.strategy.all(Quartier) if evidence.is_in(indicator, each)]
    places = [(each.label, place_of(each)) for each in quartiers]
    places = places or [(name, where) for where, name in evidence.communes(indicator).items()]
    if len(places) > MOST_PLACES:
        key = "in_quartiers" if quartiers else "in_communes"
        return desk.said(f"indicator.{key}", count=len(places))
    is_told = indicator.nature is IndicatorNature.QUALITATIVE
    key = "told_at" if is_told else "known_at"
    return " ".join(
        sentence(desk.said(f"indicator.{key}", place=name, said=said))
        for name, where in places
        if (said := last_said(desk, indicator, where))
    )
