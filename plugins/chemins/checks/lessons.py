"""A lesson says where it was learned."""

from collections.abc import Iterator

from chemins.checks.rule import Finding, rule
from chemins.faults import Severity
from chemins.records.lesson import Lesson
from chemins.strategy import Strategy


@rule("LESSON-NO-SOURCE", Severity.WARNING)
def lesson_is_drawn_from_nothing(strategy: Strategy) -> Iterator[Finding]:
    """This lesson is drawn from no stage, no session, not even from the process as a whole."""
    for lesson in strategy.all(Lesson):
        if not lesson.drawn_from and not strategy.is_open(lesson, "drawn_from"):
            yield Finding(at=lesson.place_of("drawn_from"), about=lesson)
