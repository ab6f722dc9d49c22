"""Does each action serve a change, and does what is said of it hold together?"""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.action import STOPPED, Action
from chemins.records.change import Change
from chemins.records.period import Period
from chemins.records.when import When
from chemins.strategy import Strategy
from chemins.strategy.actions import SERVED
from chemins.strategy.pathways import DOWNSTREAM
from chemins.strategy.ways import in_doubt, reached_from


@rule("ACTION-NO-CHANGE", Severity.WARNING)
def action_serves_no_change(strategy: Strategy) -> Iterator[Finding]:
    """This action serves no change, so readers cannot see what it is for."""
    for action in strategy.all(Action):
        if not strategy.links_from(action, DOWNSTREAM) and not strategy.is_open(action, DOWNSTREAM):
            yield Finding(at=action.place_of(DOWNSTREAM), about=action)


@rule("CHANGE-NO-ACTION", Severity.ADVICE)
def change_waits_for_an_action(strategy: Strategy) -> Iterator[Finding]:
    """No action serves this change, nor anything that comes before it.

    A strategy that tells no action at all has not come to that yet.
    """
    actions = strategy.all(Action)
    if not actions or not strategy.is_whole(Action):
        return
    doubtful = in_doubt(strategy) | reached_from(
        strategy, (each for each in strategy.all(Change) if strategy.may_be_reached(each, SERVED))
    )
    served = reached_from(strategy, actions)
    for change in strategy.all(Change):
        if change.key not in served and change.key not in doubtful:
            yield Finding(at=change.place_of("title"), about=change)


@rule("ACTION-NO-REASON", Severity.WARNING)
def action_stopped_without_a_reason(strategy: Strategy) -> Iterator[Finding]:
    """This action stopped, and nothing says why."""
    for action in strategy.all(Action):
        if action.status not in STOPPED or action.reason or action.source.doubts("reason"):
            continue
        if any(each.status is action.status and each.reason for each in action.history):
            continue
        yield Finding(
            at=action.place_of("status"),
            about=action,
            values={"status": action.status.said(strategy.locale)},
        )


@rule("HISTORY-BEHIND", Severity.WARNING)
def history_stops_before_the_status(strategy: Strategy) -> Iterator[Finding]:
    """The last line of an action's history says another status than the action does."""
    for action in strategy.all(Action):
        if not action.history or action.source.doubts("history"):
            continue
        # Of two lines of one date, the one that is written last came last.
        index, last = max(
            enumerate(action.history), key=lambda each: (each[1].date or When(0), each[0])
        )
        if last.status is not action.status:
            yield Finding(
                at=action.place_of("history", index, "status"),
                about=action,
                values={
                    "last": last.status.said(strategy.locale),
                    "status": action.status.said(strategy.locale),
                },
            )


@rule("PERIOD-BACKWARDS", Severity.WARNING)
def period_ends_before_it_begins(strategy: Strategy) -> Iterator[Finding]:
    """This period ends before it begins."""
    for record in strategy.records:
        for name in type(record).model_fields:
            period = getattr(record, name)
            if isinstance(period, Period) and period.is_backwards:
                yield Finding(
                    at=record.place_of(name, "end"),
                    about=record,
                    values={
                        "start": period.start.said(strategy.locale) if period.start else "",
                        "end": period.end.said(strategy.locale) if period.end else "",
                    },
                )
