"""The comments of a front matter, each with the field or the item that it speaks of."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from chemins.locales import Locale, fold
from chemins.records.base import Loc
from chemins.records.declaration import declaration
from chemins.records.words import Model, typed_keys
from chemins.writing.layout import Entry, Group, Layout, Leaf, Node


@dataclass(frozen=True, slots=True)
class Remarks:
    """Comments, by the place in the record that they speak of."""

    above: dict[Loc, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Those on lines of their own, before it."""

    beside: dict[Loc, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Those at the end of its line."""

    below: dict[Loc, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Those on lines of their own after it, the last of what it stands among."""

    foot: list[str] = field(default_factory=list)
    """Those after everything."""

    def inside(self, loc: Loc) -> bool:
        """Whether something within the value at ``loc`` has a comment of its own."""
        return any(
            len(each) > len(loc) and each[: len(loc)] == loc
            for each in (*self.above, *self.beside, *self.below)
        )

    @property
    def count(self) -> int:
        """How many there are."""
        said = (*self.above.values(), *self.beside.values(), *self.below.values(), self.foot)
        return sum(map(len, said))


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What a comment can speak of."""

    at: int
    """Where it begins: its key, or its dash."""

    loc: Loc
    """Its place in the record."""

    closings: tuple[tuple[int, Loc], ...]
    """Where each bracket around it closes, outermost first, and whose bracket that is."""


def remarks_of(layout: Layout, model: Model, locale: Locale) -> Remarks:
    """The comments of the record of the kind ``model`` that is laid out as ``layout``."""
    anchors = sorted(_anchors(layout, layout.fields, model, locale), key=lambda each: each.at)
    found = Remarks()
    for at, text in _comments(layout):
        before = [each for each in anchors if each.at < at]
        after = next((each for each in anchors if each.at > at), None)
        if not layout.text[layout.line_start(at) : at].strip():
            ends = _ended(layout, at, before, after)
            if ends is not None:
                found.below[ends].append(text)
            else:
                (found.above[after.loc] if after else found.foot).append(text)
        elif before:
            found.beside[_owner(before[-1], at)].append(text)
    return found


def written_fields(group: Group, model: Model, locale: Locale) -> dict[str, Entry]:
    """The fields that ``group`` writes, by their codes."""
    known = typed_keys(model, locale)
    return {
        declared.name: entry
        for entry in group.entries
        if (declared := known.get(fold(entry.key.text)))
    }


def says_nothing(node: Node) -> bool:
    """Whether ``node`` is a value left empty."""
    return isinstance(node, Leaf) and not node.text.strip()


def _ended(layout: Layout, at: int, before: list[_Anchor], after: _Anchor | None) -> Loc | None:
    """What a comment at ``at`` ends, where it stands further in than all that follows.

    « # telephone: … » under the last field of a part is a field of that part, to be filled one day.
    """
    column = layout.column(at)
    if column <= (layout.column(after.at) if after else 0):
        return None
    for each in reversed(before):
        if not each.closings and layout.column(each.at) <= column:
            return each.loc if layout.column(each.at) > 0 else None
    return None


def _owner(anchor: _Anchor, at: int) -> Loc:
    """What a comment at ``at`` speaks of: the whole of a list whose bracket closes before it."""
    return next((owner for end, owner in anchor.closings if end <= at), anchor.loc)


def _anchors(
    layout: Layout,
    group: Group,
    model: Model,
    locale: Locale,
    loc: Loc = (),
    closings: tuple[tuple[int, Loc], ...] = (),
) -> Iterator[_Anchor]:
    for name, entry in written_fields(group, model, locale).items():
        here = (*loc, name)
        yield _Anchor(entry.key.start, here, closings)
        declared = declaration(model)[name]
        value = entry.value
        inner = _within(closings, value, here)
        if declared.part is not None and isinstance(value, Group) and not value.is_list:
            where = (*here, 0) if declared.many else here
            yield from _anchors(layout, value, declared.part, locale, where, inner)
        elif isinstance(value, Group) and value.is_list and declared.many:
            items = [each for each in value.items if not says_nothing(each)]
            for number, item in enumerate(items):
                there = (*here, number)
                start = item.start if value.is_flow else layout.text.rindex("-", 0, item.start)
                yield _Anchor(start, there, inner)
                if declared.part is not None and isinstance(item, Group):
                    deeper = _within(inner, item, there)
                    yield from _anchors(layout, item, declared.part, locale, there, deeper)


def _within(
    closings: tuple[tuple[int, Loc], ...], value: Node, owner: Loc
) -> tuple[tuple[int, Loc], ...]:
    is_flow = isinstance(value, Group) and value.is_flow
    return (*closings, (value.end, owner)) if is_flow else closings


def _comments(layout: Layout) -> Iterator[tuple[int, str]]:
    """Where each comment begins, and what it says."""
    at = layout.front
    for leaf in sorted(_leaves(layout.fields), key=lambda each: each.start):
        yield from _between(layout, at, leaf.start)
        at = max(at, leaf.end)
        if leaf.style in ("|", ">"):
            head = layout.text[leaf.start : layout.next_line(leaf.start)]
            if "#" in head:
                yield leaf.start + head.index("#"), head[head.index("#") :].rstrip()
    yield from _between(layout, at, layout.closing)


def _between(layout: Layout, start: int, end: int) -> Iterator[tuple[int, str]]:
    at = layout.text.find("#", start, end)
    while at >= 0:
        stop = layout.text.find("\n", at)
        yield at, layout.text[at:stop].rstrip()
        at = layout.text.find("#", stop, end)


def _leaves(node: Node) -> Iterator[Leaf]:
    if isinstance(node, Leaf):
        yield node
        return
    for entry in node.entries:
        yield entry.key
        yield from _leaves(entry.value)
    for item in node.items:
        yield from _leaves(item)
