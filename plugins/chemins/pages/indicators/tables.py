"""What an indicator was, as tables: date by date, and quartier by quartier.

Quartiers stand in the order of the strategy: nothing sorts them by what was measured.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.indicators.said import cell
from chemins.records.indicator import EVERYWHERE, Indicator, Measurement
from chemins.records.quartier import Quartier
from chemins.records.when import When
from chemins.strategy.evidence import Where, place_of
from chemins.strategy.observations import span

MOST_DATES = 5
"""How many dates the table of quartiers has: the last ones; the file has them all."""

MOST_COMMUNES = 4
"""How many communes stand beside the whole territory."""


def compared(desk: Desk, indicator: Indicator) -> list[tuple[str, Where]]:
    """The places that are shown date by date: the whole territory, then its communes."""
    evidence = desk.context.evidence
    places: list[tuple[str, Where]] = []
    if evidence.at(indicator):
        places.append((desk.said("indicator.everywhere"), EVERYWHERE))
    communes = evidence.communes(indicator)
    places += [(name, where) for where, name in list(communes.items())[:MOST_COMMUNES]]
    return places


def over_time(desk: Desk, indicator: Indicator) -> Markup:
    """A line for each date, a column for the territory and for each commune."""
    places = compared(desk, indicator)
    if not places:
        return Markup("")
    evidence = desk.context.evidence
    columns = [{each.date: each for each in evidence.at(indicator, where)} for _, where in places]
    dates = _dates([each for column in columns for each in column])
    rows = [
        (
            date.said(desk.locale),
            [cell(desk, column.get(date)) for column in columns],
            _notes(desk, [column.get(date) for column in columns]),
        )
        for date in dates
    ]
    return desk.template(
        "evidence/over_time",
        caption=caption(desk, indicator),
        heads=[name for name, _ in places],
        rows=rows,
        noted=any(notes for _, _, notes in rows),
        counted=any(each.value is not None for column in columns for each in column.values()),
    )


def by_quartier(desk: Desk, indicator: Indicator) -> Markup:
    """A line for each quartier that has values, with its commune and the territory beside.

    Where nothing is counted there, what was seen, date by date.
    """
    evidence = desk.context.evidence
    quartiers = [each for each in desk.strategy.all(Quartier) if evidence.is_in(indicator, each)]
    if not quartiers:
        return Markup("")
    series = {each.key: evidence.at(indicator, place_of(each)) for each in quartiers}
    if not is_counted(one for values in series.values() for one in values):
        return desk.template(
            "evidence/noted",
            places=[
                (desk.href(each), each.label, tuple(_noted(desk, series[each.key])))
                for each in quartiers
            ],
        )
    dates = _dates([one.date for values in series.values() for one in values])[-MOST_DATES:]
    communes = {each.key: evidence.around(indicator, each) for each in quartiers}
    last = {
        where: _at(evidence.at(indicator, where), dates[-1])
        for where in {*communes.values(), EVERYWHERE}
        if where is not None
    }
    rows = [
        (
            desk.href(each),
            each.label,
            _cells(desk, series[each.key], dates),
            cell(desk, last.get(communes[each.key] or ("-", "-"))),
            tuple(_noted(desk, [one for one in series[each.key] if one.date in dates])),
        )
        for each in quartiers
    ]
    whole = evidence.at(indicator)
    return desk.template(
        "evidence/by_quartier",
        caption=caption(desk, indicator),
        dates=[date.said(desk.locale) for date in dates],
        whole=_cells(desk, whole, dates) if whole else None,
        rows=rows,
        has_commune=any(communes.values()),
        noted=any(row[-1] for row in rows),
        last=dates[-1].said(desk.locale),
    )


def is_counted(values: Iterable[Measurement]) -> bool:
    """Whether one of ``values`` is a number, or says why there is none."""
    return any(each.value is not None or each.gap for each in values)


def caption(desk: Desk, indicator: Indicator) -> str:
    """What the numbers of a table count."""
    if indicator.unit:
        return desk.said("indicator.caption", title=indicator.label, unit=indicator.unit)
    return indicator.label


def _cells(desk: Desk, values: Sequence[Measurement], dates: Sequence[When]) -> list[Markup]:
    return [cell(desk, _at(values, date)) for date in dates]


def _at(values: Sequence[Measurement], date: When) -> Measurement | None:
    return next((each for each in values if each.date == date), None)


def _dates(found: Sequence[When]) -> list[When]:
    return sorted(dict.fromkeys(found), key=span)


def _noted(desk: Desk, values: Iterable[Measurement]) -> Iterator[tuple[str, Markup]]:
    """What was noted, each with its date: a note alone does not say of when it is."""
    for each in values:
        if each.note:
            yield each.date.said(desk.locale), desk.inline(each.note)


def _notes(desk: Desk, values: Sequence[Measurement | None]) -> Markup:
    notes = dict.fromkeys(each.note for each in values if each and each.note)
    return Markup(" ").join(desk.inline(note) for note in notes)
