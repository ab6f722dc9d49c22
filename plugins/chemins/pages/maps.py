"""The maps of a page: which shapes, under which names, leading where."""

from collections.abc import Iterable

from markupsafe import Markup

from chemins.maps.svg import Area, map_svg
from chemins.pages.context import Desk
from chemins.records.outline import Outline
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory

_WIDTH, _HEIGHT = 460, 620


def has_map(desk: Desk) -> bool:
    """Whether any contour is known."""
    return bool(desk.context.geography.quartiers)


def outline_of(desk: Desk, quartier: Quartier) -> Outline | None:
    """The shape of ``quartier``, when it is known."""
    return desk.context.geography.quartiers.get(quartier.code) if quartier.code else None


def map_of(desk: Desk, quartiers: Iterable[Quartier], *, named: bool = True) -> Markup:
    """The map of ``quartiers`` with its caption; nothing when no shape is known."""
    areas = [
        Area(outline, quartier.label if named else "", desk.href(quartier) if named else "")
        for quartier in quartiers
        if (outline := outline_of(desk, quartier)) is not None
    ]
    picture = map_svg(areas, _WIDTH, _HEIGHT)
    if not picture:
        return Markup("")
    return desk.template(
        "parts/map", svg=picture, count=len(areas), named=named, credit=credit(desk)
    )


def credit(desk: Desk) -> str:
    """Who publishes the shapes, of when, under which terms."""
    territory = desk.strategy.single(Territory)
    contours = territory.contours if territory else None
    if contours is None:
        return ""
    when = contours.updated.said(desk.locale) if contours.updated else ""
    return ", ".join(filter(None, (contours.source, when, contours.licence)))
