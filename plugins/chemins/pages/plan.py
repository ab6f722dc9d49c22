"""The plan on one page: the grid of changes by horizon, and the visions they lead to.

Source of the form: "Un plan qui tient en une page (feuille de route)", the CoVe's deck.
"""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.parts import present, section
from chemins.pages.plan_laid import kept_plan, why_split
from chemins.pages.plan_parts import Plan
from chemins.pages.sheets import PLAN, UNPRINTED, sheets_section
from chemins.pages.site import Body, Section
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory

STYLES = ("chemins/plan.css",)
"""The style sheet of plans, which other pages do not load."""


def body(desk: Desk, title: str) -> Body:
    """The plan of the whole territory."""
    return Body(
        description=desk.said("plan.description", title=title),
        front=_front(desk, kept_plan(desk, None), title),
        sections=present(sheets_section(desk, None, (PLAN,)), _quartiers(desk)),
    )


def body_of_quartier(desk: Desk, quartier: Quartier, title: str) -> Body:
    """The plan of ``quartier``."""
    return Body(
        description=desk.said("plan.description_quartier", name=quartier.label),
        front=_front(desk, kept_plan(desk, quartier), title),
        sections=present(sheets_section(desk, quartier, (PLAN,))),
    )


def title_of_quartier(desk: Desk, quartier: Quartier) -> str:
    """What the page of the plan of ``quartier`` is called."""
    return desk.locale.typeset(desk.said("plan.title_quartier", name=quartier.label))


def _front(desk: Desk, plan: Plan, title: str) -> Markup:
    territory = desk.strategy.single(Territory)
    heading = desk.said("plan.heading_split" if plan.is_split else "plan.heading")
    why = why_split(desk, plan.pathway) if plan.is_split else ""
    return desk.template(
        "plan",
        plan=plan,
        heading=plan.quartier.label if plan.quartier else heading,
        title=title,
        quartier_href=desk.href(plan.quartier) if plan.quartier else "",
        territory=territory.name if territory else "",
        why=why,
        rank="h3" if plan.is_split else "h2",
    )


def _quartiers(desk: Desk) -> Section | None:
    """The plans of the quartiers, from the territory's."""
    links = tuple(_links(desk))
    return section(
        desk.said("plan.quartiers"),
        desk.template("parts/files", files=links) if links else Markup(""),
        UNPRINTED,
        searched=False,
    )


def _links(desk: Desk) -> Iterator[tuple[str, str]]:
    for quartier in desk.strategy.all(Quartier):
        yield quartier.label, desk.link(desk.context.addresses.plan(quartier))
