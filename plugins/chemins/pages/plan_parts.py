"""A plan as it lies on sheets of paper: whole on one, or in parts, a vision with what leads to it.

Pages and prints are made of the same parts, so that they say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chemins.diagrams.fit import LaneFit, Layout
from chemins.diagrams.glyphs import VISION
from chemins.diagrams.paper import A4, headline_size
from chemins.pages.plan_notes import PlanNotes
from chemins.records.base import Record
from chemins.records.quartier import Quartier
from chemins.strategy.pathways import Pathway

_WORDED = "MMM"
"""As wide as a sign and the blanks around a word, to measure a line that carries one."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A change or a vision of a plan."""

    title: str
    """Plain text."""

    target: str
    """The address of its page."""

    shape: str
    """Its sign."""

    word: str
    """What the sign means; empty where the heading of the column says it."""

    mark: str
    """What says that it is an example; empty where it is not, or where all are."""

    where: str
    """Where it happens, in the plan of a quartier that is not its own; else empty."""

    story: str = ""
    """How a vision is told under its title, where there is room; else empty."""

    @property
    def text(self) -> str:
        """All of it, to be measured."""
        word = f"{_WORDED} {self.word}" if self.word else ""
        marks = (f"{_WORDED} {each}" for each in (self.mark, self.where) if each)
        return " ".join(filter(None, (word, self.title, *marks)))


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """The changes of a horizon, or the visions, and how they lie."""

    heading: str
    """What heads it."""

    note: str
    """The line under the heading; empty for none."""

    shape: str
    """The sign of all its lines, or that of changes of any kind."""

    lines: tuple[PlanLine, ...]
    """In reading order."""

    fit: LaneFit
    """How they lie."""

    @property
    def framed(self) -> bool:
        """Whether it holds visions."""
        return self.shape == VISION

    @property
    def lists(self) -> Iterator[tuple[tuple[PlanLine, float], ...]]:
        """Its lines list by list, each with how high it stands."""
        start = 0
        lines = tuple(zip(self.lines, self.fit.heights, strict=True))
        for count in self.fit.lists:
            yield lines[start : start + count]
            start += count


def story_size(layout: Layout) -> float:
    """The size in which a vision is told, in points: that of most lines, within reason."""
    return max(8.0, min(11.0, layout.size))


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What stands on one sheet."""

    headline: str
    """What heads it: the plan's own title, or the vision that its changes lead to."""

    continued: bool
    """Whether it goes on from the part before."""

    columns: tuple[PlanColumn, ...]
    """From what comes first to what is hoped for."""

    layout: Layout
    """How the columns lie."""

    height: float
    """What the columns may take of the sheet's height, in points of the A4 sheet."""

    @property
    def story_size(self) -> float:
        """The size in which visions are told under their titles, in points of the A4 sheet."""
        return story_size(self.layout)

    @property
    def headline_size(self) -> float:
        """The size of the headline on paper, in points of the A4 sheet."""
        return headline_size(self.headline, A4.width)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The plan of the territory, or of a quartier."""

    quartier: Quartier | None
    """Whose; none for the whole territory."""

    pathway: Pathway
    """What it holds."""

    parts: tuple[PlanPart, ...]
    """Sheet by sheet; one, of columns without lines, where nothing is written yet."""

    notes: PlanNotes
    """What its foot says."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All that it shows."""
        return (*self.pathway.changes, *self.pathway.visions)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        return not self.records

    @property
    def is_split(self) -> bool:
        """Whether it takes more than one sheet."""
        return len(self.parts) > 1
