"""Is what the strategy says of its changes shown by something, and does it hold together?"""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Fault, Severity
from chemins.faults.codes import fault
from chemins.records.change import Change, State
from chemins.records.indicator import Indicator
from chemins.records.quartier import Quartier
from chemins.strategy import Strategy
from chemins.strategy.evidence import INDICATORS
from chemins.strategy.observations import span


@rule("INDICATOR-NO-SUBJECT", Severity.WARNING)
def indicator_tells_of_nothing(strategy: Strategy) -> Iterator[Finding]:
    """This indicator tells of no change, no action and no quartier."""
    for indicator in strategy.all(Indicator):
        if not strategy.links_from(indicator, "measures") and not strategy.is_open(
            indicator, "measures"
        ):
            yield Finding(at=indicator.place_of("measures"), about=indicator)


@rule("CHANGE-NO-EVIDENCE", Severity.ADVICE)
def change_moved_and_nothing_shows_it(strategy: Strategy) -> Iterator[Finding]:
    """A change is said to be visible, and nothing says how one knows."""
    if not strategy.is_whole(Indicator):
        return
    for change in strategy.all(Change):
        if change.state is State.NOT_OBSERVED or change.source.doubts("observations"):
            continue
        told = change.evidence or any(each.story for each in change.observations)
        if not (told or strategy.links_to(change, INDICATORS)) and not strategy.may_be_reached(
            change, INDICATORS
        ):
            values = {"state": change.state.said(strategy.locale)}
            yield Finding(at=change.place_of("state"), about=change, values=values)


@rule("OBSERVATION-BEHIND", Severity.WARNING)
def observations_stop_before_the_state(strategy: Strategy) -> Iterator[Finding]:
    """The last observation of a change says another state than the change does."""
    for change in strategy.all(Change):
        if not change.observations or change.source.doubts("observations"):
            continue
        # Of two lines of one date, the one that is written last came last.
        index, last = max(
            enumerate(change.observations), key=lambda each: (span(each[1].date), each[0])
        )
        if last.state is not change.state:
            yield Finding(
                at=change.place_of("observations", index, "state"),
                about=change,
                values={
                    "last": last.state.said(strategy.locale),
                    "state": change.state.said(strategy.locale),
                },
            )


@rule("STORY-CONSENT", Severity.WARNING)
def story_without_consent(strategy: Strategy) -> Iterator[Finding]:
    """A story stays out of the site, since nothing says that those who tell it agree."""
    for change in strategy.all(Change):
        for index, each in enumerate(change.observations):
            if each.story and not each.consent:
                refused = ("observations", index, "consent") in change.source.places
                at = change.place_of("observations", index, "story")
                yield Finding(at, about=change, variant="refused" if refused else "")


@rule("SUMMARY-UNREAD", Severity.WARNING)
def summary_that_nobody_read_over(strategy: Strategy) -> Iterator[Finding]:
    """A summary in another language stays out of the site until somebody has read it over."""
    for quartier in strategy.all(Quartier):
        for index, each in enumerate(quartier.summaries):
            if not each.is_public:
                at = quartier.place_of("summaries", index)
                yield Finding(at, about=quartier, values={"language": each.language})


def repeated_periods(strategy: Strategy) -> Iterator[Fault]:
    """A record gives two values for one date and one place.

    What a table gives twice is told where the table is read.
    """
    for indicator in strategy.all(Indicator):
        taken = set()
        for index, each in enumerate(indicator.values):
            key = (each.date, each.where)
            if key in taken:
                place = indicator.place_of("values", index, "date")
                yield fault("E-PERIOD", place, date=each.date.said(strategy.locale))
            taken.add(key)
