"""Cooperation: the seven degrees between rivalry and trust, drawn flat, and what was observed."""

from collections.abc import Iterator

from chemins.pages.context import Desk
from chemins.pages.parts import present, section
from chemins.pages.site import Body
from chemins.records.cooperation import Cooperation, CooperationObservation, Degree


def body(desk: Desk) -> Body:
    """The continuum, then the dated observations that may be published."""
    return Body(
        description=desk.said("cooperation.description"),
        front=desk.template("cooperation/front"),
        sections=present(
            section(
                desk.said("cooperation.degrees"),
                desk.template("cooperation/continuum", degrees=tuple(_degrees(desk))),
                style="section section--picture",
            ),
            section(
                desk.said("cooperation.observed"),
                desk.template("cooperation/observed", subjects=tuple(_subjects(desk))),
            ),
            section(desk.said("cooperation.source"), desk.template("cooperation/source")),
        ),
    )


def published(record: Cooperation) -> tuple[CooperationObservation, ...]:
    """The observations that those concerned agreed to publish, oldest first."""
    agreed = (each for each in record.observations if each.is_public)
    return tuple(sorted(agreed, key=lambda each: each.date))


def observation_rows(desk: Desk, record: Cooperation) -> list[dict[str, str]]:
    """What a table says of ``record``: when, which degree, seen by whom."""
    return [
        {
            "date": each.date.said(desk.locale),
            "degree": each.degree.said(desk.locale),
            "by": each.observed_by or "",
        }
        for each in published(record)
    ]


def _degrees(desk: Desk) -> Iterator[dict[str, str]]:
    for degree in Degree:
        word = degree.said(desk.locale)
        yield {
            "anchor": degree.value,
            "word": word[0].upper() + word[1:],
            "meaning": desk.locale.text(f"degrees.{degree.value}"),
        }


def _subjects(desk: Desk) -> Iterator[dict[str, object]]:
    for record in desk.strategy.all(Cooperation):
        rows = observation_rows(desk, record)
        yield {
            "title": record.label,
            "href": desk.href(record),
            "rows": rows,
            "illustrative": record.illustrative,
        }
