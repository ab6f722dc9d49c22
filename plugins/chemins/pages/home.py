"""The home page: what this is, and the ways in."""

from collections import Counter
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from chemins.maps.svg import silhouette
from chemins.pages.actions.catalogue import ways_in
from chemins.pages.context import Desk
from chemins.pages.dates import next_dates
from chemins.pages.evidence import moved_lines
from chemins.pages.index import title as index_title
from chemins.pages.items import excerpt_of, items
from chemins.pages.maps import all_named, map_of, numbered, outline_of
from chemins.pages.news import last_news
from chemins.pages.parts import description, present
from chemins.pages.site import Body, Section
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change, Horizon
from chemins.records.contract import Contract
from chemins.records.identifiers import identifier_of
from chemins.records.indicator import Indicator
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.stage import Stage
from chemins.records.territory import Territory
from chemins.records.vision import Vision
from chemins.strategy.evidence import moved_lately
from chemins.strategy.pathways import Pathway, pathway_of

_FIRST = 8
"""How many records of a kind home shows; the index has them all."""

_MOVED = 5
"""How many changes that moved home shows."""

_VISIONS = 4
"""How many front pages home shows."""


def body(desk: Desk, title: str) -> Body:
    """The home page of a site called ``title``."""
    territory = desk.strategy.single(Territory)
    text = territory.body if territory else ""
    summary = (territory.summary if territory else None) or ""
    sections = present(
        _quartiers(desk),
        next_dates(desk, None),
        last_news(desk, None),
        _actions(desk),
        _pathways(desk),
        _moved(desk),
        _stages(desk),
        _lessons(desk),
        _more(desk),
    )
    return Body(
        description=description(text or summary, desk.said("home.description", title=title)),
        front=desk.template(
            "home/front",
            title=title,
            territory=territory,
            headline=desk.inline(summary),
            lead=desk.prose(text),
            counts=tuple(_counts(desk)),
            ways_in=sections,
            quartiers=bool(desk.strategy.all(Quartier)),
            map=map_of(desk, desk.said("home.quartiers_anchor")),
        ),
        sections=sections,
    )


def _counts(desk: Desk) -> Iterator[str]:
    for kind in (Quartier, Stage, Lesson):
        count = len(desk.strategy.all(kind))
        if count:
            yield desk.said(f"home.count_{kind.kind}", count=count)


def _quartiers(desk: Desk) -> Section | None:
    quartiers = desk.context.mapped.listed
    lines = [
        (line, quartier.code or "", _sign(desk, quartier), quartier.identifier)
        for line, quartier in zip(
            numbered(desk, items(desk, quartiers), quartiers), quartiers, strict=True
        )
    ]
    narrow = all_named(desk)
    return _section(
        desk, "quartiers", "home/quartiers", lines, lines=lines, numbers_on_phones=narrow
    )


def _actions(desk: Desk) -> Section | None:
    """What is done, by status, and the ways to who does it and who committed to it."""
    strategy, addresses = desk.strategy, desk.context.addresses
    count = len(strategy.all(Action))
    further = []
    if count:
        further.append((desk.said("home.all_actions"), desk.link(addresses.index(Action))))
    contract = strategy.single(Contract)
    if contract and contract.signatories:
        anchor = identifier_of(desk.said("contract.commitments"))
        further.append((desk.said("home.committed"), f"{desk.href(contract)}#{anchor}"))
    ways = [
        (shelf_code, *way)
        for shelf_code, way in zip(_statuses(desk), ways_in(desk, "status"), strict=True)
    ]
    return _section(desk, "actions", "home/actions", further, ways=ways, further=further)


def _moved(desk: Desk) -> Section | None:
    """The changes that moved last, and the ways to where each stands and to how it is known."""
    strategy, addresses = desk.strategy, desk.context.addresses
    moved = moved_lately(strategy.all(Change), desk.context.latest)[:_MOVED]
    indicators = strategy.all(Indicator)
    further = []
    if strategy.all(Change):
        further.append((desk.said("home.all_states"), desk.link(addresses.index(Change))))
    if indicators:
        said = desk.said("home.all_indicators", count=len(indicators))
        further.append((said, desk.link(addresses.index(Indicator))))
    shown = moved or indicators
    lines = moved_lines(desk, moved)
    return _section(desk, "moved", "home/moved", shown, moved=lines, further=further)


