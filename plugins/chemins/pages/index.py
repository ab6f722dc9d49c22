"""The page that lists a kind."""

from dataclasses import replace

from markupsafe import Markup

from chemins.pages.context import Desk
from chemins.pages.evidence import state_of
from chemins.pages.items import Item, items
from chemins.pages.maps import all_named, map_of, numbered
from chemins.pages.site import Body, Section
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.kinds import folder_of
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory


def body(desk: Desk, kind: type[Record]) -> Body:
    """All records of ``kind``, in their order."""
    locale = desk.locale
    quartiers = desk.context.mapped.listed
    records: tuple[Record, ...] = quartiers if kind is Quartier else desk.strategy.all(kind)
    lines = _lines(desk, records)
    picture = Markup("")
    if kind is Quartier:
        picture = map_of(desk, desk.said("index.anchor"))
        lines = numbered(desk, lines, quartiers)
    about = locale.text(f"kinds.{kind.kind}.about")
    return Body(
        description=about,
        front=desk.template("plain_front", title=title(desk, kind), lead=about),
        sections=(
            Section(
                identifier=desk.said("index.anchor"),
                heading=desk.said("index.count", count=len(records)),
                html=desk.template(
                    "index", lines=lines, picture=picture, numbers_on_phones=all_named(desk)
                )
                if records
                else _empty(desk, kind),
                style="section section--margin",
                searched=False,
            ),
        ),
    )


def _lines(desk: Desk, records: tuple[Record, ...]) -> tuple[Item, ...]:
    """``records`` as lines; a change with how far it can be seen, and since when."""
    return tuple(
        replace(line, note=f"{line.note}\u00a0· {state_of(desk, record)}")
        if isinstance(record, Change)
        else line
        for line, record in zip(items(desk, records, excerpts=True), records, strict=True)
    )


def _empty(desk: Desk, kind: type[Record]) -> Markup:
    territory = desk.strategy.single(Territory)
    key = "empty_demonstration" if territory and territory.demonstration else "empty"
    none = desk.locale.text(f"kinds.{kind.kind}.none")
    how = desk.said("index.how", folder=folder_of(kind, desk.locale))
    return desk.template(
        "empty",
        said=desk.said(f"index.{key}", none=none),
        how=how if desk.context.preview else "",
    )


def title(desk: Desk, kind: type[Record]) -> str:
    """« Changements »."""
    name = desk.locale.text(f"kinds.{kind.kind}.many")
    return name[0].upper() + name[1:]
