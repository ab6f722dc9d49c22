"""The state of the strategy, for its team: what leads where, what waits, what hangs on one link.

Each figure opens its list. Nothing is compared: no quartier, no organisation, no score.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from chemins.checks.actions import action_serves_no_change, change_waits_for_an_action
from chemins.checks.pathways import change_is_not_carried, change_reaches_no_vision
from chemins.checks.rule import Rule
from chemins.checks.rules import COHERENCE
from chemins.faults.report import Reporter
from chemins.pages.context import Desk
from chemins.pages.items import Item, items
from chemins.pages.parts import present, section
from chemins.pages.site import Body, Section
from chemins.records.action import Action
from chemins.records.change import Change
from chemins.strategy.actions import reaching
from chemins.strategy.bridges import bridges
from chemins.strategy.pathways import DOWNSTREAM
from chemins.strategy.ways import ways

STYLES = ("chemins/coherence.css",)
"""What only this page loads."""

_SAID_ABOVE = (
    change_reaches_no_vision,
    change_is_not_carried,
    action_serves_no_change,
    change_waits_for_an_action,
)
"""The rules whose findings stand beside what does lead somewhere, and is carried."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure, and the list that it counts."""

    count: int
    """How many."""

    words: str
    """Of what, after the figure."""

    lines: tuple[Item, ...]
    """Each of them."""

    why: str = ""
    """Why it matters, where there is something to look at."""


def body(desk: Desk) -> Body:
    """All of it."""
    said = desk.said
    return Body(
        description=said("coherence.description"),
        front=desk.template(
            "plain_front", title=said("coherence.title"), lead=said("coherence.lead")
        ),
        sections=present(
            _section(desk, "reach", _reach(desk)),
            _section(desk, "carry", _carry(desk)),
            _section(desk, "act", _act(desk)) if desk.strategy.all(Action) else None,
            _section(desk, "hang", _hang(desk)),
            _section(desk, "others", _others(desk)),
        ),
    )


def _section(desk: Desk, name: str, tallies: Iterable[Tally]) -> Section | None:
    kept = [each for each in tallies if each.count]
    return section(
        desk.said(f"coherence.{name}.title"),
        desk.template(
            "coherence/tallies",
            tallies=kept,
            silence="" if kept else desk.said(f"coherence.{name}.none"),
        ),
        searched=False,
    )


def _reach(desk: Desk) -> Iterator[Tally]:
    reaching = ways(desk.strategy).reaching
    leading = [each for each in desk.strategy.all(Change) if each.key in reaching]
    yield _tally(desk, "reach", "leading", items(desk, leading))
    stopping = _found(desk, change_reaches_no_vision)
    yield _tally(desk, "reach", "stopping", stopping, _why(desk, change_reaches_no_vision))


def _carry(desk: Desk) -> Iterator[Tally]:
    waiting = _found(desk, change_is_not_carried)
    hrefs = {line.href for line in waiting}
    changes = items(desk, desk.strategy.all(Change))
    yield _tally(desk, "carry", "carried", [line for line in changes if line.href not in hrefs])
    yield _tally(desk, "carry", "waiting", waiting, _why(desk, change_is_not_carried))


def _act(desk: Desk) -> Iterator[Tally]:
    """What share of the actions reaches a vision, and what stands apart."""
    strategy = desk.strategy
    reached = {each.key for each in reaching(strategy, ways(strategy).reaching)}
    serving = [each for each in strategy.all(Action) if strategy.links_from(each, DOWNSTREAM)]
    yield _tally(
        desk, "act", "reaching", items(desk, [each for each in serving if each.key in reached])
    )
    stopping = [each for each in serving if each.key not in reached]
    yield _tally(desk, "act", "stopping", items(desk, stopping))
    for name, rule in (("idle", action_serves_no_change), ("awaited", change_waits_for_an_action)):
        yield _tally(desk, "act", name, _found(desk, rule), _why(desk, rule))


def _hang(desk: Desk) -> Iterator[Tally]:
    """The links on which other changes depend, the most depended on first; then the others."""
    found = sorted(bridges(desk.strategy), key=lambda each: -each.hanging)
    for name, wanted in (("shared", True), ("lone", False)):
        some = [each for each in found if (each.hanging > 1) is wanted]
        lines = items(desk, [each.link.source for each in some])
        yield _tally(
            desk,
            "hang",
            name,
            [
                replace(
                    line,
                    excerpt=desk.said(
                        "coherence.hang.line", target=each.link.target.label, count=each.hanging
                    ),
                    link_illustrative=each.link.illustrative,
                )
                for line, each in zip(lines, some, strict=True)
            ],
        )


def _others(desk: Desk) -> Iterator[Tally]:
    for rule in COHERENCE:
        if rule not in _SAID_ABOVE:
            lines = _found(desk, rule)
            title = desk.locale.text(f"faults.{rule.code}.title")
            yield Tally(len(lines), title, lines, _why(desk, rule))


def _tally(desk: Desk, part: str, name: str, lines: Iterable[Item], why: str = "") -> Tally:
    kept = tuple(lines)
    return Tally(len(kept), desk.said(f"coherence.{part}.{name}", count=len(kept)), kept, why)


def _why(desk: Desk, rule: Rule) -> str:
    return desk.locale.text(f"faults.{rule.code}.why")


def _found(desk: Desk, rule: Rule) -> tuple[Item, ...]:
    """What ``rule`` finds, a line each: the record, and what is said of it."""
    reporter = Reporter(desk.locale)
    found = [each for each in rule.find(desk.strategy) if each.about is not None]
    lines = items(desk, [each.about for each in found if each.about is not None])
    return tuple(
        replace(line, excerpt=reporter.sentence(rule.fault(each)))
        for line, each in zip(lines, found, strict=True)
    )
