"""How one knows whether a change moved: what is measured beside what is seen, in one section."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from chemins.diagrams.figures import seen_on, since
from chemins.pages.context import Desk
from chemins.pages.indicators.figures import small_figure
from chemins.pages.indicators.lines import IndicatorLine, line
from chemins.pages.parts import section
from chemins.pages.site import Section
from chemins.pages.values import linked_actor
from chemins.records.change import Change, ChangeObservation, Marker, MarkerLevel
from chemins.records.indicator import Indicator, IndicatorNature
from chemins.strategy.evidence import Seen, indicators_of, observed, seen

STYLES = ("chemins/evidence.css",)
"""What the pages load that show evidence."""

_DRAWN = 4
"""How many measures of a change are drawn on its page; the others are said."""


def evidence_section(desk: Desk, record: Change) -> Section | None:
    """« Comment on le sait »: figures and observations side by side, then the signs to watch for.

    Source: the contracts are asked for figures and for « éléments d'appréciation qualitative issus
    de l'observation locale »; neither stands alone.
    """
    indicators = indicators_of(desk.strategy, record)
    counted, listened = _by_nature(indicators)
    observations = [_observation(desk, each) for each in reversed(observed(record))]
    markers = tuple(_markers(desk, record))
    if not (indicators or observations or markers):
        return None
    html = desk.template(
        "evidence/change",
        counted=list(_drawn(desk, counted)),
        listened=[line(desk, each) for each in listened],
        observations=observations,
        markers=markers,
    )
    return section(desk.said("change.evidence"), html, "section")


def state_said(desk: Desk, found: Seen) -> str:
    """« Premiers signes depuis mars 2026 », « en cours, constaté en juin 2025 »."""
    word = found.state.said(desk.locale)
    if found.since:
        return f"{word} {since(found.since, desk.locale)}"
    return f"{word}, {seen_on(found.seen_on, desk.locale)}" if found.seen_on else word


def state_of(desk: Desk, record: Change) -> str:
    """The same of a change."""
    return state_said(desk, seen(record))


def moved_lines(desk: Desk, moved: Iterable[Seen]) -> list[dict[str, Any]]:
    """The changes that moved, each with its state in words and what it was before."""
    return [
        {
            "code": each.state.value,
            "title": each.change.label,
            "href": desk.href(each.change),
            "said": state_said(desk, each),
            "before": each.before.said(desk.locale) if each.before else "",
            "illustrative": each.change.illustrative,
            "waits": desk.waits(each.change),
        }
        for each in moved
    ]


def _by_nature(indicators: Iterable[Indicator]) -> tuple[list[Indicator], list[Indicator]]:
    counted: list[Indicator] = []
    listened: list[Indicator] = []
    for each in indicators:
        is_counted = each.nature is IndicatorNature.QUANTITATIVE
        (counted if is_counted else listened).append(each)
    return counted, listened


def _drawn(desk: Desk, indicators: Sequence[Indicator]) -> Iterator[IndicatorLine]:
    for at, each in enumerate(indicators):
        yield line(desk, each, picture=small_figure(desk, each) if at < _DRAWN else Markup(""))


def _observation(desk: Desk, each: ChangeObservation) -> dict[str, Any]:
    return {
        "code": each.state.value,
        "word": each.state.said(desk.locale),
        "date": each.date.said(desk.locale),
        "by": each.observed_by or "",
        "story": Markup("") if "story" in each.withheld else desk.prose(each.story, level=5),
    }


def _markers(desk: Desk, record: Change) -> Iterator[dict[str, Any]]:
    """The signs, actor by actor as they are first named, what is expected before what is hoped."""
    for actor in dict.fromkeys(each.actor for each in record.markers):
        held = [each for each in record.markers if each.actor == actor]
        held.sort(key=lambda each: tuple(MarkerLevel).index(each.level))
        yield {
            "actor": _heading(linked_actor(desk, actor)) if actor else "",
            "signs": [_sign(desk, each) for each in held],
        }


def _heading(actor: Markup) -> Markup:
    """A public that heads its signs begins as a heading does; a link already has a name."""
    return actor if actor.startswith("<") else actor[:1].upper() + actor[1:]


def _sign(desk: Desk, each: Marker) -> dict[str, Any]:
    return {
        "level": each.level.said(desk.locale),
        "text": desk.inline(each.text),
        "seen": each.seen_on.said(desk.locale) if each.seen_on else "",
    }
