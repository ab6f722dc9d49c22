"""The strategy → a plan: its columns filled, measured, and laid on as few sheets as hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chemins.diagrams.diagram import Column, Diagram, Node
from chemins.diagrams.fit import LaneFit, Layout, laid, overflowing
from chemins.diagrams.glyphs import VISION, needs_words
from chemins.diagrams.lanes import FRAME, FRAMES_GAP, LEADING, Lane
from chemins.diagrams.metrics import wrap
from chemins.diagrams.paper import A4, Paper
from chemins.diagrams.pathway import pathway_diagram
from chemins.pages.context import Desk
from chemins.pages.plan_notes import PlanNotes, plan_notes
from chemins.pages.plan_parts import Plan, PlanColumn, PlanLine, PlanPart, story_size
from chemins.records.change import Change, Dimension, Horizon
from chemins.records.quartier import Quartier
from chemins.strategy.pathways import Pathway
from chemins.strategy.plans import by_vision, is_own, plan_of, plan_of_all
from chemins.text.markdown import plain

_STORY = 260
"""Characters, at most, of what is told under a vision's title."""


def kept_plan(desk: Desk, quartier: Quartier | None) -> Plan:
    """The plan on A4, as a sheet has kept it, or laid anew."""
    kept = desk.context.kept.pop(_kept_name(quartier), None)
    return kept if isinstance(kept, Plan) else plan_on(desk, quartier, A4)


def keep_plan(desk: Desk, plan: Plan) -> None:
    """Keeps ``plan``, on A4, for the page that will show it."""
    desk.context.kept[_kept_name(plan.quartier)] = plan


def _kept_name(quartier: Quartier | None) -> str:
    return f"plan/{quartier.identifier if quartier else ''}"


def plan_on(desk: Desk, quartier: Quartier | None, paper: Paper) -> Plan:
    """The plan of ``quartier``, or of the whole territory, laid on sheets of ``paper``."""
    strategy = desk.strategy
    pathway = plan_of(strategy, quartier) if quartier else plan_of_all(strategy)
    records = (*pathway.visions, *pathway.changes)
    notes = plan_notes(desk, records)
    setter = _Setter(desk, quartier, paper, notes)
    parts = tuple(setter.parts(pathway)) if records else (setter.blank(),)
    return Plan(quartier, pathway, parts, notes)


def why_split(desk: Desk, pathway: Pathway) -> str:
    """Why a plan takes more than one sheet, and in what order it comes."""
    several = len(pathway.visions) > 1
    return desk.said("plan.split" if several else "plan.split_one", count=len(pathway.changes))