def _statuses(desk: Desk) -> list[str]:
    """The codes of the statuses that some action has, as the shelves stand."""
    return [shelf.actions[0].status.value for shelf in desk.context.shelves["status"]]


def _sign(desk: Desk, quartier: Quartier) -> Markup:
    """Its shape; among so many that the map names towns, a page of shapes would be a long way."""
    outline = None if desk.context.mapped.is_by_town else outline_of(desk, quartier)
    return silhouette(outline) if outline else Markup("")


def _pathways(desk: Desk) -> Section | None:
    visions = desk.strategy.all(Vision)
    shown = [_pathway(desk, vision) for vision in visions[:_VISIONS]]
    index = desk.link(desk.context.addresses.index(Vision))
    more = len(visions) > _VISIONS
    return _section(
        desk, "pathway", "home/pathways", visions, visions=shown, index=index, more=more
    )


def _pathway(desk: Desk, vision: Vision) -> dict[str, object]:
    pathway = pathway_of(desk.strategy, vision)
    return {
        "line": items(desk, (vision,))[0],
        "provenance": vision.provenance,
        "explore": desk.link(desk.context.addresses.explored(vision)),
        "steps": [_step(desk, pathway, horizon) for horizon in Horizon if _at(pathway, horizon)],
        "link_examples": any(link.illustrative for link in pathway.links),
    }


def _at(pathway: Pathway, horizon: Horizon) -> list[Change]:
    return [change for change in pathway.changes if change.horizon is horizon]


def _step(desk: Desk, pathway: Pathway, horizon: Horizon) -> dict[str, object]:
    changes = _at(pathway, horizon)
    dimension, _ = Counter(change.dimension for change in changes).most_common(1)[0]
    return {
        "shape": dimension.value.replace("_", "-"),
        "word": desk.locale.text(f"dimension_words.{dimension.value}"),
        "when": desk.locale.text(f"horizons.{horizon.value}"),
        "count": desk.said("home.count_change", count=len(changes)),
    }


def _stages(desk: Desk) -> Section | None:
    stages = desk.strategy.all(Stage)
    lines = [
        {
            "title": stage.label,
            "href": desk.href(stage),
            "publics": desk.locale.listing(stage.publics) if stage.publics else "",
            "sessions": _session_count(desk, stage),
            "illustrative": stage.illustrative,
        }
        for stage in stages
    ]
    return _section(desk, "stages", "home/stages", lines, stages=lines)


def _session_count(desk: Desk, stage: Stage) -> str:
    count = len(desk.strategy.sources(stage, "sessions"))
    return desk.said("home.count_session", count=count) if count else ""


def _lessons(desk: Desk) -> Section | None:
    lessons = desk.strategy.all(Lesson)
    return _section(
        desk,
        "lessons",
        "home/lessons",
        lessons,
        first=items(desk, lessons[:1]),
        excerpt=excerpt_of(lessons[0]) if lessons else "",
        others=items(desk, lessons[1:_FIRST]),
    )


def _more(desk: Desk) -> Section | None:
    kinds = [kind for kind in desk.strategy.kinds if kind.folder]
    links: Iterable[tuple[str, str]] = [
        (index_title(desk, kind), desk.link(desk.context.addresses.index(kind)))
        for kind in kinds
        if _any(desk, kind)
    ]
    links = [
        *links,
        (desk.said("data.title"), desk.link(desk.context.addresses.page("data"))),
    ]
    return _section(desk, "more", "parts/files", links, files=links)


def _any(desk: Desk, kind: type[Record]) -> bool:
    return bool(desk.strategy.all(kind))


def _section(
    desk: Desk, name: str, template: str, shown: Iterable[object], **values: object
) -> Section | None:
    if not shown:
        return None
    return Section(
        identifier=desk.said(f"home.{name}_anchor"),
        heading=desk.said(f"home.{name}"),
        html=desk.template(template, **values),
        style="section no-print" if name == "more" else "section",
    )
