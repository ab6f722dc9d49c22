"""The front page of the newspaper of the future: a vision told as the news of its day.

Source of the form: « les unes du journal » and their template (title, story, leads), in the
CoVe's deck.
"""

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.items import items
from chemins.pages.parts import description, present, section
from chemins.pages.site import Body, Section
from chemins.records.territory import Territory
from chemins.records.vision import Vision

_COLUMNS = ((9000, "1"), (2400, "3"), (700, "2"))
"""From how many characters a story stands in how many columns: a very long one is one to scroll."""

_BRIEF = "brief"
"""What a story is that needs no columns, nor small letters."""

_INITIAL = 220
"""From how many characters a first paragraph may open on a large letter, three lines high."""

_TITLES = ((100, "long"), (48, "medium"))
"""From how many characters a headline is set smaller."""


def body(desk: Desk, vision: Vision) -> Body:
    """The front page of ``vision``."""
    return Body(
        description=description(
            vision.front_page.standfirst or "" if vision.front_page else "",
            desk.said("front_page.description", title=headline(vision)),
        ),
        front=desk.template("front_page/front", **_masthead(desk, vision)),
        # Its words are the vision's: a search finds them there.
        sections=present(_story(desk, vision), _leads(desk, vision), _byline(desk, vision)),
    )


def headline(vision: Vision) -> str:
    """What the front page announces."""
    return vision.front_page.title if vision.front_page else vision.label


def newspaper(desk: Desk) -> str:
    """What the newspaper is called: as the territory says, else a word for any."""
    territory = desk.strategy.single(Territory)
    return (territory.newspaper if territory else None) or desk.said("front_page.newspaper")


def edition(desk: Desk, vision: Vision) -> str:
    """The day of the newspaper, as far as it is known: its year, or some day."""
    if vision.year is None:
        return desk.said("front_page.some_day")
    return desk.said("front_page.edition", year=vision.year)


def _masthead(desk: Desk, vision: Vision) -> dict[str, object]:
    front = vision.front_page
    return {
        "vision": vision,
        "newspaper": newspaper(desk),
        "edition": edition(desk, vision),
        "places": [each.label for each in desk.strategy.targets(vision, "quartiers")],
        "headline": headline(vision),
        "size": _class(_TITLES, len(headline(vision)), "short"),
        "standfirst": desk.prose(front.standfirst) if front else Markup(""),
    }


def _story(desk: Desk, vision: Vision) -> Section | None:
    columns = _class(_COLUMNS, len(vision.body), _BRIEF)
    style = f"section journal__story journal__story--{columns}"
    first = vision.body.lstrip().partition("\n\n")[0]
    if columns != _BRIEF and len(first) >= _INITIAL and first[0].isalpha():
        style += " journal__story--initial"
    heading = desk.said("record.narrative")
    return section(heading, desk.prose(vision.body), style, searched=False)


def _leads(desk: Desk, vision: Vision) -> Section | None:
    lines = [desk.inline(lead) for lead in vision.leads]
    html = desk.template("parts/lines", lines=lines) if lines else Markup("")
    return section(desk.said("vision.leads"), html, "section journal__leads", searched=False)


def _byline(desk: Desk, vision: Vision) -> Section | None:
    by = [each.said(desk.locale) for each in vision.imagined_by]
    html = desk.template(
        "front_page/byline",
        vision=vision,
        by=desk.locale.listing(by) if by else "",
        sessions=items(desk, desk.strategy.targets(vision, "born_of")),
    )
    return section(desk.said("front_page.byline"), html, "section journal__by", searched=False)


def _class(steps: tuple[tuple[int, str], ...], length: int, otherwise: str) -> str:
    """What is written in ``steps`` beside the first number that ``length`` reaches."""
    return next((name for least, name in steps if length >= least), otherwise)
