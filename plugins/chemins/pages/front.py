"""What opens the page of a record: its sign, its words, its title, and whether it is an example."""

from markupsafe import Markup

from chemins.diagrams.pathway import kind_of, word_of
from chemins.pages.context import Desk
from chemins.pages.items import note_of
from chemins.records.base import Record


def front(
    desk: Desk,
    record: Record,
    *,
    note: str | None = None,
    lead: Markup = Markup(""),
    figure: Markup = Markup(""),
    after: Markup = Markup(""),
    style: str = "front",
) -> Markup:
    """The opening: ``lead`` under the title, then what comes ``after``, ``figure`` beside."""
    return desk.template(
        "parts/front",
        record=record,
        shape=kind_of(record),
        word=word_of(record, desk.locale),
        note=note_of(desk, record) if note is None else note,
        lead=lead,
        figure=figure,
        after=after,
        style=style,
    )
