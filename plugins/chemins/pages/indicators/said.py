"""Values and their dates in words, as they stand in a sentence or in the cell of a table."""

from markupsafe import Markup

from chemins.diagrams.figures import dated, figure, number
from chemins.pages.context import Desk
from chemins.records.indicator import Indicator, Measurement
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
    if each is not None and each.value is not None:
        said = figure(each.value, unit, desk.locale) if unit else number(each.value, desk.locale)
        return escape.html(desk.locale.typeset(said))
    if each is not None and each.gap:
        return Markup('<span class="silence">{}</span>').format(each.gap.said(desk.locale))
    return Markup(
        '<span aria-hidden="true">–</span><span class="visually-hidden">{}</span>'
    ).format(desk.said("indicator.no_value"))
