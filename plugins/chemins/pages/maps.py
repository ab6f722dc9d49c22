"""The maps of a page: what they show, what is said under them, and the list beside them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from chemins.diagrams.pathway import word_of
from chemins.locales import fold
from chemins.maps.atlas import Shape
from chemins.maps.closeup import Pin, closeup, reachable
from chemins.maps.drawing import Drawing
from chemins.maps.svg import map_svg, sign_of
from chemins.pages.context import Desk
from chemins.pages.items import Item
from chemins.records.action import Action, Status
from chemins.records.quartier import PlaceToGo, Quartier
from chemins.records.territory import Contours, Territory

STYLES = ("chemins/maps.css",)
"""What pages with a map load beside the style sheet of all pages."""


def outline_of(desk: Desk, quartier: Quartier) -> Shape | None:
    """The shape of ``quartier``, when it is known."""
    return desk.context.mapped.shape(quartier)


def map_of(desk: Desk, anchor: str) -> Markup:
    """The map of all quartiers with its caption; nothing when no shape is known.

    The list beside it, of the same quartiers in the same order, stands at ``anchor`` on the page.
    """
    mapped = desk.context.mapped
    drawings = mapped.locators
    if not drawings:
        return Markup("")
    hrefs = {code: desk.href(each) for code, each in mapped.quartiers.items()}
    return desk.template(
        "parts/map",
        pictures=[map_svg(each, hrefs.__getitem__) for each in drawings],
        said=tuple(_said(desk, drawings)),
        anchor=anchor,
        credits=credits_of(desk),
    )


def _said(desk: Desk, drawings: Sequence[Drawing]) -> Iterator[str]:
    """What the map shows, and what it leaves to the list."""
    mapped = desk.context.mapped
    framed = len(drawings) - 1
    yield desk.said("map.framed" if framed else "map.many", count=len(mapped.quartiers))
    if framed:
        yield desk.said("map.detail", count=framed)
    if mapped.is_by_town:
        yield desk.said("map.towns")
    numbered, silent = len(mapped.told - mapped.named), len(mapped.quartiers) - len(mapped.told)
    absent = len(desk.strategy.all(Quartier)) - len(mapped.quartiers)
    if mapped.is_by_town:
        silent = 0
    if numbered and not mapped.named:
        yield desk.said("map.all_numbered")
        numbered = 0
    for key, count in (("numbered", numbered), ("silent", silent), ("absent", absent)):
        if count:
            yield desk.said(f"map.{key}", count=count)


def number_of(desk: Desk, quartier: Quartier) -> str:
    """The number of ``quartier`` on the map of all, as the list beside it says it."""
    mapped = desk.context.mapped
    number = None if mapped.is_by_town else mapped.numbers.get(quartier.code or "")
    return str(number) if number else ""


def numbered(desk: Desk, items: Sequence[Item], quartiers: Sequence[Quartier]) -> tuple[Item, ...]:
    """``items``, those of ``quartiers``, with their numbers on the map.

    Of those that bear one name, as « Centre ville », each says its municipality too.
    """
    counts = Counter(fold(each.label) for each in quartiers)

    def title(item: Item, quartier: Quartier) -> str:
        if counts[fold(quartier.label)] == 1 or not quartier.communes:
            return item.title
        return Markup("{} ({})").format(item.title, quartier.communes[0].name)

    return tuple(
        replace(item, number=number_of(desk, quartier), title=title(item, quartier))
        for item, quartier in zip(items, quartiers, strict=True)
    )


def all_named(desk: Desk) -> bool:
    """Whether the map of all has room for each name: numbers then serve phones alone."""
    mapped = desk.context.mapped
    return len(mapped.named) == len(mapped.quartiers)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the list beside the map of a quartier."""

    number: int
    """That of its sign."""

    kind: str
    """``place`` or ``action``."""

    sign: str
    """The path data of its sign."""

    word: str
    """What the sign means."""

    title: str
    """What it is called."""

    href: str
    """Its page; empty for none."""

    note: str
    """Where it is, how far it has come."""


def map_of_one(desk: Desk, quartier: Quartier) -> Markup:
    """The map of ``quartier`` with its list; nothing when its shape is not known."""
    mapped = desk.context.mapped
    atlas = mapped.atlas(quartier)
    if atlas is None or quartier.code is None:
        return Markup("")
    pins: list[Pin] = []
    lines: list[KeyLine] = []
    for kind, point, subject in _points(desk, quartier):
        if reachable(atlas, quartier.code, *point):
            number = len(pins) + 1
            pins.append(Pin(str(number), kind, number, *point))
            lines.append(_line(desk, kind, number, subject))
    drawing = closeup(atlas, quartier.code, mapped.names, pins)
    near = [mapped.quartiers[area.key] for area in drawing.areas if area.role == "near"]
    hrefs: Mapping[str, str] = {
        quartier.code: "",
        **{each.code or "": desk.href(each) for each in near},
        **{str(line.number): line.href for line in lines},
    }
    return desk.template(
        "parts/map_of_one",
        picture=map_svg(drawing, hrefs.__getitem__),
        near=[(each.label, desk.href(each)) for each in near],
        lines=lines,
        credits=credits_of(desk),
    )


_Point = tuple[float, float]


def _points(desk: Desk, quartier: Quartier) -> Iterator[tuple[str, _Point, PlaceToGo | Action]]:
    """What stands at a known point: places to go, then actions, but for those given up."""
    for place in quartier.places:
        if place.longitude is not None and place.latitude is not None:
            yield "place", (place.longitude, place.latitude), place
    for action in desk.strategy.sources(quartier, "actions_here"):
        if not isinstance(action, Action) or action.status is Status.ABANDONED:
            continue
        venue = action.venue
        if venue and venue.longitude is not None and venue.latitude is not None:
            yield "action", (venue.longitude, venue.latitude), action


def _line(desk: Desk, kind: str, number: int, subject: PlaceToGo | Action) -> KeyLine:
    sign = sign_of(kind)
    if isinstance(subject, PlaceToGo):
        word = desk.said("map.place")
        return KeyLine(number, kind, sign, word, subject.name, "", subject.address or "")
    word, href = word_of(subject, desk.locale), desk.href(subject)
    venue = subject.venue.name if subject.venue else ""
    note = ", ".join(filter(None, (subject.status.said(desk.locale), venue)))
    return KeyLine(number, kind, sign, word, subject.label, href, note)


def credits_of(desk: Desk) -> tuple[str, ...]:
    """Who publishes what maps are drawn from, of when, under which terms: a sentence each."""
    quartiers = credit(desk)
    said = (desk.said("map.credit", credit=quartiers),) if quartiers else ()
    return (*said, *credits_around(desk))


def credits_around(desk: Desk) -> tuple[str, ...]:
    """The same, of what is around quartiers."""
    territory = desk.strategy.single(Territory)
    geography = desk.context.geography
    if territory is None:
        return ()
    drawn = (
        ("communes", territory.commune_contours, geography.communes),
        ("background", territory.background, geography.background),
    )
    said = ((key, _credit(desk, contours)) for key, contours, shapes in drawn if shapes)
    return tuple(desk.said(f"map.credit_{key}", credit=words) for key, words in said if words)


def credit(desk: Desk) -> str:
    """Who publishes the shapes of quartiers, of when, under which terms."""
    territory = desk.strategy.single(Territory)
    return _credit(desk, territory.contours if territory else None)


def _credit(desk: Desk, contours: Contours | None) -> str:
    if contours is None:
        return ""
    when = contours.updated.said(desk.locale) if contours.updated else ""
    return ", ".join(filter(None, (contours.source, when, contours.licence)))
