"""The strategy as the table that some funders ask for: the logical framework, with what it lacks.

Rows: overall objective, specific objective, results, activities. Columns: intervention logic,
indicators, sources of verification, assumptions. Source of the form: European Commission, "Project
Cycle Management Guidelines" (2004), section 5. The method that Chemins serves argues against it;
the table says so at its end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chemins.addresses import Addresses
from chemins.exports.table import csv_file
from chemins.locales import Locale, prose
from chemins.records.base import Record
from chemins.records.change import Change, Horizon
from chemins.records.contribution import Contribution
from chemins.records.session import Session
from chemins.records.vision import Vision
from chemins.strategy import Link, Strategy
from chemins.strategy.concerns import produced_by
from chemins.strategy.pathways import DOWNSTREAM
from chemins.text import markdown

COLUMNS = ("level", "logic", "indicators", "sources", "assumptions", "example", "record")
"""The columns, by their code in the locales."""

_RESULTS = ((Horizon.LONG, "specific"), (Horizon.MEDIUM, "result"), (Horizon.SHORT, "early_result"))
"""The level of a change, by its horizon, from the top of the table down."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the framework, in the reader's words; an empty cell is one that nothing says."""

    level: str
    """« Objectif global », « Résultat »…"""

    logic: str
    """What is hoped for or done, marked when it is an example."""

    indicators: str = ""
    """What one would see, what was seen."""

    sources: str = ""
    """Who saw it, and what shows it."""

    assumptions: str = ""
    """What it helps to come about, and why it should."""

    example: str = ""
    """Where it comes from, when it is an example and not the territory's word."""

    record: str = ""
    """The address of its page, from the root of the site."""


def has_rows(strategy: Strategy) -> bool:
    """Whether there is anything to put in a framework."""
    return bool(strategy.all(Vision) or strategy.all(Change))


def rows(strategy: Strategy, addresses: Addresses) -> Iterator[Row]:
    """The lines of the framework, from the overall objective down to the activities."""
    for vision in strategy.all(Vision):
        yield _row("overall", vision, strategy, addresses)
    for horizon, level in _RESULTS:
        for change in strategy.all(Change):
            if change.horizon is horizon:
                yield _row(level, change, strategy, addresses)
    activities = [_row("activity", each, strategy, addresses) for each in _activities(strategy)]
    words = strategy.locale
    yield from activities or (
        Row(
            words.text("logical_framework.levels.activity"),
            words.text("logical_framework.no_activity"),
        ),
    )


def logical_framework(strategy: Strategy, addresses: Addresses) -> Iterator[str]:
    """The framework as the pieces of a CSV file."""
    return csv_file(_lines(strategy, addresses), strategy.locale)


def _lines(strategy: Strategy, addresses: Addresses) -> Iterator[Iterable[str]]:
    locale = strategy.locale
    yield (locale.text(f"logical_framework.columns.{column}") for column in COLUMNS)
    for row in rows(strategy, addresses):
        yield (getattr(row, column) for column in COLUMNS)
    yield [""] * len(COLUMNS)
    for paragraph in prose(locale.language, "logical_framework").strip().split("\n\n"):
        said = [locale.text("logical_framework.warning"), " ".join(paragraph.split())]
        yield [*said, *([""] * (len(COLUMNS) - len(said)))]


def _row(level: str, record: Record, strategy: Strategy, addresses: Addresses) -> Row:
    locale = strategy.locale
    example = (record.provenance or locale.text("site.example")) if record.illustrative else ""
    return Row(
        level=locale.text(f"logical_framework.levels.{level}"),
        logic=_named(record, locale),
        indicators=_indicators(record, locale),
        sources=_sources(record),
        assumptions=_sentences(
            _assumption(link, locale) for link in strategy.links_from(record, DOWNSTREAM)
        ),
        example=example,
        record=addresses.of(record),
    )


def _named(record: Record, locale: Locale) -> str:
    """What ``record`` is called, marked when it is an example: cells are copied alone."""
    mark = f" ({locale.text('site.example').lower()})" if record.illustrative else ""
    return f"{record.label}{mark}"


def _activities(strategy: Strategy) -> Iterator[Record]:
    """What was done: sessions that a vision or a change came of, and whatever contributes to one.

    A kind that says what it contributes to, without being a change, is an activity by that alone.
    """
    for record in strategy.records:
        if isinstance(record, Session):
            if any(isinstance(each, Vision | Change) for each in produced_by(strategy, record)):
                yield record
        elif not isinstance(record, Change) and strategy.links_from(record, DOWNSTREAM):
            yield record


def _indicators(record: Record, locale: Locale) -> str:
    if isinstance(record, Session):
        return ", ".join(f"{count} {public}" for public, count in record.present)
    if not isinstance(record, Change):
        return ""
    seen = markdown.plain(_opening(record.body))
    when = f", {record.observed_on.said(locale)}" if record.observed_on else ""
    state = f"{record.state.said(locale)}{when}"
    return _sentences(
        (
            locale.text("logical_framework.seen", text=seen) if seen else "",
            locale.text("logical_framework.state", state=state),
        )
    )


def _opening(body: str) -> str:
    """What stands before the first heading of ``body``: a cell holds no more than a beginning."""
    opening, _, _ = body.partition("\n#")
    return opening if opening.strip() and opening[0] != "#" else body


def _sources(record: Record) -> str:
    if not isinstance(record, Change):
        return ""
    return _sentences((record.observed_by or "", markdown.plain(record.evidence or "")))


def _assumption(link: Link, locale: Locale) -> str:
    """What ``link`` claims, on what assumption; that none is written is said too."""
    detail = link.detail if isinstance(link.detail, Contribution) else None
    why = markdown.plain(detail.assumption) if detail and detail.assumption else ""
    strength = detail.strength if detail else None
    said = locale.text(
        "logical_framework.contributes",
        title=_named(link.target, locale),
        why=why or locale.text("logical_framework.no_assumption"),
    )
    notes = [strength.said(locale)] if strength else []
    notes += [locale.text("site.example_link")] if link.illustrative else []
    return f"{said.rstrip('.')} ({', '.join(notes)})" if notes else said


def _sentences(said: Iterable[str]) -> str:
    """What is ``said`` as sentences one after the other."""
    return " ".join(
        each if each.endswith((".", "!", "?", "…")) else f"{each}." for each in said if each
    )
