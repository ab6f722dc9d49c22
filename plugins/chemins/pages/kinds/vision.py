"""The page of a vision: the story, and the pathway that leads to it."""

from markupsafe import Markup

from chemins.pages.actions.lines import actions_section
from chemins.pages.context import Desk
from chemins.pages.front import front
from chemins.pages.front_page import edition, newspaper
from chemins.pages.parts import (
    back_sections,
    description,
    facts_section,
    list_section,
    origin_section,
    present,
    prose_section,
    section,
)
from chemins.pages.pathway import pathway
from chemins.pages.plain import plain_section
from chemins.pages.site import Body
from chemins.records.vision import Vision
from chemins.strategy.actions import SERVED, actions_towards
from chemins.strategy.traces import IDEAS


def body(desk: Desk, record: Vision) -> Body:
    """The page of ``record``."""
    drawn = pathway(desk, record, desk.said("vision.pathway"))
    return Body(
        description=description(record.body, desk.said("vision.description", title=record.label)),
        front=front(desk, record, note=desk.locale.text("horizons.vision")),
        sections=present(
            plain_section(desk, record.plain),
            section(desk.said("vision.front_page"), _front_page(desk, record)),
            prose_section(desk, desk.said("record.narrative"), record.body),
            drawn.section,
            actions_section(
                desk, desk.said("vision.actions"), actions_towards(desk.strategy, record)
            ),
            list_section(desk, desk.said("vision.leads"), record.leads),
            facts_section(
                desk,
                desk.said("vision.where"),
                record,
                ("year", "quartiers", "imagined_by"),
            ),
            origin_section(desk, record),
            *back_sections(desk, record, ("made_possible_by", SERVED, IDEAS)),
        ),
        downloads=drawn.downloads,
    )


def _front_page(desk: Desk, record: Vision) -> Markup:
    front = record.front_page
    return desk.template(
        "front_page/summary",
        headline=front.title if front else "",
        standfirst=desk.prose(front.standfirst) if front else Markup(""),
        newspaper=newspaper(desk),
        edition=edition(desk, record),
        href=desk.link(desk.context.addresses.front_page(record)),
    )
