"""Which pages of pathways there are: of the whole, of each vision, of each quartier."""

from collections.abc import Iterator
from dataclasses import dataclass

from chemins.pages.context import Context
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.quartier import Quartier
from chemins.records.vision import Vision
from chemins.strategy import Strategy
from chemins.strategy.pathways import Pathway, pathway_in, pathway_of, whole_pathway


@dataclass(frozen=True, slots=True)
class View:
    """A part of the strategy that a page explores."""

    address: str
    """Where the page is."""

    title: str
    """What the page is called."""

    record: Vision | Quartier | None = None
    """What it is about; nothing for the whole."""

    def about(self, kind: type[Record]) -> bool:
        """Whether it is about a record of ``kind``."""
        return isinstance(self.record, kind)

    def is_empty(self, strategy: Strategy) -> bool:
        """Whether it has nothing to show."""
        if self.record is None:
            return not strategy.all(Change) and not strategy.all(Vision)
        return isinstance(self.record, Quartier) and not (
            strategy.links_to(self.record, "changes") or strategy.links_to(self.record, "visions")
        )

    def pathway(self, strategy: Strategy) -> Pathway:
        """What it shows."""
        if self.record is None:
            return whole_pathway(strategy)
        if isinstance(self.record, Vision):
            return pathway_of(strategy, self.record)
        return pathway_in(strategy, self.record)


def whole(context: Context) -> View:
    """The view of the whole strategy."""
    title = context.locale.text("pages.explorer.title")
    return View(context.addresses.page("explorer"), title)


def of(context: Context, record: Vision | Quartier) -> View:
    """The view of a vision or of a quartier."""
    is_vision = isinstance(record, Vision)
    title = context.locale.text(
        "pages.pathway.title" if is_vision else "pages.explorer.quartier", title=record.label
    )
    return View(context.addresses.explored(record), context.locale.typeset(title), record)


def views(context: Context) -> Iterator[View]:
    """Every view but that of the whole."""
    kinds: tuple[type[Vision | Quartier], ...] = (Vision, Quartier)
    for kind in kinds:
        for record in context.strategy.all(kind):
            yield of(context, record)
