"""The process as stations on a line: stages, sessions, who took part, what each produced."""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from chemins.pages import index
from chemins.pages.context import Desk
from chemins.pages.items import excerpt_of, items
from chemins.pages.site import Body, Section
from chemins.records.session import Session
from chemins.records.stage import Stage
from chemins.strategy.process import Step, Stop, process


def body(desk: Desk) -> Body:
    """The page that lists the sessions: all of them, on the line of the process."""
    sessions = desk.strategy.all(Session)
    if not sessions:
        return index.body(desk, Session)
    about = desk.locale.text("kinds.session.about")
    steps = [step for step in process(desk.strategy) if step.stops]
    return Body(
        description=about,
        front=desk.template("plain_front", title=index.title(desk, Session), lead=about),
        sections=(
            Section(
                identifier=desk.said("index.anchor"),
                heading=desk.said("index.count", count=len(sessions)),
                html=timeline(desk, steps, told=False),
                style="section section--margin",
                searched=False,
            ),
        ),
    )


def timeline(desk: Desk, steps: Sequence[Step], *, told: bool) -> Markup:
    """``steps`` as an ordered list; with what each stage believed and with whom, if ``told``."""
    stops = [stop for step in steps for stop in step.stops]
    return desk.template(
        "timeline/steps",
        caution=_caution(desk, stops),
        steps=[_step(desk, step, told=told) for step in steps],
    )


def _caution(desk: Desk, stops: Sequence[Stop]) -> str:
    """What the reader must know of the dates: that none is written, or not all."""
    dated = sum(1 for stop in stops if stop.session.date)
    if dated == len(stops):
        return ""
    return desk.said("timeline.partly" if dated else "timeline.undated")


def _step(desk: Desk, step: Step, *, told: bool) -> dict[str, object]:
    stage = step.stage
    return {
        "number": step.number or "",
        "line": items(desk, (stage,))[0] if stage else None,
        "conviction": desk.inline(stage.conviction) if stage and told else "",
        "publics": desk.locale.listing(stage.publics) if stage and told and stage.publics else "",
        "stops": [
            _stop(desk, stop, following, stage=stage if told else None)
            for stop, following in pairwise([*step.stops, None])
            if stop is not None
        ],
    }


def _stop(desk: Desk, stop: Stop, following: Stop | None, stage: Stage | None) -> dict[str, object]:
    """One session; ``stage`` is what has just been told of its stage."""
    session = stop.session
    return {
        "line": items(desk, (session,))[0],
        "date": session.date.said(desk.locale) if session.date else "",
        "form": _form(desk, session),
        # Two dates make a stretch of time; without both, the line is broken.
        "joined": bool(session.date and following and following.session.date),
        "who": _who(desk, session, stage.publics if stage else ()),
        "excerpt": "" if stage else excerpt_of(session),
        "visions": items(desk, stop.visions),
        "ideas": _ideas(desk, stop),
        "records": items(desk, stop.records),
        "outputs": [desk.inline(output) for output in session.outputs],
    }


def _form(desk: Desk, session: Session) -> str:
    said = [session.type.said(desk.locale)] if session.type else []
    said += [desk.said("agenda.cancelled").lower()] if session.cancelled else []
    return ", ".join(said)


def _who(desk: Desk, session: Session, said: Sequence[str]) -> str:
    """Who took part: how many of whom where that is known, no names; else which publics.

    Nothing where they are those that were ``said`` of the whole stage.
    """
    if session.present:
        return desk.locale.listing(f"{count} {public}" for public, count in session.present)
    if not session.publics or tuple(session.publics) == tuple(said):
        return ""
    return desk.locale.listing(session.publics)


def _ideas(desk: Desk, stop: Stop) -> str:
    """How many ideas were said, and how many of them became something."""
    if not stop.said:
        return ""
    locale = desk.locale
    spelled = locale.spelled(stop.said)
    said = desk.said("timeline.ideas", count=stop.said, said=spelled[0].upper() + spelled[1:])
    if not stop.taken_shape:
        return f"{said}."
    spelled = locale.spelled(stop.taken_shape)
    shaped = desk.said("timeline.taken_shape", count=stop.taken_shape, said=spelled)
    return f"{said}, {shaped}"
