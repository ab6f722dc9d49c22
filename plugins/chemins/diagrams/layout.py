"""A diagram as a picture is laid out: everything measured and placed, nothing written yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chemins.diagrams.columns import LOOP, SHADOW, WIDTH, Span, spans
from chemins.diagrams.diagram import Column, Diagram
from chemins.diagrams.glyphs import VISION, needs_words
from chemins.diagrams.metrics import wrap
from chemins.diagrams.rows import Extent, place
from chemins.diagrams.stations import LEADING, SOFT, TEXT, Station, station
from chemins.diagrams.ways import PASSAGE, Way, path, ways, with_passages

HEAD_TOP = 18
"""The height of the first line of the heads."""

_HALF_SPACE = 17
_RULE = 14
_BETWEEN = 16
_MARGIN = 27
_EDGE = 8
_TIP = 9
_CLEAR = 10
_CLEAR_FRAME = 3


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column."""

    left: int
    """Where its lines begin."""

    lines: tuple[str, ...]
    """The heading."""

    notes: tuple[str, ...]
    """The lines under it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A station and where it stands."""

    station: Station
    """What is drawn."""

    span: Span
    """The column it stands in."""

    y: int
    """The height of its track, or that at which edges meet its frame."""

    @property
    def entry(self) -> int:
        """Where the tips of the edges that reach it end."""
        if self.station.framed:
            return self.span.left - _CLEAR_FRAME
        return self.span.left - _CLEAR


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture, in pixels from its upper left corner."""

    width: int
    """The width of the picture."""

    height: int
    """The height of the picture."""

    heads: tuple[Head, ...]
    """One for each column; none when no column has a heading."""

    rule: int
    """The height of the line under the heads."""

    stations: tuple[Placed, ...]
    """In reading order."""

    paths: tuple[tuple[str, bool], ...]
    """The path data of each edge, and whether it is illustrative."""

    tips: tuple[tuple[int, int], ...]
    """The points of the arrows."""


def arrange(diagram: Diagram) -> Layout:
    """The layout of ``diagram``, which has at least one column, in the order of its nodes."""
    column_of = [at for at, column in enumerate(diagram.columns) for _ in column.nodes]
    routes = _routes(diagram, column_of)
    margins = _margins(diagram, routes, column_of)
    across = spans(
        [_is_framed(column) for column in diagram.columns],
        _busy(routes, column_of, len(diagram.columns)),
        margins,
    )
    stations = [
        station(node, span.width, needs_word=with_word)
        for column, span in zip(diagram.columns, across, strict=True)
        for with_word in (needs_words(column),)
        for node in column.nodes
    ]
    heads, rule = _heads(diagram.columns, across)
    top = rule + _MARGIN if heads else _EDGE
    ys = [top + y for y in _heights(stations, column_of, routes, len(across))]
    placed = tuple(
        Placed(each, across[at], y) for each, at, y in zip(stations, column_of, ys, strict=False)
    )
    return Layout(
        width=max(WIDTH, across[-1].right + margins[1]),
        height=max((each.y + each.station.below for each in placed), default=top) + _EDGE,
        heads=heads,
        rule=rule,
        stations=placed,
        paths=tuple((_path(way, placed, across, ys), way.illustrative) for way in routes),
        tips=tuple(
            (placed[end].entry, placed[end].y) for end in dict.fromkeys(way.end for way in routes)
        ),
    )


def _routes(diagram: Diagram, column_of: Sequence[int]) -> tuple[Way, ...]:
    number = {node.identifier: index for index, node in enumerate(diagram.nodes)}
    return ways(
        [
            (number[edge.source], number[edge.target], edge.illustrative)
            for edge in diagram.edges
            if edge.source != edge.target
        ],
        column_of,
    )


def _margins(diagram: Diagram, routes: Sequence[Way], column_of: Sequence[int]) -> tuple[int, int]:
    """The room beside the outer columns: for ways back to turn, for the shadow of a frame."""
    last = len(diagram.columns) - 1
    back = [way for way in routes if not way.forward]
    left = LOOP if any(column_of[way.end] == 0 for way in back) else 0
    right = LOOP if any(column_of[way.start] == last for way in back) else 0
    return left, right or (SHADOW if _is_framed(diagram.columns[-1]) else 0)


def _busy(routes: Sequence[Way], column_of: Sequence[int], count: int) -> list[bool]:
    """For each gap between columns, whether edges part or meet there."""
    leaving: list[list[int]] = [[] for _ in range(count - 1)]
    reaching: list[list[int]] = [[] for _ in range(count - 1)]
    for way in routes:
        if way.forward:
            leaving[column_of[way.start]].append(way.start)
            reaching[column_of[way.end] - 1].append(way.end)
    return [
        len(set(starts)) < len(starts) or len(set(ends)) < len(ends)
        for starts, ends in zip(leaving, reaching, strict=True)
    ]


def _is_framed(column: Column) -> bool:
    return any(node.kind == VISION for node in column.nodes)


def _heads(columns: Sequence[Column], across: Sequence[Span]) -> tuple[tuple[Head, ...], int]:
    """What stands over the columns, and the height of the line under it all."""
    # Nothing else stands in the gaps at that height: a heading may go on into the next one.
    widths = [following.left - span.left - _BETWEEN for span, following in pairwise(across)]
    heads = tuple(
        Head(
            span.left,
            wrap(column.heading, "bold", TEXT, width),
            wrap(column.note, "text", SOFT, width),
        )
        for column, span, width in zip(columns, across, [*widths, across[-1].width], strict=True)
    )
    lines = max(len(head.lines) + len(head.notes) for head in heads)
    return (heads, HEAD_TOP + LEADING * (lines - 1) + _RULE) if lines else ((), 0)


def _heights(
    stations: Sequence[Station], column_of: Sequence[int], routes: Sequence[Way], count: int
) -> list[int]:
    """The height of each station, then of each passage, the uppermost station or passage at 0."""
    extents = [Extent(each.above + _HALF_SPACE, each.below + _HALF_SPACE) for each in stations]
    columns: list[tuple[int, ...]] = [
        tuple(item for item, at in enumerate(column_of) if at == column) for column in range(count)
    ]
    direct = [link for way in routes if not way.through for link in way.links]
    heights = place(columns, extents, direct)
    passages = {item for way in routes for _, item in way.through}
    if passages:
        columns = list(with_passages(columns, extents, routes, heights))
        extents += [PASSAGE] * len(passages)
        links = dict.fromkeys(link for way in routes for link in way.links)
        back = [(item, way.end) for way in routes if not way.forward for _, item in way.through]
        heights = place(columns, extents, list(links), back)
    return [height - _HALF_SPACE for height in heights]


def _path(way: Way, placed: Sequence[Placed], across: Sequence[Span], ys: Sequence[int]) -> str:
    start, end = placed[way.start], placed[way.end]
    return path(way, (start.span.right, start.y), (end.entry - _TIP, end.y), across, ys)
