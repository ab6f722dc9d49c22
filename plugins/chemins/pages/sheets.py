"""The sheets to print that a page offers: the plan, the poster, the update, as PDF files."""

from collections.abc import Iterable, Iterator
from math import ceil

from chemins.pages.context import Desk
from chemins.pages.parts import section
from chemins.pages.site import PrintedSheet, Section
from chemins.records.quartier import Quartier

UNPRINTED = "section section--margin no-print"
"""The style of a section that leads elsewhere, and so is of no use on paper."""

PLAN, POSTER, UPDATE = "plan", "poster", "update"
"""The forms of sheets."""


def sheets_section(
    desk: Desk, quartier: Quartier | None, forms: Iterable[str] = (PLAN, POSTER, UPDATE)
) -> Section | None:
    """The sheets of ``quartier``, or of the whole territory, in ``forms``; none without a file.

    While only its authors see the site, they are told how the sheets are made.
    """
    wanted = frozenset(forms)
    printed = desk.context.printed.get(quartier.identifier if quartier else "", ())
    offered = [each for each in printed if each.form in wanted]
    return section(
        desk.said("sheets.heading"),
        desk.template(
            "parts/sheets",
            sheets=[(_label(desk, each), desk.link(each.address)) for each in offered],
            hints=tuple(_hints(desk, offered, wanted)) if desk.context.preview else (),
        ),
        UNPRINTED,
        searched=False,
    )


def _label(desk: Desk, sheet: PrintedSheet) -> str:
    """What it is, on which paper, in which format and how heavy: all that one clicks on."""
    form = "blank" if sheet.is_blank else sheet.form
    name = desk.said(f"sheets.{form}", paper=sheet.paper)
    weight = desk.locale.number(ceil(sheet.weight / 1000))
    return desk.said("sheets.weighed", name=name, weight=weight)


def _hints(desk: Desk, offered: list[PrintedSheet], wanted: frozenset[str]) -> Iterator[str]:
    if not offered:
        yield desk.said("sheets.in_preview")
    elif UPDATE in wanted and not any(each.form == UPDATE for each in offered):
        yield desk.said("sheets.no_update")
