"""The pictures of an indicator: one at each width, and the quartiers side by side when few."""

from markupsafe import Markup

from chemins.diagrams.chart import Chart, chart
from chemins.diagrams.chart_frame import frame_of
from chemins.diagrams.chart_layout import NARROW, WIDE
from chemins.diagrams.chart_svg import chart_svg
from chemins.pages.context import Desk
from chemins.pages.indicators.tables import compared
from chemins.records.indicator import EVERYWHERE, Indicator
from chemins.records.quartier import Quartier
from chemins.strategy.evidence import place_of

MOST_SIDE_BY_SIDE = 12
"""How many quartiers are drawn side by side: more is a wall, and their table is enough."""


def over_time_figure(desk: Desk, indicator: Indicator) -> Markup:
    """The whole territory, with its communes; at the width of a desk, and of a phone."""
    drawn = _whole(desk, indicator)
    if drawn is None:
        return Markup("")
    return desk.template(
        "evidence/figure",
        wide=chart_svg(drawn, desk.locale, WIDE),
        narrow=chart_svg(drawn, desk.locale, NARROW),
        compared=[trace.name for trace in drawn.others],
        above_zero=not frame_of((drawn,)).stands_on_zero,
    )


def quartier_figures(desk: Desk, indicator: Indicator) -> Markup:
    """Each quartier in a small picture, in the order of the strategy; none when they are many."""
    evidence = desk.context.evidence
    quartiers = [each for each in desk.strategy.all(Quartier) if evidence.is_in(indicator, each)]
    if len(quartiers) > MOST_SIDE_BY_SIDE:
        return Markup("")
    drawn = [(each.label, _of_quartier(desk, indicator, each)) for each in quartiers]
    charts = [(name, each) for name, each in drawn if each is not None]
    if not charts:
        return Markup("")
    frame = frame_of([each for _, each in charts])
    return desk.template(
        "evidence/side_by_side",
        pictures=[(name, chart_svg(each, desk.locale, NARROW, frame)) for name, each in charts],
        above_zero=not frame.stands_on_zero,
    )


def quartier_figure(desk: Desk, indicator: Indicator, quartier: Quartier) -> Markup:
    """One quartier, and the whole territory behind it."""
    return chart_svg(_of_quartier(desk, indicator, quartier), desk.locale, NARROW)


def _of_quartier(desk: Desk, indicator: Indicator, quartier: Quartier) -> Chart | None:
    evidence = desk.context.evidence
    return chart(
        indicator,
        (quartier.label, evidence.at(indicator, place_of(quartier))),
        desk.locale,
        [(desk.said("indicator.everywhere"), evidence.at(indicator))],
        levels=False,
    )


def small_figure(desk: Desk, indicator: Indicator) -> Markup:
    """The whole territory in a small picture, for the page of what is measured."""
    return chart_svg(_whole(desk, indicator, alone=True), desk.locale, NARROW)


def _whole(desk: Desk, indicator: Indicator, *, alone: bool = False) -> Chart | None:
    evidence = desk.context.evidence
    places = compared(desk, indicator)[: 1 if alone else None]
    if not places or places[0][1] != EVERYWHERE:
        return None
    drawn = [(name, evidence.at(indicator, where)) for name, where in places]
    return chart(indicator, drawn[0], desk.locale, drawn[1:])
