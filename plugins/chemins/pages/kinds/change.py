"""The page of a change: from what to what, on what it rests, where it leads."""

from chemins.locales import fold
from chemins.pages.actions.lines import actions_section
from chemins.pages.context import Desk
from chemins.pages.evidence import evidence_section, state_of
from chemins.pages.front import front
from chemins.pages.items import link_items
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    origin_section,
    present,
    section,
)
from chemins.pages.pathway import pathway
from chemins.pages.site import Body, Section
from chemins.records.change import Change
from chemins.strategy.actions import SERVED, actions_for
from chemins.strategy.evidence import INDICATORS, observed
from chemins.strategy.traces import IDEAS


def body(desk: Desk, record: Change) -> Body:
    """The page of ``record``."""
    drawn = pathway(desk, record, desk.said("change.pathway"))
    return Body(
        description=description(record.body, _description(desk, record)),
        front=front(
            desk,
            record,
            lead=desk.template(
                "parts/from_to",
                start=desk.prose(record.starting_point),
                seen=desk.prose(_seen(desk, record)),
            ),
        ),
        sections=present(
            _state(desk, record),
            evidence_section(desk, record),
            drawn.section,
            _links(desk, record),
            actions_section(
                desk, desk.locale.text("relations.actions"), actions_for(desk.strategy, record)
            ),
            facts_section(
                desk, desk.said("change.who_where"), record, ("who_changes", "quartiers")
            ),
            facts_section(desk, desk.said("change.helps"), record, ("helped_by", "hindered_by")),
            origin_section(desk, record),
            *back_sections(desk, record, ("made_possible_by", SERVED, IDEAS, INDICATORS)),
        ),
        downloads=drawn.downloads,
    )


def _seen(desk: Desk, record: Change) -> str:
    """Its text, without the words that head it on the page: many begin with them."""
    head, colon, rest = record.body.lstrip().partition(":")
    if not colon or fold(head) != fold(desk.said("change.seen")):
        return record.body
    rest = rest.lstrip()
    return rest[:1].upper() + rest[1:]


def _description(desk: Desk, record: Change) -> str:
    return desk.said(
        "change.description",
        dimension=record.dimension.said(desk.locale),
        horizon=desk.locale.text(f"horizons.{record.horizon.value}"),
        title=record.label,
    )


def _links(desk: Desk, record: Change) -> Section | None:
    strategy = desk.strategy
    return section(
        desk.said("change.links"),
        desk.template(
            "parts/links_around",
            rests_on=link_items(desk, strategy.links_to(record, "made_possible_by"), forward=False),
            contributes_to=link_items(
                desk, strategy.links_from(record, "contributes_to"), forward=True
            ),
        ),
        style="section",
    )


def _state(desk: Desk, record: Change) -> Section | None:
    told = observed(record)
    last = told[-1] if told and told[-1].state is record.state else None
    return section(
        desk.said("change.state"),
        desk.template(
            "parts/state",
            state=state_of(desk, record),
            code=record.state.value,
            by=record.observed_by or (last.observed_by if last else "") or "",
            evidence=desk.prose(record.evidence),
        ),
    )
