"""What was measured, as tables: a line a value, of one indicator or of all."""

from collections.abc import Iterator
from itertools import chain

from chemins.exports.table import csv_file
from chemins.locales import Locale
from chemins.records.indicator import Indicator, Measurement
from chemins.records.quartier import Quartier
from chemins.records.words import label_of
from chemins.strategy import Strategy
from chemins.strategy.evidence import Evidence, place_of


def indicator_csv(strategy: Strategy, evidence: Evidence, record: Indicator) -> Iterator[str]:
    """The values of ``record`` as the pieces of a CSV file, in the form that a series is read."""
    return csv_file(
        chain([_heads(strategy.locale)], _rows(strategy, evidence, record)), strategy.locale
    )


def indicators_csv(strategy: Strategy, evidence: Evidence) -> Iterator[str]:
    """The values of all indicators, each line with what it is of."""
    locale = strategy.locale
    heads = [
        locale.text("table.identifier"),
        label_of(Indicator, "title", locale),
        *_heads(locale),
        label_of(Indicator, "produced_by", locale),
        locale.text("site.example"),
    ]
    rows = (
        [
            record.identifier,
            record.label,
            *row,
            record.produced_by or "",
            locale.text("flags.yes").partition(",")[0] if record.illustrative else "",
        ]
        for record in strategy.all(Indicator)
        for row in _rows(strategy, evidence, record)
    )
    return csv_file(chain([heads], rows), locale)


def _heads(locale: Locale) -> list[str]:
    names = ("date", "quartier")
    return [
        *(label_of(Measurement, name, locale) for name in names),
        locale.text("table.place"),
        *(label_of(Measurement, name, locale) for name in ("commune", "value")),
        label_of(Indicator, "unit", locale),
        *(label_of(Measurement, name, locale) for name in ("gap", "note")),
    ]


def _rows(strategy: Strategy, evidence: Evidence, record: Indicator) -> Iterator[list[str]]:
    """The whole territory, its communes, then its quartiers in their order."""
    for each in evidence.at(record):
        yield _row(strategy.locale, record, each, "", "", "")
    for where, name in evidence.communes(record).items():
        for each in evidence.at(record, where):
            yield _row(strategy.locale, record, each, "", "", name)
    for quartier in strategy.all(Quartier):
        code = quartier.code or quartier.identifier
        for each in evidence.at(record, place_of(quartier)):
            yield _row(strategy.locale, record, each, code, quartier.label, "")


def _row(
    locale: Locale, record: Indicator, each: Measurement, code: str, name: str, commune: str
) -> list[str]:
    return [
        str(each.date),
        code,
        name,
        commune,
        "" if each.value is None else _digits(each.value, locale),
        record.unit or "",
        each.gap.said(locale) if each.gap else "",
        each.note or "",
    ]


def _digits(value: float, locale: Locale) -> str:
    """A number that a spreadsheet takes for one, with all its decimals and no others."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return text.replace(".", locale.text("table.decimal"))
