"""A strategy comes from people who met: in each quartier, for each vision, with a result."""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.quartier import Quartier
from chemins.records.session import Idea, Outcome, Session
from chemins.records.vision import Vision
from chemins.strategy import Strategy
from chemins.strategy.concerns import concerns
from chemins.strategy.residents import met_residents


@rule("QUARTIER-NO-SESSION", Severity.WARNING)
def quartier_has_no_session(strategy: Strategy) -> Iterator[Finding]:
    """Nothing says that the residents of this quartier were met."""
    for quartier in strategy.all(Quartier):
        sessions = concerns(strategy, quartier).sessions
        if strategy.may_be_reached(quartier, "sessions") or any(
            met_residents(each, strategy.locale) or _is_unsure(each) for each in sessions
        ):
            continue
        yield Finding(
            at=quartier.place_of("usual_name" if quartier.usual_name else "official_name"),
            about=quartier,
            values={"identifier": quartier.identifier},
            variant="others" if sessions else "",
        )


def _is_unsure(session: Session) -> bool:
    """Whether a fault already speaks of who was there."""
    return session.source.doubts("publics") or session.source.doubts("present")


@rule("VISION-NO-SESSION", Severity.WARNING)
def vision_was_born_of_no_session(strategy: Strategy) -> Iterator[Finding]:
    """No session produced this vision: nobody knows who wishes for it."""
    for vision in strategy.all(Vision):
        # An example is nobody's wish, and says so.
        if vision.illustrative or strategy.links_from(vision, "born_of"):
            continue
        if strategy.links_to(vision, "ideas") or strategy.may_be_reached(vision, "ideas"):
            continue
        if not strategy.is_open(vision, "born_of"):
            yield Finding(at=vision.place_of("born_of"), about=vision)


@rule("SESSION-NO-RESULT", Severity.WARNING)
def session_had_no_result(strategy: Strategy) -> Iterator[Finding]:
    """People gave ideas, and nothing says that one of them lives on: « sans suite »."""
    for session in strategy.all(Session):
        if not session.ideas or any(map(_lives_on, session.ideas)):
            continue
        if session.source.doubts("ideas") or strategy.is_open(session, "ideas"):
            continue
        if strategy.links_to(session, "visions_born"):
            continue
        if strategy.may_be_reached(session, "visions_born"):
            continue
        is_answered = all(idea.outcome is not None for idea in session.ideas)
        yield Finding(
            at=session.place_of("ideas", 0),
            about=session,
            variant="answered" if is_answered else "",
        )


def _lives_on(idea: Idea) -> bool:
    return bool(idea.becomes) or idea.outcome not in (None, Outcome.NOT_TAKEN)
