"""The page of the open data."""

from chemins.exports.actions import has_commitments
from chemins.exports.calendar import has_days
from chemins.exports.logical_framework import has_rows
from chemins.pages.context import Desk
from chemins.pages.maps import credit, credits_around
from chemins.pages.parts import list_section, present, section
from chemins.pages.site import Body
from chemins.records.action import Action
from chemins.records.indicator import Indicator
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory
from chemins.text import escape


def body(desk: Desk) -> Body:
    """What can be downloaded."""
    addresses, locale = desk.context.addresses, desk.locale
    files = [(desk.said("data.whole"), desk.link(addresses.strategy()))]
    if has_rows(desk.strategy):
        files.append((desk.said("data.framework"), desk.link(addresses.logical_framework())))
    if desk.strategy.all(Action):
        files.append((desk.said("data.actions"), desk.link(addresses.actions_table())))
    if desk.strategy.all(Indicator):
        files.append((desk.said("data.indicators"), desk.link(addresses.indicators_table())))
    if has_commitments(desk.strategy):
        files.append((desk.said("data.commitments"), desk.link(addresses.commitments_table())))
    if has_days(desk.context.agenda.dated):
        files.append((desk.said("data.calendar"), desk.link(addresses.calendar(None))))
    if desk.context.news.all:
        files.append((desk.said("data.feed"), desk.link(addresses.feed(None))))
    schemas = [
        (
            desk.said("data.schema", kind=locale.text(f"kinds.{kind.kind}.one")),
            desk.link(addresses.schema(kind)),
        )
        for kind in desk.strategy.kinds
    ]
    return Body(
        description=desk.said("data.description"),
        front=desk.template(
            "plain_front", title=desk.said("data.title"), lead=desk.said("data.description")
        ),
        sections=present(
            section(desk.said("data.files"), desk.template("parts/files", files=files)),
            list_section(desk, desk.said("data.sources"), _sources(desk)),
            section(desk.said("data.schemas"), desk.template("parts/files", files=schemas)),
        ),
    )


def _sources(desk: Desk) -> list[str]:
    """Who is to be named wherever the data goes: for the outlines, then for the other facts."""
    territory = desk.strategy.single(Territory)
    outlines = credit(desk)
    said = [desk.said("data.outlines", credit=escape.markdown(outlines))] if outlines else []
    said += map(escape.markdown, credits_around(desk))
    records = (*((territory,) if territory else ()), *desk.strategy.all(Quartier))
    named = dict.fromkeys(each.provenance for each in records if each.provenance)
    return [*said, *map(escape.markdown, named)]
