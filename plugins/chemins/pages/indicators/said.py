"""Values and their dates in words, as they stand in a sentence or in the cell of a table."""

from functools import lru_cache

from markupsafe import Markup

from chemins.diagrams.figures import dated, figure, number
from chemins.locales import Locale
from chemins.pages.context import Desk
from chemins.records.indicator import Gap, Indicator, Measurement
from chemins.records.when import When
from chemins.strategy.evidence import Step
from chemins.text import escape


def note_said(desk: Desk, each: Measurement) -> str:
    """« mars 2026 : on sait à qui s'adresser »: what was seen, where one does not count."""
    return desk.said("indicator.noted", date=each.date.said(desk.locale), note=each.note or "")


def sentence(said: str) -> str:
    """``said`` as a sentence of its own; nothing of nothing."""
    if not said:
        return ""
    end = "" if said[-1] in ".!?…" else "."
    return f"{said[0].upper()}{said[1:]}{end}"


def step_said(desk: Desk, step: Step) -> str:
    """« 62 % en 2024, 58 % en 2023 »; « toujours » where nothing moved."""
    now = _known(desk, step.indicator, step.last)
    if step.before is None:
        return now
    before = _known(desk, step.indicator, step.before)
    key = "moved" if step.moved else "still"
    return desk.said(f"indicator.{key}", now=now, before=before)


def _known(desk: Desk, indicator: Indicator, each: Measurement) -> str:
    """« 62 % en 2024 »."""
    said = figure(each.value or 0, indicator.unit, desk.locale)
    return dated(said, each.date, desk.locale)


def cell(desk: Desk, each: Measurement | None, unit: str | None = None) -> Markup:
    """A value in a table; where there is none, that there is none, and why if that is told."""
    if each is None:
        return _cell(None, None, None, desk.locale)
    return _cell(each.value, each.gap, unit, desk.locale)


def cell_dated(desk: Desk, each: Measurement, unit: str | None) -> Markup:
    """The same with its date beside it."""
    return _cell_dated(each.value, each.gap, unit, each.date, desk.locale)


@lru_cache(maxsize=32768)
def _cell(value: float | None, gap: Gap | None, unit: str | None, locale: Locale) -> Markup:
    """The same few values of a territory stand on the pages of all its quartiers."""
    if value is not None:
        said = figure(value, unit, locale) if unit else number(value, locale)
        return escape.html(locale.typeset(said))
    if gap:
        return Markup('<span class="silence">{}</span>').format(gap.said(locale))
    return Markup(
        '<span aria-hidden="true">–</span><span class="visually-hidden">{}</span>'
    ).format(locale.text("pages.indicator.no_value"))


@lru_cache(maxsize=32768)
def _cell_dated(
    value: float | None, gap: Gap | None, unit: str | None, date: When, locale: Locale
) -> Markup:
    return Markup('{} <span class="kicker__soft">{}</span>').format(
        _cell(value, gap, unit, locale), date.said(locale)
    )
