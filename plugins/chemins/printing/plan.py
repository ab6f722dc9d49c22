"""The plan on one page, as a sheet lying on its long side."""

from collections.abc import Iterator
from dataclasses import replace

from chemins.diagrams.lanes import padding
from chemins.diagrams.paper import A3, A4, Paper
from chemins.pages.context import Desk
from chemins.pages.plan import title_of_quartier
from chemins.pages.plan_laid import keep_plan, plan_on, why_split
from chemins.pages.plan_parts import Plan, PlanColumn
from chemins.pages.sheets import PLAN
from chemins.printing.measures import rem
from chemins.printing.press import Press
from chemins.printing.sheet import Sheet
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory
from chemins.text import escape


def plan_sheets(press: Press, quartier: Quartier | None) -> Iterator[Sheet]:
    """The plan of ``quartier``, or of the whole territory, on A4 and on A3."""
    desk = press.desk(press.context.addresses.plan(quartier))
    plan = plan_on(desk, quartier, A4)
    keep_plan(desk, plan)
    first = _sheet(press, plan, A4)
    yield first
    # A plan that holds on A4 is the same on A3, larger.
    if plan.is_split:
        yield _sheet(press, plan_on(desk, quartier, A3), A3)
    else:
        yield _larger(press, first, quartier)


def _larger(press: Press, sheet: Sheet, quartier: Quartier | None) -> Sheet:
    return replace(
        sheet,
        paper=A3.name,
        address=press.context.addresses.sheet(PLAN, A3.name, quartier),
        html=sheet.html.replace(_classes(A4), _classes(A3), 1),
    )


def _classes(paper: Paper) -> str:
    return f'class="{PLAN} {paper.name}"'


def _sheet(press: Press, plan: Plan, paper: Paper) -> Sheet:
    context = press.context
    desk = press.desk(context.addresses.plan(plan.quartier))
    title = context.locale.typeset(_title(desk, plan))
    html = desk.template(
        "plan",
        form=PLAN,
        paper=paper.name,
        title=escape.html(title),
        author=press.author,
        version=press.version(plan.records),
        plan=plan,
        territory=press.territory.name if press.territory else "",
        title_of_site=press.territory.title if press.territory else "",
        why=why_split(desk, plan.pathway) if plan.is_split else "",
        label=_label,
        rem=rem,
        padding=padding,
    )
    return Sheet(
        form=PLAN,
        paper=paper.name,
        quartier=plan.quartier.identifier if plan.quartier else "",
        address=context.addresses.sheet(PLAN, paper.name, plan.quartier),
        title=title,
        html=str(html),
        pages=len(plan.parts),
        is_blank=plan.is_empty,
    )


def _title(desk: Desk, plan: Plan) -> str:
    if plan.quartier:
        return title_of_quartier(desk, plan.quartier)
    territory = desk.strategy.single(Territory)
    return (
        desk.said("plan.title_quartier", name=territory.name)
        if territory
        else desk.said("plan.title")
    )


def _label(column: PlanColumn) -> str:
    """What a column is called among the bookmarks."""
    return ", ".join(filter(None, (column.heading, column.note)))
