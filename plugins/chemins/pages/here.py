"""What a quartier's page says of the place: what moved, where one goes, what is measured there."""

from typing import Any

from babel import Locale as Cldr
from babel import UnknownLocaleError
from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.evidence import moved_lines
from chemins.pages.indicators.figures import quartier_chart, side_by_side
from chemins.pages.indicators.lines import last_said
from chemins.pages.indicators.said import cell, cell_dated
from chemins.pages.indicators.tables import is_counted
from chemins.pages.parts import section
from chemins.pages.site import Section
from chemins.pages.values import file_link
from chemins.records.change import Change
from chemins.records.identifiers import identifier_of
from chemins.records.indicator import EVERYWHERE, Indicator
from chemins.records.quartier import PlaceToGo, Quartier, Summary
from chemins.strategy.evidence import (
    Where,
    indicators_of,
    moved_lately,
    place_of,
)
from chemins.text import markdown

_MOST_VALUES = 6
"""How many values that moved are told in words; the table has them all."""

_MOST_DRAWN = 6
"""How many measures of a quartier are drawn."""


def moved_section(desk: Desk, record: Quartier, changes: tuple[Change, ...]) -> Section | None:
    """« Ce qui a bougé »: the changes whose state moved within a year, then the values."""
    evidence = desk.context.evidence
    moved = moved_lines(desk, moved_lately(changes, desk.context.latest))
    steps = [
        (each, step)
        for each in evidence.measured_in(record)
        if (step := evidence.step(each, place_of(record))) and step.moved
    ]
    values = [
        (desk.href(each), each.label, last_said(desk, each, place_of(record)), each.illustrative)
        for each, _ in steps[:_MOST_VALUES]
    ]
    if not moved and not values:
        return None
    more = len(steps) - len(values)
    figures = identifier_of(desk.said("quartier.figures"))
    html = desk.template("evidence/moved", moved=moved, values=values, more=more, figures=figures)
    return section(desk.said("quartier.moved"), html)


def figures_section(desk: Desk, record: Quartier) -> Section | None:
    """What is measured there, beside its commune and the whole territory."""
    evidence = desk.context.evidence
    measured = evidence.measured_in(record)
    here = [each for each in measured if is_counted(evidence.at(each, place_of(record)))]
    # What is told and not counted has no place in a table of figures.
    about = [(each, place_of(record)) for each in measured if each not in here]
    about += [
        (each, EVERYWHERE) for each in indicators_of(desk.strategy, record) if each not in measured
    ]
    if not here and not about:
        return None
    charts = [(each.label, quartier_chart(desk, each, record)) for each in here]
    drawn = [(name, each) for name, each in charts if each][:_MOST_DRAWN]
    html = desk.template(
        "evidence/here",
        rows=[_row(desk, record, each) for each in here],
        pictures=side_by_side(desk, drawn),
        about=[
            (desk.href(each), each.label, last_said(desk, each, where)) for each, where in about
        ],
        name=record.label,
        has_commune=any(evidence.around(each, record) for each in here),
    )
    return section(desk.said("quartier.figures"), html, "section")


def _row(desk: Desk, record: Quartier, indicator: Indicator) -> dict[str, Any]:
    evidence = desk.context.evidence
    around = evidence.around(indicator, record)
    step = evidence.step(indicator, place_of(record))
    known = step.last if step else evidence.at(indicator, place_of(record))[-1]
    before = step.before if step else None
    return {
        "href": desk.href(indicator),
        "title": indicator.label,
        "illustrative": indicator.illustrative,
        "here": cell_dated(desk, known, indicator.unit),
        "before": cell_dated(desk, before, indicator.unit) if before else cell(desk, None),
        "commune": _beside(desk, indicator, around) if around else cell(desk, None),
        "everywhere": _beside(desk, indicator, EVERYWHERE),
    }


def _beside(desk: Desk, indicator: Indicator, where: Where) -> Markup:
    """The last value of another place, with its date."""
    step = desk.context.evidence.step(indicator, where)
    return cell_dated(desk, step.last, indicator.unit) if step else cell(desk, None)


def project_section(desk: Desk, record: Quartier) -> Section | None:
    """The « projet de quartier », with the date on which it was adopted."""
    project = record.project
    if project is None:
        return None
    on = project.adopted_on
    html = desk.template(
        "evidence/project",
        summary=desk.prose(project.summary),
        adopted=desk.locale.date(on.year, on.month, on.day) if on else "",
        document=file_link(desk, project.document) if project.document else "",
    )
    return section(desk.said("quartier.project"), html)


def places_section(desk: Desk, record: Quartier) -> Section | None:
    """Where one goes: telephone, hours, and when somebody last made sure of them."""
    places = [_place(desk, each) for each in record.places]
    html = desk.template("evidence/places", places=places) if places else Markup("")
    return section(desk.said("quartier.places"), html)


def _place(desk: Desk, each: PlaceToGo) -> dict[str, Any]:
    on = each.checked_on
    digits = "".join(sign for sign in each.phone or "" if sign.isdigit() or sign == "+")
    return {
        "name": desk.inline(each.name),
        "address": desk.inline(each.address),
        "phone": each.phone or "",
        "digits": digits,
        "hours": desk.inline(each.hours),
        "site": each.site or "",
        "checked": desk.locale.date(on.year, on.month, on.day) if on else "",
    }


def summaries_section(desk: Desk, record: Quartier) -> Section | None:
    """The summaries in other languages that a person read over."""
    told = [_summary(desk, each) for each in record.summaries if each.is_public]
    html = desk.template("evidence/summaries", summaries=told) if told else Markup("")
    return section(desk.said("quartier.summaries"), html)


def _summary(desk: Desk, each: Summary) -> dict[str, Any]:
    name, direction = _language(each.language)
    return {
        "language": each.language,
        "name": name,
        "direction": direction,
        # Another language has a typography and words of its own.
        "text": markdown.render(each.text, desk, level=4, taken=desk.headings_seen).html,
        "by": each.reviewed_by or "",
    }


def _language(tag: str) -> tuple[str, str]:
    """What a language calls itself, and which way it is written."""
    try:
        known = Cldr.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return tag, "auto"
    right = known.character_order == "right-to-left"
    name = known.get_display_name(known) or tag
    return name[:1].upper() + name[1:], "rtl" if right else "ltr"
