"""The page of an indicator: what it was, where, who says so, and its figures to take away."""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.diagrams.figures import dated, figure
from chemins.exports.indicators import indicator_csv
from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.indicators.figures import over_time_figure, quartier_figures
from chemins.pages.indicators.lines import last_said
from chemins.pages.indicators.said import sentence
from chemins.pages.indicators.tables import by_quartier, compared, over_time
from chemins.pages.parts import (
    back_sections,
    description,
    present,
    prose_section,
    section,
)
from chemins.pages.site import Body, Download
from chemins.pages.values import Fact, facts
from chemins.records.indicator import Indicator, IndicatorNature, Level
from chemins.records.words import label_of
from chemins.text import escape

_FACTS = (
    *("measures", "unit", "direction", "baseline", "target"),
    *("produced_by", "frequency", "updated_on"),
)


def body(desk: Desk, record: Indicator) -> Body:
    """The page of ``record``."""
    addresses = desk.context.addresses
    address = addresses.series(record)
    last = last_said(desk, record)
    is_number = record.nature is IndicatorNature.QUANTITATIVE
    said = desk.said("indicator.description", title=record.label)
    files = ((desk.said("indicator.download"), desk.link(address)),)
    return Body(
        description=description(record.body, f"{record.label} ({last})" if last else said),
        front=front(
            desk,
            record,
            note=record.nature.said(desk.locale),
            lead=desk.template("evidence/last", said=sentence(last)),
        ),
        sections=present(
            section(desk.said("indicator.over_time"), _over_time(desk, record), "section"),
            section(desk.said("indicator.by_quartier"), _by_quartier(desk, record), "section"),
            section(
                desk.said("indicator.facts" if is_number else "indicator.facts_told"),
                desk.template("parts/facts", facts=tuple(_facts(desk, record))),
            ),
            prose_section(desk, desk.said("record.story"), record.body),
            section(
                desk.said("indicator.files"),
                desk.template("parts/files", files=files),
                "section section--margin no-print",
                searched=False,
            )
            if record.values
            else None,
            *back_sections(desk, record),
        ),
        downloads=(
            Download(address, lambda: indicator_csv(desk.strategy, desk.context.evidence, record)),
        )
        if record.values
        else (),
    )


def _facts(desk: Desk, record: Indicator) -> Iterator[Fact]:
    """Its fields; the levels that one started from and aims at as one says them."""
    for name in _FACTS:
        level = getattr(record, name)
        if not isinstance(level, Level):
            yield from facts(desk, record, (name,))
        elif level.value is not None:
            said = figure(level.value, record.unit, desk.locale)
            if level.date:
                said = dated(said, level.date, desk.locale)
            label = label_of(Indicator, name, desk.locale)
            yield Fact(label, escape.html(desk.locale.typeset(said)))


def _over_time(desk: Desk, record: Indicator) -> Markup:
    table = over_time(desk, record)
    if not table:
        return Markup("") if record.values else desk.template("evidence/nothing")
    return desk.template(
        "evidence/chart_and_table",
        figure=over_time_figure(desk, record),
        table=table,
        beside=len(compared(desk, record)) == 1 and not any(each.note for each in record.values),
    )


def _by_quartier(desk: Desk, record: Indicator) -> Markup:
    table = by_quartier(desk, record)
    if not table:
        return table
    return desk.template("evidence/quartiers", figures=quartier_figures(desk, record), table=table)
