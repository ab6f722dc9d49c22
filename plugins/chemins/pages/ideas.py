"""What was said at a session, as the room sorted it, and what was made of it."""

from collections.abc import Iterator

from markupsafe import Markup

from chemins.diagrams.potato_svg import potato_list, potato_svg
from chemins.diagrams.potatoes import Sketch, sketches
from chemins.pages.context import Desk
from chemins.pages.items import items
from chemins.records.session import Outcome, Session
from chemins.strategy.traces import Answer, answers


def groups(desk: Desk, session: Session) -> Markup:
    """Each state of the groups: its picture, and the same in a list; nothing without groups."""
    drawn = sketches(session, desk.locale)
    lines = [_sketch(sketch, is_last=sketch is drawn[-1]) for sketch in drawn]
    return desk.template("ideas/groups", sketches=lines) if lines else Markup("")


def trace(desk: Desk, session: Session) -> Markup:
    """What was said beside what was made of it, by outcome; nothing without ideas."""
    if not session.ideas:
        return Markup("")
    return desk.template(
        "ideas/trace",
        total=desk.said("trace.total", count=len(session.ideas), said=_count(desk, session.ideas)),
        outcomes=list(_outcomes(desk, session)),
    )


def _sketch(sketch: Sketch, *, is_last: bool) -> dict[str, object]:
    return {
        "title": sketch.title,
        "note": sketch.note,
        "svg": potato_svg(sketch),
        "list": potato_list(sketch, level=4 if sketch.title else 3),
        "is_last": is_last,
    }


def _outcomes(desk: Desk, session: Session) -> Iterator[dict[str, object]]:
    for outcome, found in answers(desk.strategy, session).items():
        code = outcome.value if outcome else "waiting"
        yield {
            "code": code,
            "heading": desk.said(f"trace.{code}", count=len(found), said=_count(desk, found)),
            "answers": [_answer(desk, each) for each in found],
        }


def _count(desk: Desk, things: tuple[object, ...]) -> str:
    """How many ``things`` there are, as a sentence begins."""
    said = desk.locale.spelled(len(things))
    return said[0].upper() + said[1:]


def _answer(desk: Desk, answer: Answer) -> dict[str, object]:
    idea = answer.idea
    return {
        "text": desk.inline(idea.text),
        "group": desk.inline(idea.group),
        "outcome": idea.outcome.said(desk.locale) if idea.outcome else "",
        "reason": desk.prose(idea.reason),
        "unexplained": idea.outcome is Outcome.NOT_TAKEN and not idea.reason,
        "becomes": items(desk, answer.became),
    }