@dataclass(frozen=True, slots=True, eq=False)
class _Setter:
    """Lays pathways on sheets of one paper."""

    desk: Desk
    quartier: Quartier | None
    paper: Paper
    notes: PlanNotes

    def parts(self, pathway: Pathway) -> Iterator[PlanPart]:
        """``pathway`` on one sheet if it holds, else vision by vision."""
        lines = self._columns(pathway)
        whole = self._headline(self.desk.said("plan.heading"))
        paper = self.paper.below(whole, self.notes.with_further())
        layout = laid([_lane(*each) for each in lines], paper)
        if layout:
            yield _part(whole, lines, layout, paper)
            return
        note = why_split(self.desk, pathway)
        for each in by_vision(self.desk.strategy, pathway):
            headline = each.visions[0].label if each.visions else self.desk.said("plan.no_vision")
            paper = self.paper.below(headline, self.notes.with_further(note))
            yield from self._sheets(headline, self._columns(each), paper)

    def _headline(self, otherwise: str) -> str:
        return self.quartier.label if self.quartier else otherwise

    def blank(self) -> PlanPart:
        """A grid without lines, to be filled together: the columns of the deck."""
        headings = self.desk.locale.text
        columns = [
            (
                headings(f"dimensions.{dimension.value}"),
                headings(f"horizons.{horizon.value}"),
                shape,
            )
            for dimension, horizon, shape in zip(
                Dimension, Horizon, ("knowledge", "practice", "way-of-life"), strict=True
            )
        ]
        vision = headings("pages.pathway.vision_column", count=1)
        columns.append((vision, headings("horizons.vision"), VISION))
        lines: _Columns = [
            (Column(heading, note, ()), shape, ()) for heading, note, shape in columns
        ]
        headline = self._headline(self.desk.said("plan.heading_blank"))
        room = self.paper.below(headline, self.notes.with_further(self.desk.said("plan.blank")))
        layout = laid([_lane(*each) for each in lines], room)
        assert layout is not None
        return _part(headline, lines, layout, room)

    def _sheets(
        self, headline: str, lines: "_Columns", paper: Paper, *, continued: bool = False
    ) -> Iterator[PlanPart]:
        """One part of a plan, halved until each half holds."""
        lanes = [_lane(*each) for each in lines]
        layout = laid(lanes, paper)
        if layout is None and sum(len(said) for _, shape, said in lines if shape != VISION) > 1:
            first, rest = _halved(lines)
            yield from self._sheets(headline, first, paper, continued=continued)
            yield from self._sheets(headline, rest, paper, continued=True)
        else:
            layout = layout or overflowing(lanes, paper)
            yield _part(headline, lines, layout, paper, continued=continued)

    def _columns(self, pathway: Pathway) -> "_Columns":
        diagram = self._diagram(pathway)
        where, stories = dict(self._where(pathway)), dict(self._stories(pathway))
        return [
            (
                column,
                _shape(column),
                tuple(self._line(node, column, where, stories) for node in column.nodes),
            )
            for column in diagram.columns
        ]

    def _stories(self, pathway: Pathway) -> Iterator[tuple[str, str]]:
        """The address of each vision that has a front page → the lines under its headline."""
        for vision in pathway.visions:
            page = vision.front_page
            if page and page.standfirst:
                told = self.desk.locale.typeset(plain(page.standfirst, _STORY))
                yield self.desk.context.addresses.of(vision), told

    def _diagram(self, pathway: Pathway) -> Diagram:
        title, context = self.desk.said("plan.title"), self.desk.context
        return pathway_diagram(pathway, title, self.desk.locale, context.addresses)

    def _line(
        self, node: Node, column: Column, where: dict[str, str], stories: dict[str, str]
    ) -> PlanLine:
        marked = node.illustrative and not self.notes.all_examples
        return PlanLine(
            title=node.text,
            target=node.target,
            shape=node.kind,
            word=node.word if needs_words(column) else "",
            mark=self.desk.locale.text("site.example") if marked else "",
            where=where.get(node.target, ""),
            story=stories.get(node.target, ""),
        )

    def _where(self, pathway: Pathway) -> Iterator[tuple[str, str]]:
        """The address of what is not the quartier's own → where it happens."""
        if self.quartier is None:
            return
        strategy, locale = self.desk.strategy, self.desk.locale
        for record in (*pathway.changes, *pathway.visions):
            if not is_own(strategy, record, self.quartier):
                places = [each.label for each in strategy.targets(record, "quartiers")]
                said = locale.listing(places) if places else self.desk.said("plan.everywhere")
                yield self.desk.context.addresses.of(record), locale.typeset(said)


_Columns = list[tuple[Column, str, tuple[PlanLine, ...]]]
"""Columns, each with its shape and its lines."""


def _shape(column: Column) -> str:
    kinds = {node.kind for node in column.nodes}
    return kinds.pop() if len(kinds) == 1 else Change.kind


def _lane(column: Column, shape: str, lines: Sequence[PlanLine]) -> Lane:
    texts = tuple(line.text for line in lines)
    return Lane(column.heading, column.note, texts, framed=shape == VISION)


def _part(
    headline: str, lines: _Columns, layout: Layout, paper: Paper, *, continued: bool = False
) -> PlanPart:
    columns = tuple(
        PlanColumn(column.heading, column.note, shape, _told(said, fit, layout, paper), fit)
        for (column, shape, said), fit in zip(lines, layout.lanes, strict=True)
    )
    return PlanPart(headline, continued, columns, layout, paper.height)


def _told(
    lines: tuple[PlanLine, ...], fit: LaneFit, layout: Layout, paper: Paper
) -> tuple[PlanLine, ...]:
    """``lines``, without the stories of visions where these would not hold under the titles."""
    size = story_size(layout)
    stories = [
        len(wrap(line.story, "text", size, fit.width - 2 * FRAME)) * size * LEADING + size
        for line in lines
        if line.story
    ]
    frames = sum(fit.heights) + FRAMES_GAP * len(lines)
    if frames + sum(stories) <= paper.height - layout.head:
        return lines
    return tuple(replace(line, story="") for line in lines)


def _halved(lines: _Columns) -> tuple[_Columns, _Columns]:
    """The first and the second half of each column, but for the visions, which stay in both."""
    first: _Columns = []
    rest: _Columns = []
    for column, shape, said in lines:
        middle = len(said) if shape == VISION else -(-len(said) // 2)
        first.append((column, shape, said[:middle]))
        rest.append((column, shape, said[middle:] if shape != VISION else said))
    return first, [each for each in rest if each[2]]
