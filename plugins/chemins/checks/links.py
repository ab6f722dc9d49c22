"""How much rests on each contribution, and how sure it is."""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.change import Change
from chemins.records.contribution import Contribution, Strength
from chemins.records.vision import Vision
from chemins.strategy import Link, Strategy
from chemins.strategy.bridges import bridges
from chemins.strategy.pathways import DOWNSTREAM, UPSTREAM


@rule("LINK-FRAGILE", Severity.WARNING)
def only_path_is_fragile(strategy: Strategy) -> Iterator[Finding]:
    """The only path to a vision passes through a link that is called fragile."""
    fragile = [
        link
        for change in strategy.all(Change)
        if not strategy.is_open(change, DOWNSTREAM)
        for link in strategy.links_from(change, DOWNSTREAM)
        if _is_fragile(link)
    ]
    only = {each.link: each.hanging for each in bridges(strategy)} if fragile else {}
    for link in fragile:
        if link in only:
            variant = "" if only[link] == 1 else "many"
        elif _alone_reaches(strategy, link):
            variant = "vision"
        else:
            continue
        yield Finding(
            at=link.source.place_of(*link.loc[:-1], "strength"),
            about=link.source,
            values={"target": link.target.label, "count": only.get(link, 0)},
            variant=variant,
        )


def _is_fragile(link: Link) -> bool:
    return isinstance(link.detail, Contribution) and link.detail.strength is Strength.FRAGILE


def _alone_reaches(strategy: Strategy, link: Link) -> bool:
    """Whether nothing but ``link`` leads to the vision it leads to."""
    vision = link.target
    return (
        isinstance(vision, Vision)
        and len(strategy.links_to(vision, UPSTREAM)) == 1
        and not strategy.may_be_reached(vision, UPSTREAM)
    )
