"""Cooperation: the seven degrees between rivalry and trust, drawn flat, and what was observed.

Subjects stand in the order of the records: nothing ranks organisations, nor what they do together.
"""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.diagrams.course import course
from chemins.diagrams.course_svg import course_svg
from chemins.pages.context import Desk
from chemins.pages.parts import present, section
from chemins.pages.site import Body
from chemins.pages.values import Fact, facts
from chemins.records.cooperation import Cooperation, Degree
from chemins.strategy.observations import Seen, published


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
                desk.template(
                    "cooperation/observed",
                    subjects=tuple(_subjects(desk)),
                    drawn=any(map(published, desk.strategy.all(Cooperation))),
                ),
                style="section",
            ),
            section(desk.said("cooperation.source"), desk.template("cooperation/source")),
        ),
    )


def observed(desk: Desk, record: Cooperation) -> Markup:
    """What was seen of ``record`` and may be published: its course, and the same in a table."""
    rows = [_row(desk, each) for each in published(record)]
    return desk.template(
        "cooperation/course",
        svg=course_svg(course(record, desk.locale)),
        rows=rows,
        someone=any(row["by"] for row in rows),
        subject=record.label,
    )


def _row(desk: Desk, seen: Seen) -> dict[str, str]:
    """A line of the table: when, which degree, where it went since, seen by whom."""
    observation = seen.observation
    moved = seen.movement.value if seen.movement else "first"
    return {
        "date": observation.date.said(desk.locale),
        "degree": observation.degree.said(desk.locale),
        "moved": desk.said(f"cooperation.moved.{moved}"),
        "by": observation.observed_by or "",
    }


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
        between: tuple[Fact, ...] = facts(desk, record, ("between",))
        yield {
            "title": record.label,
            "href": desk.href(record),
            "between": between,
            "observed": observed(desk, record),
            "illustrative": record.illustrative,
        }
