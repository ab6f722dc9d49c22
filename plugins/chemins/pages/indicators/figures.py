"""The pictures of an indicator: one at each width, and the quartiers side by side when few."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from chemins.diagrams.chart import Chart, chart
from chemins.diagrams.chart_frame import Frame, frame_of
from chemins.diagrams.chart_layout import NARROW, WIDE, unwritten
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
        numbered=[f"{at}\u00a0{each.name}" for at, each in enumerate(drawn.others, start=1)],
        notes=" ".join(_said_of(desk, drawn, WIDE, NARROW)),
    )


def quartier_figures(desk: Desk, indicator: Indicator) -> Markup:
    """Each quartier in a small picture, in the order of the strategy; none when they are many."""
    evidence = desk.context.evidence
    quartiers = [each for each in desk.strategy.all(Quartier) if evidence.is_in(indicator, each)]
    if len(quartiers) > MOST_SIDE_BY_SIDE:
        return Markup("")
    charts = [(each.label, quartier_chart(desk, indicator, each)) for each in quartiers]
    drawn = [each for _, each in charts if each]
    return side_by_side(desk, charts, frame_of(drawn) if drawn else None)


def side_by_side(
    desk: Desk, charts: Iterable[tuple[str, Chart | None]], frame: Frame | None = None
) -> Markup:
    """Small pictures, each with its name, in ``frame`` or each in its own; nothing without one."""
    drawn = [(name, each) for name, each in charts if each]
    if not drawn:
        return Markup("")
    return desk.template(
        "evidence/side_by_side",
        pictures=[(name, chart_svg(each, desk.locale, NARROW, frame)) for name, each in drawn],
        notes=" ".join(_said_of_all(desk, [each for _, each in drawn], frame)),
    )


def quartier_chart(desk: Desk, indicator: Indicator, quartier: Quartier) -> Chart | None:
    """One quartier, and the whole territory behind it."""
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
    drawn = _whole(desk, indicator, alone=True)
    if drawn is None:
        return Markup("")
    return desk.template(
        "evidence/small",
        picture=chart_svg(drawn, desk.locale, NARROW),
        notes=" ".join(_said_of(desk, drawn, NARROW)),
    )


def _whole(desk: Desk, indicator: Indicator, *, alone: bool = False) -> Chart | None:
    evidence = desk.context.evidence
    places = compared(desk, indicator)[: 1 if alone else None]
    if not places or places[0][1] != EVERYWHERE:
        return None
    drawn = [(name, evidence.at(indicator, where)) for name, where in places]
    return chart(indicator, drawn[0], desk.locale, drawn[1:])


def _said_of(desk: Desk, drawn: Chart, *widths: int) -> Iterator[str]:
    """What a picture says without words, and the words that have no room in it."""
    for name in unwritten(drawn, desk.locale, *widths):
        mark = drawn.target if name == "target" else drawn.baseline
        yield desk.said(f"indicator.drawn_{name}", said=mark.word if mark else "")
    if drawn.has_gap:
        yield desk.said("indicator.gap")
    if not frame_of((drawn,)).stands_on_zero:
        yield desk.said("indicator.above_zero")


def _said_of_all(desk: Desk, charts: Sequence[Chart], frame: Frame | None) -> Iterator[str]:
    compared = sum(bool(each.others) for each in charts)
    if compared:
        yield desk.said(f"indicator.thin_{'all' if compared == len(charts) else 'some'}")
    if any(each.has_gap for each in charts):
        yield desk.said("indicator.gap")
    if frame and not frame.stands_on_zero:
        yield desk.said("indicator.above_zero")
