"""The page of a quartier: what is wished for there, what moves, who met."""

from chemins.pages.actions.catalogue import address_of
from chemins.pages.actions.lines import actions_html
from chemins.pages.context import Desk
from chemins.pages.dates import next_dates
from chemins.pages.front import front
from chemins.pages.here import (
    figures_section,
    moved_section,
    places_section,
    project_section,
    summaries_section,
)
from chemins.pages.items import items
from chemins.pages.maps import map_of_one
from chemins.pages.news import last_news
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    list_section,
    present,
    records_section,
    section,
)
from chemins.pages.plain import plain_section
from chemins.pages.sheets import UNPRINTED, sheets_section
from chemins.pages.site import Body, Section
from chemins.records.change import State
from chemins.records.quartier import Quartier
from chemins.strategy.concerns import Concerns, concerns
from chemins.strategy.evidence import INDICATORS, MEASURED_BY

_FACTS = ("official_name", "code", "perimeter", "communes", "population")

_FIRST = 8
"""How many changes the page shows; its pathways have them all."""

_UNSEEN = (State.NOT_OBSERVED, State.NOT_YET)

_SAID = ("visions", "changes", "sessions", "actions_here", INDICATORS, MEASURED_BY)
"""The links that the page walks otherwise."""


def body(desk: Desk, record: Quartier) -> Body:
    """The page of ``record``."""
    found = concerns(desk.strategy, record)
    facts = _FACTS if record.usual_name else _FACTS[1:]
    return Body(
        description=description(record.body, desk.said("quartier.description", name=record.label)),
        front=front(
            desk,
            record,
            lead=desk.prose(record.body),
            after=desk.template("quartier/mine", identifier=record.identifier),
            figure=map_of_one(desk, record),
        ),
        sections=present(
            plain_section(desk, record.plain),
            next_dates(desk, record),
            places_section(desk, record),
            _done(desk, found),
            moved_section(desk, record, found.changes),
            _wished(desk, record, found),
            last_news(desk, record),
            list_section(desk, desk.said("quartier.strengths"), record.strengths),
            list_section(desk, desk.said("quartier.challenges"), record.challenges),
            records_section(
                desk,
                desk.said("quartier.sessions"),
                (each for each in found.sessions if not each.is_announced),
            ),
            project_section(desk, record),
            figures_section(desk, record),
            facts_section(desk, desk.said("quartier.facts"), record, facts),
            _plan(desk, record),
            sheets_section(desk, record),
            summaries_section(desk, record),
            *back_sections(desk, record, _SAID),
        ),
    )


def _wished(desk: Desk, record: Quartier, found: Concerns) -> Section | None:
    """What is wished for, what should change, and where to see how the one leads to the other."""
    # What somebody saw comes first; the pathways of the quartier have all of them.
    changes = sorted(found.changes, key=lambda each: each.state in _UNSEEN)
    records = (*found.visions, *changes[:_FIRST])
    if not records:
        return None
    said = desk.said("explorer.explore_quartier")
    if len(changes) > _FIRST:
        said = desk.said("quartier.all_changes", count=len(changes))
    href = desk.link(desk.context.addresses.explored(record))
    lines = desk.template("parts/items", items=items(desk, records))
    explore = desk.template("parts/go", href=href, said=said)
    return section(desk.said("quartier.visions"), lines + explore, searched=False)


def _done(desk: Desk, found: Concerns) -> Section | None:
    """What is done there, and the way to what is done everywhere."""
    html = actions_html(desk, found.actions)
    shelf = desk.context.everywhere
    if shelf is not None:
        said = desk.said("quartier.everywhere", count=len(shelf.actions))
        href = desk.link(address_of(desk.context, shelf))
        html += desk.template("parts/go", href=href, said=said)
    return section(desk.said("quartier.actions"), html, searched=False)


def _plan(desk: Desk, record: Quartier) -> Section | None:
    """The way to the quartier's plan on one page."""
    href = desk.link(desk.context.addresses.plan(record))
    files = ((desk.said("quartier.to_plan"), href),)
    html = desk.template("parts/files", files=files)
    return section(desk.said("plan.title"), html, UNPRINTED, searched=False)
